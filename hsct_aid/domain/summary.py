"""The page a neurologist reads: the person's record as words, the same for PDF, HTML, text and JSON."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hsct_aid.domain.candidacy import Group

Mark = Literal["", "number", "box"]
"""What stands before a line: nothing, its number, or a box to tick."""


class Entry(Struct, frozen=True):
    """One line of the page: what it is, what the person said, and ruled ``lines`` to write on. ``ref`` is a data id."""

    label: str = ""
    text: str = ""
    lines: int = 0
    ref: str = ""
    mark: Mark = ""


class Box(Struct, frozen=True):
    """A block of the front page; ``more`` says where the rest stands, if not every line found room.

    ``urgent`` is set where the block itself says to phone now.
    """

    id: str
    heading: str
    entries: tuple[Entry, ...]
    more: str = ""
    urgent: bool = False


class Grid(Struct, frozen=True):
    """A table of words; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chapter(Struct, frozen=True):
    """A part of the pages after the front: text, then entries, then a table. ``level`` 3 belongs to the one before."""

    id: str
    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    grid: Grid | None = None
    level: Literal[2, 3] = 2


class CriterionRow(Struct, frozen=True):
    """A published criterion beside the person's own words; ``state`` is never a verdict on the person."""

    rule: str
    rule_set: str
    group: Group
    their_words: str
    your_words: str
    state: str


class Summary(Struct, frozen=True):
    """Everything that goes on paper, in words, in order: the front in eleven boxes and the small print, then chapters.

    ``day`` is the day it was made in ISO form, ``made`` the same in words; ``references`` are numbered from one.
    """

    title: str
    language: str
    day: str
    made: str
    front: tuple[Box, ...]
    chapters: tuple[Chapter, ...]
    small_print: tuple[str, ...]
    references: tuple[str, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
