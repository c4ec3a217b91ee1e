"""Candidacy: what published bodies describe, beside what the person wrote. Never a verdict."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line, MSType, known
from hsct_aid.domain.logic import Expr, parse
from hsct_aid.domain.questions import Suggestion, suggestion
from hsct_aid.domain.source import Verified

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record

Group = Literal["age", "ms_type", "activity", "mri", "medicines", "walking", "duration", "other_health", "centre"]
Role = Literal["required", "favourable", "excluding", "only_in_trial", "information"]
Body = Literal["guideline", "country", "trial"]
State = Literal[
    "as_described", "differs", "not_known", "for_the_team", "other_type", "information", "present", "not_present"
]
"""How a text and a fact stand to each other; ``present`` and ``not_present`` belong to exclusions alone."""


class CandidacyAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ids of the records the person does not want listed as missing, and own ones they lack."""

    not_needed: Annotated[tuple[Line, ...], Meta(max_length=50)] = ()
    also_lacking: Annotated[tuple[Line, ...], Meta(max_length=10)] = ()


class Rule(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One published criterion. ``expr`` is in the rule language of `logic`, None where only a team can judge it.

    ``words`` is the body's wording in plain words; ``qualifier`` what it adds; ``id`` the id in the evidence data.
    ``read_in`` is the source in which the words were read, where that is another than ``source``; ``also_in`` a second
    source with the same words. ``ms_types`` are the types the text is written for, all if empty; for ``team_types`` a
    team judges whether it applies. ``first`` is shown to everyone first, ``country`` is the ISO code of the country it
    is written for; ``column`` is false for what is information and not a comparison.
    """

    id: str
    rule_set: str
    body: Body
    group: Group
    role: Role
    words: str
    source: str
    verified: Verified
    checked: date
    expr: dict[str, Any] | None = None
    qualifier: str = ""
    read_in: str = ""
    also_in: str = ""
    country: str = ""
    first: bool = False
    ms_types: tuple[MSType, ...] = ()
    team_types: tuple[MSType, ...] = ()
    column: bool = True

    def __post_init__(self) -> None:
        _ = self.logic  # a rule that is not in the language cannot be loaded

    @cached_property
    def logic(self) -> Expr | None:
        """``expr`` with its types; None where only a team can judge. Raises ValueError if it is not in the language."""
        return None if self.expr is None else parse(self.expr)


class MedicineName(Struct, frozen=True, forbid_unknown_fields=True):
    """A medicine a person may have taken: generic and brand names, and whether bodies call it high efficacy."""

    id: str
    generic: str
    brands: tuple[str, ...]
    high_efficacy: Literal["yes", "no", "disputed"]


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each record the person lacks, and one for new or worse symptoms."""
    texts = aid.library.suggestions
    lacking = tuple(suggestion(texts["sg_unknown"], words, about=key) for key, words in records_lacking(aid, record))
    new = known(record.facts.new_symptoms_4_weeks)
    return ((suggestion(texts["sg_new_symptoms"]),) if new else ()) + lacking


def records_lacking(aid: "Aid", record: "Record") -> tuple[tuple[str, str], ...]:
    """Facts answered "I don't know" with the record to ask for, as (fact key, record), each record once."""
    fields = {field.id: field.record for step in aid.steps.values() for field in step.fields if field.record}
    lacking: dict[str, str] = {}
    for path, words in fields.items():
        key = path.removeprefix("facts.")
        answer = getattr(record.facts, key, None)
        if answer is not None and answer.unknown and key not in record.candidacy.not_needed:
            lacking.setdefault(words, key)
    return tuple((key, words) for words, key in lacking.items())
