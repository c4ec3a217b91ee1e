"""My questions: choose, write and put in order; no word is lost and none stands twice."""

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
from tests.ui.pages.acting import enter, is_ticked, press, rest, words
from tests.windows import Opens, part


def asked(window: Window) -> list[str]:
    return [one.text for one in window.session.record.questions.asked]


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


def test_eight_ready_questions_are_shown_before_any_search(window: Window, aid: Aid) -> None:
    window.session.go("questions_choose")
    said = words(window)
    assert [prompt.text for prompt in aid.library.prompts if prompt.text in said] == [
        prompt.text for prompt in aid.library.prompts if prompt.first
    ]
    assert sum(prompt.first for prompt in aid.library.prompts) == 8


def test_a_ready_question_is_chosen_and_taken_back_with_one_tick(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("questions_choose")
    first = next(prompt for prompt in aid.library.prompts if prompt.first)
    press(window, f"questions.prompt.{first.id}", qtbot)
    assert [(one.text, one.to, one.prompt) for one in window.session.record.questions.asked] == [
        (first.text, first.to, first.id)
    ]
    assert "You have 1 question." in words(window)
    press(window, f"questions.prompt.{first.id}", qtbot)
    assert asked(window) == []


def test_the_search_finds_every_question_that_holds_the_words(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("questions_choose")
    enter(window, "questions.search", "WORK", qtbot)
    said = words(window)
    for prompt in aid.library.prompts:
        assert (prompt.text in said) == ("work" in f"{prompt.topic} {prompt.text}".casefold()), prompt.id
    enter(window, "questions.search", " xyzzy", qtbot)
    assert "No question has these words." in words(window)


def test_what_was_ticked_stays_when_the_search_changes(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("questions_choose")
    hidden = next(prompt for prompt in aid.library.prompts if not prompt.first)
    enter(window, "questions.search", hidden.text[:40], qtbot)
    press(window, f"questions.prompt.{hidden.id}", qtbot)
    part(window, "questions.search").selectAll()  # type: ignore[attr-defined]
    enter(window, "questions.search", hidden.text[:3], qtbot)
    assert asked(window) == [hidden.text]
    assert is_ticked(window, f"questions.prompt.{hidden.id}")


def test_a_suggestion_says_why_it_is_offered_and_is_offered_no_more_once_chosen(window: Window, qtbot: QtBot) -> None:
    window.session.answer_fact("facts.new_symptoms_4_weeks", True)
    window.session.go("questions_choose")
    name = "questions.prompt.sg_new_symptoms"
    rest()
    assert "You wrote about new or worse symptoms" in part(window, name).accessibleDescription()
    press(window, name, qtbot)
    assert len(asked(window)) == 1
    assert is_ticked(window, name)


def test_an_empty_record_is_offered_no_suggestion(window: Window) -> None:
    window.session.go("questions_choose")
    assert "From your own answers" not in words(window)


def test_own_words_become_a_question_and_the_box_is_ready_for_the_next(window: Window, qtbot: QtBot) -> None:
    window.session.go("questions_write")
    enter(window, "questions.own", "Can I still swim?", qtbot)
    press(window, "questions.companion.yes", qtbot)
    press(window, "questions.add", qtbot)
    (kept,) = window.session.record.questions.asked
    assert (kept.text, kept.companion) == ("Can I still swim?", True)
    assert part(window, "questions.own").toPlainText() == ""  # type: ignore[attr-defined]
    assert not is_ticked(window, "questions.companion.yes")
    assert window.session.draft("questions.own") == ""


def test_words_that_are_not_added_yet_are_not_lost(window: Window, qtbot: QtBot) -> None:
    window.session.go("questions_write")
    enter(window, "questions.own", "Can I st", qtbot)
    assert window.session.draft("questions.own") == "Can I st"
    assert asked(window) == []


def test_the_same_question_in_own_words_is_held_up_and_never_stands_twice(window: Window, qtbot: QtBot) -> None:
    window.session.go("questions_write")
    for _time in range(2):
        enter(window, "questions.own", "Can I still swim?", qtbot)
        press(window, "questions.add", qtbot)
    assert "This is close to a question you have" in words(window)
    press(window, "questions.add", qtbot)
    assert asked(window) == ["Can I still swim?"]


def test_own_words_that_a_ready_question_repeats_are_shown_as_chosen(window: Window, aid: Aid, qtbot: QtBot) -> None:
    first = next(prompt for prompt in aid.library.prompts if prompt.first)
    window.session.answer("questions.asked", ({"id": "q1", "text": first.text.upper()},))
    window.session.go("questions_choose")
    press(window, f"questions.prompt.{first.id}", qtbot)
    assert asked(window) == [first.text.upper()]
    assert is_ticked(window, f"questions.prompt.{first.id}")


def test_a_full_list_keeps_the_words_in_the_box(open_session: Opens, qtbot: QtBot) -> None:
    names = [f"{one}{two}" for one in "abcdefghij" for two in "klmnopqrst"]
    full = [{"id": f"q{number}", "text": name * 9} for number, name in enumerate(names)]
    window = Window(open_session(msgspec.convert({"questions": {"asked": full}}, Record)))
    qtbot.addWidget(window)
    window.show()
    window.session.go("questions_write")
    enter(window, "questions.own", "One more question?", qtbot)
    press(window, "questions.add", qtbot)
    assert len(asked(window)) == 100
    assert window.session.draft("questions.own") == "One more question?"
    assert "Your list is full." in words(window)
    window.session.close()


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
