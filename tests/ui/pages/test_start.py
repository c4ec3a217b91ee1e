"""Start: the wish, three facts, a first leaning and a first three; all of it can be left open."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.facts import Answer, Medicine
from hsct_aid.domain.record import Record
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, press
from tests.windows import TODAY


def test_the_wish_for_the_visit_is_kept_as_ticks_and_words(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_wish")
    press(window, "start.asks.refer", qtbot)
    press(window, "start.asks.talk", qtbot)
    enter(window, "start.ask_words", "see my scans", qtbot)
    enter(window, "start.visit_on", "2 December 2026", qtbot)
    start = window.session.record.start
    assert set(start.asks) == {"refer", "talk"}
    assert (start.ask_words, start.visit_on) == ("see my scans", "2026-12-02")


def test_three_facts_are_asked_with_i_dont_know_as_a_full_answer(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_facts")
    press(window, "facts.ms_type.unknown", qtbot)
    enter(window, "facts.diagnosis_year", "2019", qtbot)
    press(window, "facts.medicines.add", qtbot)
    enter(window, "facts.medicines.value.0.name", "Ocrevus", qtbot)
    facts = window.session.record.facts
    assert facts.ms_type == Answer(unknown=True, on=TODAY)
    assert facts.diagnosis_year == Answer(value=2019, on=TODAY)
    assert facts.medicines == Answer(value=(Medicine("Ocrevus"),), on=TODAY)


def test_a_fourth_priority_asks_which_of_the_three_to_let_go(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_priorities")
    for name in ("death", "energy", "money", "children"):
        press(window, f"start.first_priorities.{name}", qtbot)
    assert set(window.session.record.start.first_priorities) == {"death", "energy", "money"}
    press(window, "start.first_priorities.let_go.energy", qtbot)
    assert set(window.session.record.start.first_priorities) == {"death", "money", "children"}


def test_the_leaning_can_be_changed_and_taken_back(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_leaning")
    press(window, "start.first_leaning.ahsct", qtbot)
    press(window, "start.first_leaning.none_yet", qtbot)
    assert window.session.record.start.first_leaning == "none_yet"
    window.session.undo()
    window.session.undo()
    assert window.session.record.start.first_leaning is None
    buttons = window.page.findChildren(QAbstractButton)
    assert not any(one.isChecked() for one in buttons)


def test_next_is_never_blocked_by_what_was_left_open(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_wish")
    seen = []
    while window.session.aid.kinds[window.session.journey.step.id] == "start":
        seen.append(window.session.journey.step.id)
        press(window, "next", qtbot)
    assert seen == ["start_wish", "start_facts", "start_leaning", "start_priorities", "start_visit"]
    assert window.session.record.start == Record().start
