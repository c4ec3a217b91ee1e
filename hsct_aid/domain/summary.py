"""The page a neurologist reads: the person's record as words, the same for PDF, HTML, text and JSON."""

from __future__ import annotations

from msgspec import Struct

from hsct_aid.domain.candidacy import Group


class Entry(Struct, frozen=True):
    """One line of the page: what it is, what the person said, and ruled ``lines`` to write on. ``ref`` is a data id."""

    label: str = ""
    text: str = ""
    lines: int = 0
    ref: str = ""


class Box(Struct, frozen=True):
    """A block of the front page; ``more`` points to the page where the rest stands, if anything was shortened."""

    id: str
    heading: str
    entries: tuple[Entry, ...]
    more: str = ""


class Grid(Struct, frozen=True):
    """A table of words; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chapter(Struct, frozen=True):
    """A part of the pages after the front: text, then entries, then a table."""

    id: str
    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    grid: Grid | None = None


class CriterionRow(Struct, frozen=True):
    """A published criterion beside the person's own words; ``state`` is never a verdict on the person."""

    rule: str
    rule_set: str
    group: Group
    their_words: str
    your_words: str
    state: str


class Summary(Struct, frozen=True):
    """Everything that goes on paper, in words, in order."""

    title: str
    language: str
    day: str
    front: tuple[Box, ...]
    chapters: tuple[Chapter, ...]
    small_print: str
    references: tuple[str, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
