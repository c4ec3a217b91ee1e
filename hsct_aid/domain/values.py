"""What matters: concerns rated one at a time, then a top three. No total, no rank, no match."""

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from hsct_aid.domain.evidence import Cell
from hsct_aid.domain.facts import Line
from hsct_aid.domain.questions import Suggestion, suggestion

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record

Level = Literal["not_at_all", "a_little", "somewhat", "very", "extremely", "not_sure"]


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    """How much one concern matters to the person; a skipped concern has no rating."""

    concern: Line
    level: Level


class OwnConcern(Struct, frozen=True, forbid_unknown_fields=True):
    """A concern in the person's own words."""

    id: Line
    text: Line


class TradeOffAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """What the person said to one trade-off card."""

    card: Line
    answer: Literal["yes", "no", "not_sure"]


class ValuesAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ratings, own concerns, the top three in no order of worth, what matters least, and own words."""

    ratings: Annotated[tuple[Rating, ...], Meta(max_length=40)] = ()
    own: Annotated[tuple[OwnConcern, ...], Meta(max_length=20)] = ()
    top: Annotated[tuple[Line, ...], Meta(max_length=3)] = ()
    least: Line = ""
    own_words: Annotated[str, Meta(max_length=2000)] = ""
    trade_offs: Annotated[tuple[TradeOffAnswer, ...], Meta(max_length=10)] = ()
    trade_off_words: Annotated[str, Meta(max_length=500)] = ""


class TradeOff(Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed card inside the published range that asks "would you still…?"; never about death alone."""

    id: str
    text: str
    question: str
    sources: tuple[str, ...]


class Concern(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that matters to people with MS who weigh aHSCT, with fixed sourced words for each way forward."""

    id: str
    text: str
    short: str
    cells: tuple[Cell, ...]


def new_own(record: "Record", words: str) -> OwnConcern:
    """``words`` as a concern with an id that nothing in ``record`` speaks of."""
    taken = {one.id for one in record.values.own} | {one.prompt.partition(":")[2] for one in record.questions.asked}
    return OwnConcern(next(name for number in range(1, len(taken) + 2) if (name := f"own{number}") not in taken), words)


def without_own(record: "Record", concern: str) -> "Record":
    """``record`` without an own concern, wherever it was rated or picked; a question about it stays."""
    values = record.values
    left = replace(
        values,
        own=tuple(one for one in values.own if one.id != concern),
        ratings=tuple(one for one in values.ratings if one.concern != concern),
        top=tuple(one for one in values.top if one != concern),
        least="" if values.least == concern else values.least,
    )
    first = tuple(one for one in record.start.first_priorities if one != concern)
    return replace(record, values=left, start=replace(record.start, first_priorities=first))


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each of the things that matter most."""
    words = concern_words(aid, record.values.own)
    wanted = record.values.top or record.start.first_priorities
    text = aid.library.suggestions["sg_value"]
    return tuple(suggestion(text, words[concern], about=concern) for concern in wanted if concern in words)


def concern_words(aid: "Aid", own: tuple[OwnConcern, ...]) -> dict[str, str]:
    """The short words of every concern by its id, the person's own concerns included."""
    return {concern.id: concern.short for concern in aid.library.concerns} | {
        concern.id: concern.text for concern in own
    }
