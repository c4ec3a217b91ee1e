"""Answers, undo, saving."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from hsct_aid.domain.facts import Answer
from hsct_aid.domain.record import Record
from hsct_aid.ui.session import UNDO_STEPS
from tests.windows import TODAY, Opens


def test_an_answer_is_kept_with_its_day_and_saved(open_session: Opens, qtbot: QtBot) -> None:
    kept: list[Record] = []
    session = open_session(kept=kept)
    with qtbot.waitSignal(session.saved) as saved:
        assert session.answer_fact("facts.ms_type", "rrms")
    assert session.record.facts.ms_type == Answer(value="rrms", on=TODAY)
    assert saved.args == ["14:02"]
    assert kept[-1] == session.record
    session.close()


def test_the_same_answer_again_does_nothing(open_session: Opens) -> None:
    session = open_session()
    session.answer("start.companion", "my sister")
    before = session.record
    session.answer("start.companion", "my sister")
    assert session.record is before
    session.close()


def test_undo_takes_back_any_answer_and_redo_brings_it_back(open_session: Opens) -> None:
    session = open_session()
    session.answer("start.asks", ("talk",))
    session.answer_fact("facts.edss", 3.5)
    session.undo()
    assert session.record.facts.edss is None
    session.undo()
    assert not session.record.start.asks
    session.redo()
    session.redo()
    assert session.record.start.asks == ("talk",)
    assert session.record.facts.edss == Answer(value=3.5, on=TODAY)
    session.close()


def test_typing_in_one_field_is_one_step_of_undo(open_session: Opens) -> None:
    session = open_session()
    for words in ("H", "He", "Hel", "Hello"):
        session.answer("start.ask_words", words, typing=True)
    session.undo()
    assert session.record.start.ask_words == ""
    session.close()


def test_typing_in_a_second_field_is_a_step_of_its_own(open_session: Opens) -> None:
    session = open_session()
    session.answer("start.ask_words", "a", typing=True)
    session.answer("start.companion", "b", typing=True)
    session.undo()
    assert (session.record.start.ask_words, session.record.start.companion) == ("a", "")
    session.close()


def test_turning_pages_is_not_undone(open_session: Opens) -> None:
    session = open_session()
    session.answer("start.asks", ("talk",))
    session.go("start_facts")
    session.undo()
    assert session.record.place == "start_facts"
    assert not session.record.start.asks
    session.close()


def test_the_last_hundred_answers_can_be_taken_back(open_session: Opens) -> None:
    session = open_session()
    for number in range(UNDO_STEPS + 20):
        session.answer("start.companion", f"person {number}")
    steps = 0
    while session.can_undo:
        session.undo()
        steps += 1
    assert steps == UNDO_STEPS
    session.close()


def test_what_does_not_fit_the_record_is_refused_and_changes_nothing(open_session: Opens) -> None:
    session = open_session()
    before = session.record
    assert not session.answer_fact("facts.edss", 3.3)
    assert not session.answer("start.asks", ("marry",))
    assert session.record is before
    session.close()


def test_a_failed_save_says_so_and_keeps_every_word(open_session: Opens, qtbot: QtBot, aid: object) -> None:
    session = open_session()

    def fail(_record: Record) -> None:
        raise OSError(28, "No space left on device")

    session._keep = fail
    with qtbot.waitSignal(session.save_failed):
        session.answer("start.companion", "my sister")
    assert session.record.start.companion == "my sister"
    session.close()


def test_closing_saves_what_was_just_typed(open_session: Opens) -> None:
    kept: list[Record] = []
    session = open_session(kept=kept)
    session.answer("start.ask_words", "last word", typing=True)
    session.close()
    assert kept[-1].start.ask_words == "last word"


def test_the_last_of_many_states_wins(open_session: Opens) -> None:
    kept: list[Record] = []
    session = open_session(kept=kept)
    for number in range(200):
        session.answer("start.companion", f"person {number}")
    session.close()
    assert kept[-1].start.companion == "person 199"


def test_nothing_said_saves_nothing(open_session: Opens) -> None:
    kept: list[Record] = []
    open_session(kept=kept).close()
    assert kept == []


def test_the_window_never_waits_for_a_save(open_session: Opens) -> None:
    session = open_session()
    disk_is_done = Event()
    session._keep = lambda _record: disk_is_done.wait(30)
    session.answer("start.companion", "my sister")
    session.save()
    assert not disk_is_done.is_set()
    assert not session.is_saved
    disk_is_done.set()
    assert session.settle()
    session.close()
