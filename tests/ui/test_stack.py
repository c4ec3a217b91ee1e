"""Pages are made ahead in parts, and are then the same as those made when they are shown."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.stack import PAUSE_MS
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.ui.made import ALL, HEAVY, LONG, SAID, at_once, jump, shape
from tests.windows import Opens

SAID_SINCE = msgspec.convert(
    {
        "facts": {"medicines": {"value": [{"name": "Mavenclad"}]}, "country": {"value": "SE"}, "edss": {"value": 4.5}},
        "questions": {"asked": [{"id": "q3", "text": "Another question?"}, {"id": "q1", "text": "Question 1?"}]},
        "values": {"top": ["infections"], "own": [{"id": "own1", "text": "My work"}, {"id": "own2", "text": "Sleep"}]},
        "visit": {"heard": [{"question": "q3", "answer": "No."}]},
    },
    Record,
)
IN_PARTS = ("candidacy_criteria_ms_type", "values_grid", "questions_order", "visit_heard")
GROWING = ("candidacy_records", "availability_centres", "values_concerns")


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
