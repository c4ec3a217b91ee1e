"""Pages are made ahead in parts, and are then the same as those made when they are shown."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.stack import PAUSE_MS
from hsct_aid.ui.window import Window
from tests.windows import Opens

HEAVY = "evidence_side_by_side"


def before(window: Window, step: str) -> str:
    steps = [each.id for each in window.session.journey.steps]
    return steps[steps.index(step) - 1]


def shape(window: Window) -> list[tuple[str, str, str, int]]:
    """Every part that is shown, where it stands from the top, and what it is called."""
    shown = [part for part in window.page.findChildren(QWidget) if part.isVisible()]
    return [(type(part).__name__, part.objectName(), part.accessibleName(), part.width()) for part in shown]


def opened(open_session: Opens, qtbot: QtBot) -> Window:
    window = Window(open_session(depth="full"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.session.go(before(window, HEAVY))
    return window


def test_a_page_made_ahead_is_the_same_as_one_made_when_it_is_shown(open_session: Opens, qtbot: QtBot) -> None:
    at_once, ahead = opened(open_session, qtbot), opened(open_session, qtbot)
    at_once.turn_next()
    parts = 0
    while ahead.stack._ahead:
        ahead.stack._make_one()
        parts += 1
    ahead.turn_next()
    QTest.qWait(0)
    assert parts > 20, "a key has to wait for the whole page"
    assert shape(ahead) == shape(at_once)


def test_a_page_that_is_half_made_is_whole_when_it_is_shown(open_session: Opens, qtbot: QtBot) -> None:
    at_once, ahead = opened(open_session, qtbot), opened(open_session, qtbot)
    at_once.turn_next()
    for _part in range(8):
        ahead.stack._make_one()
    ahead.turn_next()
    QTest.qWait(0)
    assert shape(ahead) == shape(at_once)


def test_the_next_page_is_made_ahead_where_nobody_does_anything(window: Window, qtbot: QtBot) -> None:
    following = window.session.journey.next
    assert following is not None
    qtbot.waitUntil(lambda: following.id in window.stack._caught_up, timeout=PAUSE_MS * 10)
