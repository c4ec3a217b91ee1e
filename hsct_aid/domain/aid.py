"""The decision aid itself: sections, steps, blocks of text and the library of facts they draw on."""

from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct

from hsct_aid.domain.availability import Availability
from hsct_aid.domain.block import DEPTHS, Block, Depth
from hsct_aid.domain.candidacy import MedicineName, Rule
from hsct_aid.domain.estimate import Outcome
from hsct_aid.domain.evidence import Claim, Conflict, MedicineEvidence, Option, Row
from hsct_aid.domain.process import PathStep
from hsct_aid.domain.questions import Prompt, SuggestionText
from hsct_aid.domain.quiz import QuizQuestion
from hsct_aid.domain.source import Source
from hsct_aid.domain.values import Concern, TradeOff

Kind = Literal[
    "welcome", "start", "process", "candidacy", "evidence", "availability",
    "values", "quiz", "questions", "standing", "summary", "visit",
]  # fmt: skip


class _Content(Struct, frozen=True, forbid_unknown_fields=True):
    """Text and data that ship with the aid: fixed, and refused where it has an unknown key."""


class Choice(_Content, frozen=True):
    """One answer that can be picked."""

    id: str
    label: str
    hint: str = ""


class Field(_Content, frozen=True):
    """One question of the form. ``id`` is the path in the record, such as ``facts.ms_type``.

    ``unknown`` offers "I don't know" and ``find`` says how to find out; ``limit`` caps characters or choices.
    """

    id: str
    label: str
    kind: Literal["choice", "choices", "line", "text", "number", "year", "date", "yes_no", "country",
                  "medicines", "relapses", "scan"]  # fmt: skip
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    limit: int = 0
    unknown: bool = False
    find: str = ""
    record: str = ""
    depth: Depth = "short"


class EntryForm(_Content, frozen=True):
    """How one entry of a list is asked, such as one medicine; the ids of its fields are the names inside the entry."""

    id: str
    add: str
    empty: str
    fields: tuple[Field, ...]
    none: str = ""


class Step(_Content, frozen=True, cache_hash=True):
    """One screen with one heading. ``rest`` marks a good place to stop for the day."""

    id: str
    heading: str
    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    depth: Depth = "standard"
    rest: bool = False


class Section(_Content, frozen=True):
    """A part of the way, of one kind, with the steps it holds in order."""

    kind: Kind
    title: str
    steps: tuple[Step, ...]


class Term(_Content, frozen=True):
    """A glossary word with the forms it takes in the text and its plain meaning."""

    id: str
    term: str
    meaning: str
    forms: tuple[str, ...] = ()


class SafetyNet(_Content, frozen=True):
    """Words that keep people safe, shown on every page that the evidence data names."""

    id: str
    heading: str
    text: str
    pages: tuple[Kind, ...]
    items: tuple[str, ...] = ()


class Contact(_Content, frozen=True):
    """Human help in one country: an MS society and what to call when life is in danger; dated."""

    country: str
    name: str
    text: str
    checked: date


class Standard(_Content, frozen=True):
    """One IPDAS item and how it is met; ``met`` is never yes for what needs people."""

    id: str
    item: str
    how: str
    met: Literal["yes", "needs_people", "not_applicable"]


class Library(_Content, frozen=True):
    """Everything the sections draw on, by kind; ids are the ids of the evidence data."""

    sources: dict[str, Source]
    outcomes: dict[str, Outcome]
    terms: dict[str, Term]
    nets: dict[str, SafetyNet]
    claims: dict[str, Claim]
    conflicts: tuple[Conflict, ...]
    medicines: tuple[MedicineEvidence, ...]
    medicine_names: tuple[MedicineName, ...]
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    path: tuple[PathStep, ...]
    rules: tuple[Rule, ...]
    concerns: tuple[Concern, ...]
    trade_offs: tuple[TradeOff, ...]
    quiz: tuple[QuizQuestion, ...]
    prompts: tuple[Prompt, ...]
    suggestions: dict[str, SuggestionText]
    entries: dict[str, EntryForm]
    contacts: tuple[Contact, ...]
    standards: tuple[Standard, ...]
    availability: Availability


class Aid(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole aid in one language. ``sheet`` names the steps of the ten-minute sheet in their own order."""

    language: str
    title: str
    purpose: str
    decision: str
    review: str
    funding: str
    evidence_date: date
    expires: date
    trials_expire: date
    sheet: tuple[str, ...]
    sections: tuple[Section, ...]
    library: Library
    readability: dict[str, float] = {}
    """US school grades of the steps and of the parts of the library, as measured when the content was compiled."""

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every step by its id."""
        return {step.id: step for section in self.sections for step in section.steps}

    @cached_property
    def ways(self) -> dict[Depth, tuple[Step, ...]]:
        """The steps one goes through at each depth, in order; the shortest has an order of its own."""
        steps = self.steps.values()
        shown = {depth: tuple(step for step in steps if is_shown(step, depth)) for depth in DEPTHS}
        return shown | {"short": tuple(self.steps[step_id] for step_id in self.sheet)}

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kind of every step, by the step's id."""
        return {step.id: section.kind for section in self.sections for step in section.steps}

    @cached_property
    def terms(self) -> dict[str, Term]:
        """Every form of every glossary word, in small letters."""
        found = self.library.terms.values()
        return {form.casefold(): term for term in found for form in (term.term, *term.forms)}


def is_shown(item: Block | Field | Step, depth: Depth) -> bool:
    """Whether ``item`` belongs to the page at this depth."""
    return DEPTHS.index(item.depth) <= DEPTHS.index(depth)
