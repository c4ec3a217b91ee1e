"""After the visit: what was said, what was decided, what comes next."""

from typing import Annotated

from msgspec import Meta, Struct

from hsct_aid.domain.dates import PartialDate
from hsct_aid.domain.facts import Line, Words


class Heard(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The answer to one question of the list."""

    question: Line
    answer: Words


class NextStep(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something to do, by whom or when."""

    what: Line = ""
    by: PartialDate | None = None
    done: bool | None = None


class VisitAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Answers, decisions, next steps, records that came."""

    took_place: PartialDate | None = None
    heard: Annotated[tuple[Heard, ...], Meta(max_length=100)] = ()
    decided: Words = ""
    next_steps: Annotated[tuple[NextStep, ...], Meta(max_length=30)] = ()
    came: Annotated[tuple[Line, ...], Meta(max_length=50)] = ()
