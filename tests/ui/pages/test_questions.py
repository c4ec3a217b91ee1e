"""My questions: choose, write and put in order; no word is lost and none stands twice."""

from __future__ import annotations

import msgspec
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.ui.widgets.question_cards import QuestionCards
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, is_ticked, press, rest, words
from tests.ui.pages.my_questions import asked
from tests.windows import Opens, part


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


def test_a_list_of_nothing_is_not_there(window: Window, qtbot: QtBot) -> None:
    window.session.go("questions_write")
    cards = window.page.findChild(QuestionCards)
    assert cards is not None
    assert cards.isHidden()
    enter(window, "questions.own", "Can I still swim?", qtbot)
    press(window, "questions.add", qtbot)
    assert cards.isVisible()
    window.session.undo()
    assert cards.isHidden()


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
