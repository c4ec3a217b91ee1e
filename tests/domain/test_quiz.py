"""Check my understanding: no score anywhere; unsure is a full answer and becomes a question."""

from __future__ import annotations

from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.quiz import QuizAnswer, QuizAnswers, suggest
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from tests.report.sample_aid import TODAY


def answering(aid: Aid, choice: str) -> Record:
    """A record with one answer to every question: ``right``, ``wrong`` or ``unsure``."""
    picks = {
        one.id: {"right": one.right, "unsure": "unsure", "wrong": next(c for c in one.choices if c != one.right)}
        for one in aid.library.quiz
    }
    choices = tuple(QuizAnswer(question, pick[choice]) for question, pick in picks.items())
    return replace(Record(), quiz=QuizAnswers(choices))


def page(aid: Aid, record: Record) -> str:
    return render_text(build_summary(aid, record, TODAY)).decode()


def test_every_question_offers_unsure_and_a_choice_the_evidence_supports(aid: Aid) -> None:
    assert sum(one.core for one in aid.library.quiz) == 5
    for one in aid.library.quiz:
        assert "unsure" in one.choices
        assert one.right in one.choices
        assert one.right != "unsure"
        assert len(one.choices) >= 3


def test_unsure_becomes_a_suggestion_for_every_question(aid: Aid) -> None:
    offered = suggest(aid, answering(aid, "unsure"))
    assert [one.text for one in offered] == [one.ask for one in aid.library.quiz]


def test_another_answer_than_the_studies_give_is_treated_as_unsure(aid: Aid) -> None:
    assert suggest(aid, answering(aid, "wrong")) == suggest(aid, answering(aid, "unsure"))


def test_what_the_studies_say_too_suggests_nothing(aid: Aid) -> None:
    assert suggest(aid, answering(aid, "right")) == ()
    assert suggest(aid, Record()) == ()


def test_an_answer_to_a_question_that_is_gone_suggests_nothing(aid: Aid) -> None:
    record = replace(Record(), quiz=QuizAnswers((QuizAnswer("quiz_of_an_older_aid", "unsure"),)))
    assert suggest(aid, record) == ()


def test_no_score_and_no_wrong_answer_is_on_the_page(aid: Aid) -> None:
    assert page(aid, answering(aid, "right")) == page(aid, answering(aid, "wrong")) == page(aid, Record())


def test_the_page_names_what_the_person_was_unsure_of(aid: Aid) -> None:
    said = page(aid, answering(aid, "unsure"))
    for one in aid.library.quiz:
        assert one.ask in said


def test_no_answer_carries_a_number() -> None:
    assert set(QuizAnswers.__struct_fields__) == {"choices", "may_have_wrong"}
    assert set(QuizAnswer.__struct_fields__) == {"question", "choice"}
