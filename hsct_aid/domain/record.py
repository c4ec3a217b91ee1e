"""One person's answers. A record is never changed: every answer makes a new one."""

from datetime import date
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from hsct_aid.domain.availability import AvailabilityAnswers
from hsct_aid.domain.candidacy import CandidacyAnswers
from hsct_aid.domain.evidence import EvidenceAnswers
from hsct_aid.domain.facts import Facts, Line, Words
from hsct_aid.domain.process import ProcessAnswers
from hsct_aid.domain.questions import QuestionsAnswers
from hsct_aid.domain.quiz import QuizAnswers
from hsct_aid.domain.standing import StandingAnswers
from hsct_aid.domain.start import StartAnswers
from hsct_aid.domain.values import ValuesAnswers
from hsct_aid.domain.visit import VisitAnswers

SCHEMA_VERSION: Final = 1
MOST_DRAFTS: Final = 100
"""More boxes than one form has."""

S = TypeVar("S", bound=Struct)

Part = Literal["name", "age", "facts", "values", "standing", "may_have_wrong", "abroad", "notes"]
"""A part of the page that the person can keep private."""


Extra = Literal["path"]
"""A part of the page that is there only if the person wants it."""


class SummaryAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What stays private, what is added, what was done with the page, and the front of the last page that was made.

    ``page_before`` is the last one of an earlier day: what is made anew on one day is compared with that.
    """

    private: Annotated[tuple[Part, ...], Meta(max_length=8)] = ()
    extras: Annotated[tuple[Extra, ...], Meta(max_length=1)] = ()
    notes: Annotated[str, Meta(max_length=5000)] = ""
    delivered: Annotated[tuple[Line, ...], Meta(max_length=50)] = ()
    last_page: Annotated[tuple[Words, ...], Meta(max_length=100)] = ()
    last_page_on: date | None = None
    page_before: Annotated[tuple[Words, ...], Meta(max_length=100)] = ()
    page_before_on: date | None = None


class Draft(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words typed into a box that are not in their place yet: not added to a list, or not what the box asks for.

    They are kept so that no typed word is lost.
    """

    box: Line
    words: Words


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything one person said. ``place`` is the step they are at; ``read`` the steps they went through."""

    schema_version: Literal[1] = SCHEMA_VERSION
    name: Line = ""
    place: Line = ""
    read: Annotated[tuple[Line, ...], Meta(max_length=500)] = ()
    drafts: Annotated[tuple[Draft, ...], Meta(max_length=MOST_DRAFTS)] = ()
    facts: Facts = Facts()
    start: StartAnswers = StartAnswers()
    process: ProcessAnswers = ProcessAnswers()
    candidacy: CandidacyAnswers = CandidacyAnswers()
    evidence: EvidenceAnswers = EvidenceAnswers()
    availability: AvailabilityAnswers = AvailabilityAnswers()
    values: ValuesAnswers = ValuesAnswers()
    quiz: QuizAnswers = QuizAnswers()
    questions: QuestionsAnswers = QuestionsAnswers()
    standing: StandingAnswers = StandingAnswers()
    summary: SummaryAnswers = SummaryAnswers()
    visit: VisitAnswers = VisitAnswers()


def value_at(record: Record, path: str) -> Any:
    """The answer at ``path``, such as ``"facts.ms_type"`` or ``"facts.medicines.value.0.name"``; None where it ends."""
    here: Any = record
    for name in path.split("."):
        if here is None:
            return None
        if isinstance(here, tuple):
            here = here[int(name)] if int(name) < len(here) else None
        else:
            here = getattr(here, name)
    return here


def with_value(record: S, path: str, value: object) -> S:
    """A new record with ``value`` at ``path``; it is checked against the record's own types.

    Raises msgspec.ValidationError where the value is not allowed there.
    """
    return msgspec.convert(_put(msgspec.to_builtins(record), path.split("."), value), type(record))


def with_draft(record: Record, box: str, words: str) -> Record:
    """``record`` with what is being typed into ``box``; as it is where there is no room for that."""
    others = without_draft(record, box).drafts
    if not words:
        return record if len(others) == len(record.drafts) else msgspec.structs.replace(record, drafts=others)
    try:
        draft = msgspec.convert({"box": box, "words": words}, Draft)
    except msgspec.ValidationError:
        return record
    return msgspec.structs.replace(record, drafts=(*others, draft)) if len(others) < MOST_DRAFTS else record


def without_draft(record: Record, box: str) -> Record:
    """``record`` once the words typed into ``box`` are in their place."""
    return msgspec.structs.replace(record, drafts=tuple(draft for draft in record.drafts if draft.box != box))


def without_entry(record: Record, path: str, number: int) -> Record:
    """``record`` once entry ``number`` of the list at ``path`` is gone: its drafts too, and those after it move up."""
    kept = []
    for draft in record.drafts:
        index, _dot, rest = draft.box.removeprefix(f"{path}.").partition(".")
        is_inside = draft.box.startswith(f"{path}.") and index.isdecimal()
        if is_inside and int(index) > number:
            kept.append(Draft(f"{path}.{int(index) - 1}.{rest}", draft.words))
        elif not is_inside or int(index) < number:
            kept.append(draft)
    return msgspec.structs.replace(record, drafts=tuple(kept))


def _put(here: Any, path: list[str], value: object) -> Any:
    """``here`` as plain data with ``value`` put at ``path``; a missing part on the way is begun."""
    if not path:
        return msgspec.to_builtins(value)
    name, rest = path[0], path[1:]
    if name.isdecimal():
        items, place = list(here or ()), int(name)
        before = items[place] if place < len(items) else {}
        return [*items[:place], _put(before, rest, value), *items[place + 1 :]]
    return {**(here or {}), name: _put((here or {}).get(name), rest, value)}
