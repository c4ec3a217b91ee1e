"""Check my understanding: a few questions, each explained. No score; unsure is a full answer."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line


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
