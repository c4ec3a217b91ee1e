"""Check my understanding: a few questions, each explained. No score; unsure is a full answer."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line
from hsct_aid.domain.questions import Suggestion, suggestion

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record


class QuizAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """The choice the person made; ``unsure`` is one of the choices."""

    question: Line
    choice: Line


class QuizAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Choices, and one thing the person may have wrong and wants checked."""

    choices: Annotated[tuple[QuizAnswer, ...], Meta(max_length=40)] = ()
    may_have_wrong: Annotated[str, Meta(max_length=500)] = ""


class QuizQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """One question with its choices (id → words), the id of the choice the evidence supports, and why."""

    id: str
    question: str
    choices: dict[str, str]
    right: str
    why: str
    ask: str
    core: bool = True


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each answer that was unsure, or that the evidence does not support."""
    chosen = {answer.question: answer.choice for answer in record.quiz.choices}
    text = aid.library.suggestions["sg_quiz"]
    return tuple(
        suggestion(text, question.ask, about=question.id)
        for question in aid.library.quiz
        if chosen.get(question.id, question.right) != question.right
    )
