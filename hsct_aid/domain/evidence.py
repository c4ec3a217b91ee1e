"""Evidence: the ways forward side by side, claims that need caution and where sources disagree."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line, Words
from hsct_aid.domain.questions import Suggestion, suggestion

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record


class EvidenceAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ids of the results the person wants to take along, and what surprised them."""

    kept: Annotated[tuple[Line, ...], Meta(max_length=100)] = ()
    surprised: Words = ""


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One way forward. ``text`` has one or two short lines."""

    id: str
    name: str
    text: str


class Cell(Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of one outcome under one way forward: 12 words or fewer, its result ids and its sources.

    ``outcomes`` is empty where nothing comparable is known, and the text says so.
    """

    option: str
    text: str
    outcomes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the side-by-side table: the same question for all five ways forward."""

    id: str
    name: str
    cells: tuple[Cell, ...]


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A claim that is often made about aHSCT, with what the evidence says."""

    id: str
    claim: str
    verdict: str
    answer: str
    sources: tuple[str, ...]
    from_article: bool = False


class Conflict(Struct, frozen=True, forbid_unknown_fields=True):
    """Two or more sources that disagree, both shown."""

    id: str
    topic: str
    text: str
    sources: tuple[str, ...]


class MedicineEvidence(Struct, frozen=True, forbid_unknown_fields=True):
    """What trials found for one MS medicine, against the comparator named, never against aHSCT."""

    id: str
    name: str
    comparator: str
    effect: str
    harms: str
    burden: str
    sources: tuple[str, ...]
    checked: date
    limits: str = ""
    context: bool = False


def toggled(kept: tuple[str, ...], outcome_id: str) -> tuple[str, ...]:
    """``kept`` with the result at its end, or without it where it was kept already."""
    without = tuple(one for one in kept if one != outcome_id)
    return without if outcome_id in kept else (*kept, outcome_id)


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each result the person kept."""
    text, outcomes = aid.library.suggestions["sg_kept"], aid.library.outcomes
    return tuple(
        suggestion(text, outcomes[kept].title, about=kept) for kept in record.evidence.kept if kept in outcomes
    )
