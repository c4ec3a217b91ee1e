"""Dates and numbers in words: read as soon as they make sense, and half of one is no answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hsct_aid.domain.facts import Answer
from tests.ui.widgets.asking import Asks
from tests.windows import TODAY


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
