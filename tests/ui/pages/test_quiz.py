"""Check my understanding: every answer is explained, none is counted, and unsure leads to a question."""

from __future__ import annotations

import re

from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.prose import plain
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, is_ticked, press, words


def test_five_questions_first_and_the_others_one_button_away(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    said = words(window)
    for question in aid.library.quiz:
        assert (question.question in said) == question.core
    press(window, "quiz.more", qtbot)
    said = words(window)
    assert all(question.question in said for question in aid.library.quiz)


def test_every_answer_is_explained_at_once_and_the_same_way(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    for question in (one for one in aid.library.quiz if one.core):
        why = plain(aid, question.why.split("[@")[0]).strip()
        assert why not in words(window)
        for choice in question.choices:
            press(window, f"{question.id}.{choice}", qtbot)
            assert why in words(window)


def test_unsure_and_another_answer_say_that_it_is_among_the_suggestions(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    first = aid.library.quiz[0]
    press(window, f"{first.id}.unsure", qtbot)
    assert "among the suggestions in My questions" in words(window)
    press(window, f"{first.id}.{first.right}", qtbot)
    assert "among the suggestions in My questions" not in words(window)


def test_unsure_is_offered_as_a_question_to_choose(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    first = aid.library.quiz[0]
    press(window, f"{first.id}.unsure", qtbot)
    window.session.go("questions_choose")
    assert first.ask in words(window)


def test_no_score_is_shown_whatever_is_answered(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    press(window, "quiz.more", qtbot)
    for question in aid.library.quiz:
        press(window, f"{question.id}.{question.right}", qtbot)
    said = words(window).replace("There is no score.", "")
    assert not re.search(r"\b(score|points|out of|correct|wrong|well done|\d+ ?/ ?\d+|\d+ ?%)", said, re.IGNORECASE)


def test_an_answer_is_kept_and_can_be_changed(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("quiz_questions")
    first, second = aid.library.quiz[:2]
    press(window, f"{first.id}.unsure", qtbot)
    press(window, f"{second.id}.{second.right}", qtbot)
    press(window, f"{first.id}.{first.right}", qtbot)
    kept = {one.question: one.choice for one in window.session.record.quiz.choices}
    assert kept == {first.id: first.right, second.id: second.right}
    assert len(window.session.record.quiz.choices) == 2
    assert is_ticked(window, f"{first.id}.{first.right}")


def test_one_thing_to_have_checked_is_kept_in_own_words(window: Window, qtbot: QtBot) -> None:
    window.session.go("quiz_wrong")
    enter(window, "quiz.may_have_wrong", "Do the stem cells repair?", qtbot)
    assert window.session.record.quiz.may_have_wrong == "Do the stem cells repair?"
