"""One question of the form: what is typed or picked is in the record, and nothing that was not meant."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid, Choice, Field
from hsct_aid.domain.dates import read_date
from hsct_aid.domain.facts import Answer, Scan, known
from hsct_aid.domain.labels import NONE_OF_THESE
from hsct_aid.domain.numbers import read_number
from hsct_aid.domain.record import Record, value_at
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.answers import Question
from tests.ui.widgets.conftest import Shows
from tests.windows import TODAY, Opens, part


class Asked:
    """A question shown alone, bound to a session of its own."""

    def __init__(self, session: Session, field: Field, shown: Shows, qtbot: QtBot) -> None:
        self.session, self.field, self.qtbot = session, field, qtbot
        self.question = Question(session, field)
        self.window = shown(self.question)
        session.record_changed.connect(self.question.refresh)

    @property
    def box(self) -> QLineEdit | QPlainTextEdit:
        found = part(self.window, f"{self.field.id}.box")
        assert isinstance(found, QLineEdit | QPlainTextEdit)
        return found

    @property
    def written(self) -> str:
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.toPlainText()

    @property
    def answer(self) -> object:
        return value_at(self.session.record, self.field.id)

    def type(self, words: str) -> None:
        self.box.setFocus()
        self.qtbot.keyClicks(self.box, words)

    def press(self, choice: str) -> None:
        button = part(self.window, f"{self.field.id}.{choice}")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def ticked(self) -> list[str]:
        boxes = (*self.window.findChildren(QCheckBox), *self.window.findChildren(QRadioButton))
        return [box.objectName().removeprefix(f"{self.field.id}.") for box in boxes if box.isChecked()]

    def says(self, words: str) -> bool:
        return any(
            words in label.text() for label in self.window.findChildren(QLabel) if label.isVisibleTo(self.window)
        )


class Asks:
    """Makes questions from the real form, or from a field made for the test."""

    def __init__(self, aid: Aid, opens: Opens, shown: Shows, qtbot: QtBot) -> None:
        self._aid, self._opens, self._shown, self._qtbot = aid, opens, shown, qtbot

    def __call__(self, asked: str | Field, record: Record | None = None) -> Asked:
        fields = [field for step in self._aid.steps.values() for field in step.fields if field.id == asked]
        field = asked if isinstance(asked, Field) else fields[-1]
        return Asked(self._opens(record), field, self._shown, self._qtbot)


@pytest.fixture
def asks(aid: Aid, open_session: Opens, shown: Shows, qtbot: QtBot) -> Asks:
    return Asks(aid, open_session, shown, qtbot)


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


@pytest.mark.parametrize("words", ["14", "14 March", "3/4/2026", "31 April 2026", "last spring"])
def test_a_date_that_makes_no_sense_yet_is_left_alone_and_says_what_is_wrong(words: str, asks: Asks) -> None:
    asked = asks("start.visit_on")
    asked.type(words)
    assert asked.written == words
    assert asked.answer is None
    assert asked.says("Please write the month as a word.")
    asked.session.answer("start.companion", "my sister")
    assert asked.written == words
    assert asked.says("Please write the month as a word.")


def test_a_date_is_read_as_soon_as_it_makes_sense_and_said_back(asks: Asks) -> None:
    asked = asks("start.visit_on")
    asked.type("14.12.202")
    assert asked.answer is None
    asked.type("6")
    assert asked.answer == "2026-12-14"
    assert asked.written == "14.12.2026"
    assert asked.says("14 December 2026")


def test_a_date_that_is_taken_apart_again_is_no_answer(asks: Asks) -> None:
    asked = asks("start.visit_on")
    asked.type("14 March 2026")
    asked.qtbot.keyClick(asked.box, Qt.Key.Key_Backspace)
    assert asked.written == "14 March 202"
    assert asked.answer is None


@pytest.mark.parametrize(
    ("path", "words"),
    [("facts.edss", "45"), ("facts.edss", "3.3"), ("facts.edss", "nan"), ("facts.edss", "inf"), ("facts.edss", "1e999"),
     ("facts.diagnosis_year", "20199"), ("facts.diagnosis_year", "1850"), ("facts.walk_metres", "3.5"),
     ("facts.walk_metres", "-20"), ("facts.walk_metres", "1_0")],
)  # fmt: skip
def test_half_of_a_number_that_cannot_be_is_no_answer(path: str, words: str, asks: Asks) -> None:
    asked = asks(path)
    asked.type(words)
    assert asked.written == words
    assert asked.answer is None
    asked.session.answer("start.companion", "my sister")
    assert asked.written == words
    assert any(
        label.text().startswith(("This number", "Write the year")) for label in asked.window.findChildren(QLabel)
    )


@pytest.mark.parametrize("words", ["1500", "1,500"])
def test_a_number_over_a_thousand_is_shown_and_typed_on_as_it_is_meant(words: str, asks: Asks) -> None:
    asked = asks("facts.walk_metres")
    asked.type(words)
    assert asked.answer == Answer(value=1500, on=TODAY)
    again = asks("facts.walk_metres", asked.session.record)
    assert again.written == "1500"
    again.type("0")
    assert again.answer == Answer(value=15000, on=TODAY)


@pytest.mark.parametrize("words", ["3,5", "3.5", " 3.5 "])
def test_a_half_step_is_read_with_a_comma_or_a_point(words: str, asks: Asks) -> None:
    asked = asks("facts.edss")
    asked.type(words)
    assert asked.answer == Answer(value=3.5, on=TODAY)
    assert asked.written == words


def test_undo_brings_the_words_back_into_the_box_and_takes_the_message_away(asks: Asks) -> None:
    asked = asks("facts.diagnosis_year")
    asked.type("2019")
    asked.session.answer("start.companion", "my sister")
    asked.box.selectAll()
    asked.type("20")
    assert asked.says("four digits")
    asked.session.undo()
    assert asked.written == "2019"
    assert not asked.says("four digits")


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
