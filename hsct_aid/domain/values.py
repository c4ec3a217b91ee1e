"""What matters: concerns rated one at a time, then a top three. No total, no rank, no match."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.evidence import Cell
from hsct_aid.domain.facts import Line

Level = Literal["not_at_all", "a_little", "somewhat", "very", "extremely", "not_sure"]


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    """How much one concern matters to the person; a skipped concern has no rating."""

    concern: Line
    level: Level


class OwnConcern(Struct, frozen=True, forbid_unknown_fields=True):
    """A concern in the person's own words."""

    id: Line
    text: Line


class ValuesAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ratings, own concerns, the top three in no order of worth, what matters least, and own words."""

    ratings: Annotated[tuple[Rating, ...], Meta(max_length=40)] = ()
    own: Annotated[tuple[OwnConcern, ...], Meta(max_length=20)] = ()
    top: Annotated[tuple[Line, ...], Meta(max_length=3)] = ()
    least: Line = ""
    own_words: Annotated[str, Meta(max_length=2000)] = ""
    trade_offs: Annotated[tuple[Rating, ...], Meta(max_length=10)] = ()


class Concern(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that matters to people with MS who weigh aHSCT, with fixed sourced words for each way forward."""

    id: str
    text: str
    short: str
    cells: tuple[Cell, ...]
