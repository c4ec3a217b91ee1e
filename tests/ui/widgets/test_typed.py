"""Boxes to type in: whatever is pasted, they answer at once, keep what was there, and say when they are full."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.typed import OneLine, Text
from tests.ui.widgets.conftest import Shows

HUGE = "All of my notes since the beginning. " * 300_000
Box = OneLine | Text


@pytest.fixture(params=[OneLine, Text])
def box(request: pytest.FixtureRequest, shown: Shows) -> Box:
    made: Box = request.param("My words", key="words", limit=100)
    shown(made).activateWindow()
    made.setFocus()
    return made


def text(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def paste(box: Box, words: str) -> None:
    given = QMimeData()
    given.setText(words)
    QGuiApplication.clipboard().setMimeData(given)
    box.paste()


def test_what_assistive_technology_puts_in_counts_as_typed(box: Box) -> None:
    """Dictation and switches put a text in whole, without a key."""
    typed: list[str] = []
    box.typed.connect(lambda: typed.append(text(box)))
    spoken = QAccessible.queryAccessibleInterface(box)
    if isinstance(box, QLineEdit):
        spoken.setText(QAccessible.Text.Value, "My words")
    else:
        spoken.editableTextInterface().insertText(0, "My words")
    assert typed[-1:] == ["My words"]


def test_ten_megabytes_are_cut_at_once_and_what_was_there_stays(box: Box, qtbot: QtBot) -> None:
    assert len(HUGE) > 10_000_000
    qtbot.keyClicks(box, "Mine first. ")
    began = perf_counter()
    with qtbot.waitSignal(box.overfull) as told:
        paste(box, HUGE)
    assert perf_counter() - began < 1
    assert text(box) == ("Mine first. " + HUGE)[:100]
    assert told.args == ["This box holds 100 characters. The rest was not taken."]


def test_a_full_box_takes_no_more_keys_and_says_so(box: Box, qtbot: QtBot) -> None:
    box.show_text("x" * 100)
    with qtbot.waitSignal(box.overfull):
        qtbot.keyClicks(box, "y")
    assert text(box) == "x" * 100 or sorted(text(box)) == sorted("y" + "x" * 99)


def test_what_fits_is_taken_without_a_word(box: Box, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.overfull):
        paste(box, "It fits.")
    assert text(box) == "It fits."


def test_control_characters_never_get_in(box: Box) -> None:
    said: list[str] = []
    box.typed.connect(said.append)
    paste(box, "one\x00\x07 two\x1b three")
    assert text(box) == said[-1] == "one two three"


def test_a_line_of_its_own_gets_in_only_where_there_is_room_for_one(box: Box) -> None:
    paste(box, "one\ntwo")
    assert text(box) == ("one two" if isinstance(box, OneLine) else "one\ntwo")


def test_pasting_over_a_selection_takes_its_place(box: Box) -> None:
    box.show_text("x" * 100)
    box.selectAll()
    paste(box, "new")
    assert text(box) == "new"


def test_tab_leaves_the_box_and_types_nothing(box: Box, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert text(box) == "a"
    assert not box.hasFocus()


def test_leaving_the_box_is_told(box: Box, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Tab)


def test_showing_equal_words_leaves_the_cursor_where_it_is(box: Box, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Left)
    box.show_text("abc")
    qtbot.keyClicks(box, "X")
    assert text(box) == "abXc"


def test_showing_words_is_not_typing(box: Box, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.typed):
        box.show_text("from the record")


def test_a_long_word_from_an_input_method_is_cut_to_the_room(box: Box, qtbot: QtBot) -> None:
    box.show_text("")
    box.insert("z" * 150) if isinstance(box, OneLine) else box.insertPlainText("z" * 150)
    assert text(box) == "z" * 100


def test_every_box_has_its_name_and_can_be_hit(box: Box) -> None:
    assert box.accessibleName() == "My words"
    assert box.height() >= 44


def test_enter_makes_a_new_line_in_a_text_alone(box: Box, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert text(box) == ("a\n" if isinstance(box, QPlainTextEdit) else "a")
