"""One question of the form: what is typed or picked is in the record, and nothing that was not meant."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from hsct_aid.domain.aid import Choice, Field
from hsct_aid.domain.dates import read_date
from hsct_aid.domain.facts import Answer, Scan, known
from hsct_aid.domain.labels import NONE_OF_THESE
from hsct_aid.domain.numbers import read_number
from hsct_aid.domain.record import Record
from tests.ui.widgets.asking import Asks
from tests.windows import TODAY


def test_a_pick_is_kept_with_its_day(asks: Asks) -> None:
    asked = asks("facts.ms_type")
    asked.press("rrms")
    assert asked.answer == Answer(value="rrms", on=TODAY)


def test_i_dont_know_and_a_pick_exclude_each_other(asks: Asks) -> None:
    asked = asks("facts.ms_type")
    asked.press("unknown")
    assert asked.answer == Answer[object](unknown=True, on=TODAY)
    assert asked.ticked() == ["unknown"]
    asked.press("spms")
    assert asked.answer == Answer(value="spms", on=TODAY)
    assert asked.ticked() == ["spms"]


def test_i_dont_know_and_what_is_typed_exclude_each_other(asks: Asks) -> None:
    asked = asks("facts.edss")
    asked.type("3.5")
    asked.press("unknown.unknown")
    assert asked.answer == Answer[object](unknown=True, on=TODAY)
    assert asked.written == ""
    asked.type("4")
    assert asked.answer == Answer(value=4.0, on=TODAY)
    assert asked.ticked() == []


def test_i_dont_know_and_ticks_exclude_each_other(asks: Asks) -> None:
    asked = asks("facts.illnesses")
    asked.press("heart")
    asked.press("unknown.unknown")
    assert asked.ticked() == ["unknown.unknown"]
    asked.press("lungs")
    assert asked.ticked() == ["lungs"]
    assert asked.answer == Answer(value=("lungs",), on=TODAY)


def test_i_dont_know_that_is_taken_back_leaves_the_question_open(asks: Asks) -> None:
    asked = asks("facts.edss")
    asked.press("unknown.unknown")
    asked.press("unknown.unknown")
    assert asked.answer is None


@pytest.mark.parametrize("path", ["facts.illnesses", "facts.infections"])
def test_none_of_these_takes_the_others_away_and_the_other_way_round(path: str, asks: Asks) -> None:
    asked = asks(path)
    first, second = (choice.id for choice in asked.field.choices[:2])
    asked.press(first)
    asked.press(second)
    asked.press(NONE_OF_THESE)
    assert asked.ticked() == [NONE_OF_THESE]
    assert asked.answer == Answer(value=(NONE_OF_THESE,), on=TODAY)
    asked.press(second)
    assert asked.ticked() == [second]
    assert asked.answer == Answer(value=(second,), on=TODAY)


def test_a_tick_taken_back_is_not_an_answer_of_none(asks: Asks) -> None:
    asked = asks("facts.illnesses")
    asked.press("heart")
    asked.press("heart")
    assert asked.answer is None


def test_the_last_of_several_ticks_taken_back_leaves_an_empty_list(asks: Asks) -> None:
    asked = asks("start.asks")
    asked.press("talk")
    asked.press("refer")
    assert asked.session.record.start.asks == ("talk", "refer")
    asked.press("talk")
    asked.press("refer")
    assert not asked.session.record.start.asks


def test_a_box_emptied_by_hand_is_a_question_left_open(asks: Asks) -> None:
    asked = asks("facts.allergies")
    asked.type("nuts")
    asked.box.selectAll()
    asked.qtbot.keyClick(asked.box, Qt.Key.Key_Delete)
    assert asked.answer is None


def test_what_an_earlier_session_kept_is_shown(asks: Asks) -> None:
    record = asks("facts.edss").session.record
    for path, value in {"facts.edss": 3.0, "facts.edss_date": "2026-03", "facts.mri": Scan(new_lesions=2)}.items():
        session = asks("facts.edss", record).session
        session.answer_fact(path, value)
        record = session.record
    assert asks("facts.edss", record).written == "3"
    assert asks("facts.edss_date", record).written == "March 2026"
    inside = Field("facts.mri.value.new_lesions", "New lesions", "number")
    assert asks(inside, record).written == "2"


def test_an_answer_inside_a_fact_carries_its_day(asks: Asks) -> None:
    asked = asks(Field("facts.mri.value.date", "When?", "date"))
    asked.type("May 2026")
    assert asked.session.record.facts.mri == Answer(value=Scan(date="2026-05"), on=TODAY)


def test_yes_and_no_are_kept_as_such_in_facts_and_elsewhere(asks: Asks) -> None:
    fact, need = asks("facts.previous_ahsct"), asks("standing.knows")
    fact.press("no")
    need.press("no")
    assert known(fact.session.record.facts.previous_ahsct) is False
    assert need.answer == "no"
    assert fact.ticked() == need.ticked() == ["no"]


def test_typing_offers_the_names_of_the_list_and_takes_one_whole(asks: Asks) -> None:
    names = (Choice("Tysabri", "Tysabri"), Choice("Lemtrada", "Lemtrada"))
    asked = asks(Field("start.companion", "Name", "line", choices=names))
    asked.type("lem")
    assert isinstance(asked.box, QLineEdit)
    completer = asked.box.completer()
    assert completer.completionCount() == 1
    completer.activated.emit(completer.currentCompletion())
    assert asked.answer == "Lemtrada"
    assert asked.written == "Lemtrada"


def test_more_than_a_box_holds_is_said_below_it(asks: Asks) -> None:
    asked = asks("start.visit_with")
    asked.type("x" * 41)
    assert asked.answer == "x" * 40
    assert asked.says("This box holds 40 characters.")


def test_every_part_of_a_question_has_its_name(asks: Asks) -> None:
    for path in ("facts.ms_type", "facts.edss", "start.ask_words", "facts.illnesses"):
        asked = asks(path)
        stops = [one for one in asked.question.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops
        assert all(one.accessibleName() for one in stops)
        assert asked.question.accessibleName() == asked.field.label


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("0123456789 ./-,marchinfe"), max_size=8))
def test_whatever_is_typed_is_left_alone_and_the_record_holds_what_it_says_or_nothing(asks: Asks, words: str) -> None:
    for path, read in (("start.visit_on", read_date), ("facts.edss", read_number)):
        asked = asks(path)
        asked.type(words)
        asked.session.answer("start.companion", "my sister")
        assert asked.written == words
        kept = asked.answer.value if isinstance(asked.answer, Answer) else asked.answer
        assert kept in (None, read(words))
        asked.session.close()


def test_words_that_a_box_does_not_understand_are_there_again_and_taken_back_in_one_step(asks: Asks) -> None:
    asked = asks("facts.diagnosis_year")
    asked.type("around Easter")
    assert asked.answer is None
    again = asks("facts.diagnosis_year", asked.session.record)
    assert again.written == "around E"  # as much as the box holds
    assert again.says("four digits")
    asked.session.undo()
    assert asked.written == ""
    assert asked.session.record == Record()
    again.box.selectAll()
    again.type("2019")
    assert known(again.session.record.facts.diagnosis_year) == 2019
    assert again.session.record.drafts == ()
