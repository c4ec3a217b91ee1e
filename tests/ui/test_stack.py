"""Pages are made ahead in parts, and are then the same as those made when they are shown."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.stack import PAUSE_MS
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.windows import Opens

SAID = msgspec.convert(
    {
        "start": {"first_priorities": ["death", "money"]},
        "facts": {
            "medicines": {"value": [{"name": "Ocrevus", "start": "2022"}, {"name": "Tysabri"}]},
            "country": {"value": "GB"},
        },
        "questions": {"asked": [{"id": f"q{n}", "text": f"Question {n}?"} for n in (1, 2, 3, 4)]},
        "values": {"top": ["death", "money", "own1"], "own": [{"id": "own1", "text": "My mother"}]},
        "availability": {"centres": [{"name": "A centre"}]},
        "visit": {"heard": [{"question": "q1", "answer": "Yes."}]},
    },
    Record,
)
SAID_SINCE = msgspec.convert(
    {
        "facts": {"medicines": {"value": [{"name": "Mavenclad"}]}, "country": {"value": "SE"}, "edss": {"value": 4.5}},
        "questions": {"asked": [{"id": "q3", "text": "Another question?"}, {"id": "q1", "text": "Question 1?"}]},
        "values": {"top": ["infections"], "own": [{"id": "own1", "text": "My work"}, {"id": "own2", "text": "Sleep"}]},
        "visit": {"heard": [{"question": "q3", "answer": "No."}]},
    },
    Record,
)
HEAVY = "evidence_side_by_side"
LONG = ("evidence_activity_more", HEAVY, "evidence_studies", "evidence_claims")
IN_PARTS = ("candidacy_criteria_ms_type", "values_grid", "questions_order", "visit_heard")
GROWING = ("candidacy_records", "availability_centres", "values_concerns")


def shape(window: Window) -> list[tuple[object, ...]]:
    """Every part that is shown, where it stands, what it is called and what it says."""
    page = window.page
    QTest.qWait(0)
    shown = [part for part in page.findChildren(QWidget) if part.isVisible() and part is not page._rest]
    return [
        (type(one).__name__, one.objectName(), one.accessibleName(), one.mapTo(page, one.rect().topLeft()).toTuple(),
         one.size().toTuple(), said(one))
        for one in shown
    ]  # fmt: skip


def said(part: QWidget) -> object:
    match part:
        case QAbstractButton():
            return part.text(), part.isChecked()
        case QLabel() | QLineEdit():
            return part.text()
        case QTextEdit() | QPlainTextEdit():
            return part.toPlainText()
    return ""


def at_once(window: Window, step: str) -> list[tuple[object, ...]]:
    window.stack.forget()
    window.session.go(step)
    return shape(window)


def make_ahead(window: Window, step: str, parts: int) -> int:
    """Go elsewhere and make so many parts of ``step`` there; how many were made."""
    window.stack.forget()
    window.session.go("welcome_about")
    window.stack.make_ahead(one for one in window.session.journey.steps if one.id == step)
    return more(window, parts)


def more(window: Window, parts: int) -> int:
    made = 0
    while window.stack._ahead and made < parts:
        window.stack._make_one()
        window.stack._pause.stop()
        QTest.qWait(0)
        made += 1
    return made


@pytest.fixture
def opened(open_session: Opens, qtbot: QtBot) -> Window:
    window = Window(open_session(SAID, depth="full"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.setUpdatesEnabled(False)
    return window


ALL = 10_000


def test_a_key_has_to_wait_for_one_part_and_finds_the_same_page(opened: Window) -> None:
    same = at_once(opened, HEAVY)
    assert make_ahead(opened, HEAVY, ALL) > 20, "a key has to wait for the whole page"
    (ahead,) = (page for page in opened.stack.findChildren(Page) if page.step.id == HEAVY)
    measured = [text.document().textWidth() for text in ahead.findChildren(Prose)]
    opened.session.go(HEAVY)
    assert shape(opened) == same
    assert measured == [text.width() for text in ahead.findChildren(Prose)], "it is measured once more"


def test_the_worker_makes_the_printed_pages_once_all_else_of_their_page_is_there(opened: Window) -> None:
    make_ahead(opened, "summary_preview", 0)
    due = []
    while not any(work.is_working for work in opened.stack.findChildren(Rendering)):
        opened.stack._make_one()
        due = [len(page._due) for page in opened.stack.findChildren(Page) if page.step.id == "summary_preview"]
    assert due == [0], "parts of the page wait for the worker at each call of Qt"


def jump(window: Window, step: str) -> Page:
    """Turn to a page that nobody made ahead, and no further than its first frame."""
    if window.stack._shown is None:
        window.session.go("welcome_about")
    window.session.go(step)
    window.stack._pause.stop()
    page = window.stack.shown.findChild(Page)
    assert isinstance(page, Page)
    return page


def in_sight(window: Window) -> list[tuple[object, ...]]:
    """What can be read in the window, and where."""
    for _round in range(4):
        QApplication.processEvents()
        window.stack._pause.stop()
    parts = [part for part in window.stack.shown.findChildren(QWidget) if part.isVisible() and said(part)]
    places = [(said(part), part.mapTo(window.stack, QPoint()).toTuple(), part.size().toTuple()) for part in parts]
    return [place for place in places if place[1][1] < window.stack.height()]


@pytest.mark.parametrize("size", [(1280, 800), (640, 480)])
@pytest.mark.parametrize("step", LONG)
def test_what_is_in_sight_is_there_in_the_first_frame_and_stays_where_it_is(
    opened: Window, step: str, size: tuple[int, int]
) -> None:
    opened.resize(*size)
    QTest.qWait(0)
    page = jump(opened, step)
    assert not page.is_whole, "the first frame waits for what nobody sees"
    seen = in_sight(opened)
    assert not page.is_whole
    assert opened.page is page
    assert in_sight(opened) == seen


def test_what_an_explanation_stood_on_is_there_in_the_first_frame(opened: Window) -> None:
    opened.explain.explain("help:people")
    QTest.qWait(0)
    low = opened.stack.height()
    page = jump(opened, "evidence_claims")
    seen = in_sight(opened)
    assert opened.stack.height() > low
    assert (opened.page, in_sight(opened)) == (page, seen)


@pytest.mark.parametrize("step", LONG)
def test_what_stands_below_the_window_comes_by_itself(opened: Window, qtbot: QtBot, step: str) -> None:
    same = at_once(opened, step)
    opened.stack.forget()
    page = jump(opened, step)
    opened.stack.wait()
    qtbot.waitUntil(lambda: page.is_whole and page.step not in opened.stack._ahead)
    assert shape(opened) == same


def test_what_stands_below_waits_for_nothing_that_is_done_meanwhile(opened: Window, qtbot: QtBot) -> None:
    same = at_once(opened, HEAVY)
    opened.stack.forget()
    page = jump(opened, HEAVY)
    opened.session.answer("evidence.kept", ("death_recent",))
    assert (opened.page, page.is_whole) == (page, True), "who reads it finds another page"
    kept = shape(opened)
    opened.session.answer("evidence.kept", ())
    assert shape(opened) == same != kept

    for parts in (0, 5, ALL):
        opened.stack.forget()
        page = jump(opened, HEAVY)
        jump(opened, "welcome_about")
        for _part in range(parts):
            page.make_part()
        jump(opened, HEAVY)
        QTest.qWait(0)
        assert opened.page is page
        assert shape(opened) == same, f"left and found again after {parts} parts"

    opened.stack.forget()
    page = jump(opened, HEAVY)
    qtbot.keyClick(page.heading, Qt.Key.Key_Tab)
    assert page.is_whole, "the Tab key cannot reach all of it"


def test_a_key_has_to_wait_for_one_entry_of_a_long_list(open_session: Opens, qtbot: QtBot) -> None:
    lists = {"facts": {"medicines": {"value": [{"name": f"Medicine {n}"} for n in range(30)]}},
             "values": {"own": [{"id": f"own{n}", "text": f"Concern {n}"} for n in range(15)]}}  # fmt: skip
    window = Window(open_session(msgspec.convert(lists, Record)))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for step, least in (("start_facts", 30), ("values_concerns", 15)):
        same = at_once(window, step)
        assert make_ahead(window, step, ALL) > least
        window.session.go(step)
        assert shape(window) == same


@pytest.mark.parametrize("step", IN_PARTS)
def test_a_page_is_right_wherever_making_it_was_broken_off(opened: Window, step: str) -> None:
    same = at_once(opened, step)
    whole = make_ahead(opened, step, ALL)
    opened.session.go(step)
    assert shape(opened) == same
    for parts in {1, whole // 2, whole - 2}:
        make_ahead(opened, step, parts)
        opened.session.go(step)
        assert shape(opened) == same, f"broken off after {parts} of {whole} parts"


@pytest.mark.parametrize("step", IN_PARTS + GROWING)
def test_what_is_said_while_a_page_is_made_ahead_stands_on_it(opened: Window, step: str) -> None:
    at_once(opened, step)
    opened.session.go("welcome_about")
    opened.session.put(SAID_SINCE)
    opened.session.go(step)
    found = shape(opened)
    same = at_once(opened, step)
    assert found == same, "said after a visit"
    whole = make_ahead(opened, step, ALL)
    for parts, goes_on in ((whole // 2, 0), (whole // 2, ALL), (whole, 0)):
        opened.session.put(SAID)
        make_ahead(opened, step, parts)
        opened.session.put(SAID_SINCE)
        more(opened, goes_on)
        opened.session.go(step)
        assert shape(opened) == same, f"said after {parts} of {whole} parts"


def test_what_is_said_and_taken_back_while_a_page_is_made_ahead_does_not_stand_on_it(opened: Window) -> None:
    same = at_once(opened, "questions_order")
    make_ahead(opened, "questions_order", 2)
    opened.session.put(SAID_SINCE)
    more(opened, ALL)
    opened.session.put(SAID)
    opened.session.go("questions_order")
    assert shape(opened) == same


def test_a_setting_changed_while_a_page_is_made_ahead_shows_on_it(opened: Window) -> None:
    make_ahead(opened, "availability_routes", 20)
    opened.session.change_settings(text_size=150)
    opened.session.go("availability_routes")
    found = shape(opened)
    assert found == at_once(opened, "availability_routes")
    opened.session.change_settings(text_size=100)


def test_a_page_that_is_thrown_away_while_it_is_measured_is_measured_no_further(opened: Window) -> None:
    at_once(opened, "welcome_about")
    make_ahead(opened, HEAVY, 4)
    next(opened.stack._measured)
    opened.session.change_settings(text_size=150)
    page = jump(opened, LONG[0])
    QTest.qWait(0)
    page.make_whole()
    more(opened, 1)
    opened.session.change_settings(text_size=100)


def test_everything_on_a_page_made_ahead_can_be_shown(open_session: Opens, qtbot: QtBot) -> None:
    window = Window(open_session(SAID))
    qtbot.addWidget(window)
    window.show()
    at_once(window, "values_grid")
    window.page.show_more()
    same = shape(window)
    make_ahead(window, "values_grid", 7)
    window.session.go("values_grid")
    window.page.show_more()
    assert shape(window) == same


def test_the_next_page_is_made_ahead_where_nobody_does_anything(window: Window, qtbot: QtBot) -> None:
    following = window.session.journey.next
    assert following is not None

    def is_made() -> bool:
        made = window.stack._made(following)
        return made is not None and made.is_whole

    qtbot.waitUntil(is_made, timeout=PAUSE_MS * 10)
