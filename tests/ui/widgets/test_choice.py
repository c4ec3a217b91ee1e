"""Answers one picks: hit anywhere, let go by sliding off, and never more than the limit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Choice
from hsct_aid.ui import theme
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf, OneOf
from hsct_aid.ui.widgets.fold import Fold
from tests.ui.widgets.conftest import Shows
from tests.windows import part

CHOICES = [Choice("a", "Apples"), Choice("b", "Berries", "Red or blue."), Choice("c", "Cherries"), Choice("d", "Dates")]


def heard(box: OneOf | ManyOf) -> list[object]:
    """Everything that ``box`` says was picked, as it is said."""
    said: list[object] = []
    box.picked.connect(said.append)
    return said


def press(window: QWidget, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton, pos=part(window, name).rect().center())


def test_nothing_is_picked_to_begin_with(shown: Shows) -> None:
    box = OneOf(CHOICES, key="fruit")
    window = shown(box)
    assert not any(button.isChecked() for button in window.findChildren(QRadioButton))


def test_one_pick_takes_the_place_of_the_other(shown: Shows, qtbot: QtBot) -> None:
    box = OneOf(CHOICES, key="fruit")
    window, picked = shown(box), heard(box)
    for name in ("a", "c"):
        press(window, f"fruit.{name}", qtbot)
    assert picked == ["a", "c"]
    assert [button.isChecked() for button in window.findChildren(QRadioButton)] == [False, False, True, False]


def test_showing_what_the_record_says_is_no_answer(shown: Shows) -> None:
    one, many = OneOf(CHOICES, key="fruit"), ManyOf(CHOICES, key="fruits")
    shown(one)
    shown(many)
    picked, ticked = heard(one), heard(many)
    for choice in ("a", "b", None):
        one.show_choice(choice)
        many.show_choices((choice,) if choice else ())
    assert picked == ticked == []
    assert not any(button.isChecked() for button in one.findChildren(QRadioButton))
    assert many.chosen() == ()


def test_space_picks_what_has_the_focus(shown: Shows, qtbot: QtBot) -> None:
    box = ManyOf(CHOICES, key="fruits")
    window, picked = shown(box), heard(box)
    qtbot.keyClick(part(window, "fruits.b"), Qt.Key.Key_Space)
    assert picked == [("b",)]


@pytest.mark.parametrize("kind", [OneOf, ManyOf])
def test_an_answer_can_be_hit_anywhere_in_its_frame(kind: type[OneOf | ManyOf], shown: Shows, qtbot: QtBot) -> None:
    box = kind(CHOICES, key="fruit")
    window = shown(box)
    for choice, corner in zip("abcd", ("topLeft", "topRight", "bottomLeft", "bottomRight"), strict=True):
        button = part(window, f"fruit.{choice}")
        assert isinstance(button, QAbstractButton)
        edge = getattr(button.rect(), corner)()
        inward = QPoint(1 if edge.x() == 0 else -1, 1 if edge.y() == 0 else -1)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=edge + inward)
        assert button.isChecked(), corner


def slide_off(widget: QWidget, qtbot: QtBot) -> None:
    """Press in the middle, move away and let go there."""
    away = QPoint(widget.width() + 200, widget.height() + 200)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
    qtbot.mouseMove(widget, away)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=away)


def test_sliding_off_before_letting_go_picks_nothing(shown: Shows, qtbot: QtBot) -> None:
    for box in (OneOf(CHOICES, key="fruit"), ManyOf(CHOICES, key="fruit")):
        window, picked = shown(box), heard(box)
        slide_off(part(window, "fruit.b"), qtbot)
        assert picked == []
        assert not any(button.isChecked() for button in window.findChildren(QAbstractButton))


def test_sliding_off_a_button_does_nothing(shown: Shows, qtbot: QtBot) -> None:
    button, pressed = Button("Take away", key="take"), []
    button.clicked.connect(lambda: pressed.append(1))
    slide_off(part(shown(button), "take"), qtbot)
    assert pressed == []


def test_sliding_off_a_title_opens_nothing(shown: Shows, qtbot: QtBot) -> None:
    fold = Fold("More", "", QWidget, key="more")
    slide_off(part(shown(fold), "more"), qtbot)
    assert not fold.is_open


def test_a_tick_over_the_limit_asks_which_to_let_go_and_changes_nothing(shown: Shows, qtbot: QtBot) -> None:
    box = ManyOf(CHOICES, key="fruits", limit=3)
    window, picked = shown(box), heard(box)
    box.show_choices(("a", "b", "c"))
    window.activateWindow()
    press(window, "fruits.d", qtbot)
    QApplication.processEvents()
    assert box.chosen() == ("a", "b", "c")
    assert picked == []
    assert QApplication.focusWidget() is part(window, "fruits.let_go.a")
    asked = [one.text() for one in window.findChildren(QRadioButton) if one.isVisibleTo(window)]
    assert asked == ["Let go: Apples", "Let go: Berries", "Let go: Cherries", "None: leave it as it was"]


def test_what_is_let_go_makes_room_for_what_is_wanted(shown: Shows, qtbot: QtBot) -> None:
    box = ManyOf(CHOICES, key="fruits", limit=3)
    window, picked = shown(box), heard(box)
    box.show_choices(("a", "b", "c"))
    press(window, "fruits.d", qtbot)
    QApplication.processEvents()
    press(window, "fruits.let_go.b", qtbot)
    assert picked == [("a", "c", "d")]
    assert not [one for one in window.findChildren(QRadioButton) if one.isVisibleTo(window)]


def test_none_can_be_let_go_and_then_all_stays_as_it_was(shown: Shows, qtbot: QtBot) -> None:
    box = ManyOf(CHOICES, key="fruits", limit=3)
    window, picked = shown(box), heard(box)
    box.show_choices(("a", "b", "c"))
    press(window, "fruits.d", qtbot)
    QApplication.processEvents()
    press(window, "fruits.let_go.as_it_was", qtbot)
    assert picked == []
    assert box.chosen() == ("a", "b", "c")


def test_taking_one_away_by_hand_answers_the_question_too(shown: Shows, qtbot: QtBot) -> None:
    box = ManyOf(CHOICES, key="fruits", limit=3)
    window, picked = shown(box), heard(box)
    box.show_choices(("a", "b", "c"))
    press(window, "fruits.d", qtbot)
    press(window, "fruits.a", qtbot)
    press(window, "fruits.d", qtbot)
    assert picked == [("b", "c"), ("b", "c", "d")]
    assert not [one for one in window.findChildren(QRadioButton) if one.isVisibleTo(window)]


@pytest.mark.parametrize("width", [220, 900])
def test_an_answer_is_never_lower_than_a_finger_and_as_tall_as_its_words(shown: Shows, width: int) -> None:
    long = Choice("x", "A very long answer that goes on and on " * 4, "With a hint that is long too. " * 3)
    window = shown(ManyOf([*CHOICES, long], key="fruits"), width)
    window.resize(width, 1500)
    QApplication.processEvents()
    for box in window.findChildren(QCheckBox):
        assert box.height() >= theme.TARGET
        assert box.height() >= box.heightForWidth(box.width())


def test_every_answer_is_named_and_its_hint_is_read_after_it(shown: Shows) -> None:
    window = shown(OneOf(CHOICES, key="fruit"))
    berries = part(window, "fruit.b")
    assert (berries.accessibleName(), berries.accessibleDescription()) == ("Berries", "Red or blue.")
