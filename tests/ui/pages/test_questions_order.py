"""My questions in my order: moved by hand and by keyboard, taken away, and for whom each is."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import is_ticked, press, rest, words
from tests.ui.pages.my_questions import asked
from tests.windows import Opens, part


def order(window: Window) -> list[str]:
    """The cards from top to bottom."""
    rest()
    cards = [one for one in window.page.findChildren(Card) if one.isVisibleTo(window)]
    return [
        one.accessibleName() for one in sorted(cards, key=lambda card: card.mapTo(window, card.rect().topLeft()).y())
    ]


@pytest.fixture
def listed(open_session: Opens, qtbot: QtBot) -> Window:
    """Four questions in the list."""
    four = [{"id": f"q{number}", "text": text} for number, text in enumerate(("One?", "Two?", "Three?", "Four?"), 1)]
    made = Window(open_session(msgspec.convert({"questions": {"asked": four}}, Record)))
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    return made


def test_questions_move_one_place_at_a_time_and_stop_at_the_ends(listed: Window, qtbot: QtBot) -> None:
    listed.session.go("questions_order")
    assert order(listed) == ["1. One?", "2. Two?", "3. Three?", "4. Four?"]
    press(listed, "q3.0", qtbot)
    assert order(listed) == ["1. One?", "2. Three?", "3. Two?", "4. Four?"]
    press(listed, "q1.1", qtbot)
    assert asked(listed) == ["Three?", "One?", "Two?", "Four?"]
    rest()
    assert not part(listed, "q3.0").isEnabled()
    assert not part(listed, "q4.1").isEnabled()


def test_a_question_is_moved_on_and_on_by_keyboard(listed: Window, qtbot: QtBot) -> None:
    listed.activateWindow()
    listed.session.go("questions_order")
    rest()
    part(listed, "q4.0").setFocus()
    for _time in range(3):
        assert QApplication.focusWidget() is part(listed, "q4.0")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        rest()
    assert asked(listed) == ["Four?", "One?", "Two?", "Three?"]
    assert QApplication.focusWidget() is part(listed, "q4.1")
    part(listed, "q4.2").setFocus()
    qtbot.keyClick(part(listed, "q4.2"), Qt.Key.Key_Space)
    rest()
    assert QApplication.focusWidget() is listed.page.heading


def test_the_first_three_are_said_to_stand_on_the_front(listed: Window) -> None:
    listed.session.go("questions_order")
    rest()
    notes = {card.objectName(): card.accessibleDescription() for card in listed.page.findChildren(Card)}
    assert [note.endswith("On the front page.") for note in notes.values()] == [True, True, True, False]


def test_a_question_is_taken_away_and_brought_back_by_undo(listed: Window, qtbot: QtBot) -> None:
    listed.session.go("questions_order")
    press(listed, "q2.2", qtbot)
    assert asked(listed) == ["One?", "Three?", "Four?"]
    listed.session.undo()
    assert order(listed) == ["1. One?", "2. Two?", "3. Three?", "4. Four?"]


def test_changing_whom_a_question_is_for_leaves_the_choices_open_and_the_focus_on_them(
    listed: Window, qtbot: QtBot
) -> None:
    listed.activateWindow()
    listed.session.go("questions_order")
    press(listed, "to.q2", qtbot)
    part(listed, "q2.neurologist").setFocus()
    for wanted in ("nurse", "centre"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        rest()
        assert QApplication.focusWidget() is part(listed, f"q2.{wanted}")
    assert listed.session.record.questions.asked[1].to == "centre"
    listed.session.undo()
    assert is_ticked(listed, "q2.nurse")


def test_any_question_can_be_the_companions(listed: Window, qtbot: QtBot) -> None:
    listed.session.go("questions_order")
    press(listed, "to.q3", qtbot)
    press(listed, "q3.companion", qtbot)
    assert [one.companion for one in listed.session.record.questions.asked] == [False, False, True, False]
    assert part(listed, "card.q3").accessibleDescription().startswith("From the person who comes with me.")


def test_a_visit_has_room_for_so_many_questions(listed: Window) -> None:
    listed.session.go("questions_order")
    assert "With 3 minutes for each, that is about 12 minutes." in words(listed)


def test_questions_that_say_nearly_the_same_are_pointed_out_and_both_are_kept(
    window: Window, aid: Aid, qtbot: QtBot
) -> None:
    first = next(prompt for prompt in aid.library.prompts if prompt.first)
    window.session.answer("questions.asked", ({"id": "q1", "text": first.text.replace("which", "what")[:-1]},))
    window.session.go("questions_choose")
    press(window, f"questions.prompt.{first.id}", qtbot)
    assert "This is close to a question you have" in words(window)
    assert len(asked(window)) == 2
    window.session.go("questions_order")
    assert "Close to question 1." in words(window)


def test_each_question_is_for_whom_the_person_says(listed: Window, qtbot: QtBot) -> None:
    listed.session.go("questions_order")
    press(listed, "to.q2", qtbot)
    press(listed, "q2.nurse", qtbot)
    assert [one.to for one in listed.session.record.questions.asked] == [
        "neurologist", "nurse", "neurologist", "neurologist",
    ]  # fmt: skip
