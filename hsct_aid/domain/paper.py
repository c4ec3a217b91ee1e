"""The shapes of what goes on paper: lines, boxes of the front, chapters after it, and the summary that holds them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hsct_aid.domain.candidacy import Group

Mark = Literal["", "number", "box"]
"""What stands before a line: nothing, its number, or a box to tick."""


class Crowd(Struct, frozen=True):
    """A picture of ``n`` of ``of`` people, 100 or 1,000; ``words`` say the same, with those who are not counted.

    With ``harm`` they have the shape of a harm; the last ``more`` of them are more than in the group beside.
    """

    n: int
    of: int
    words: str
    harm: bool = False
    more: int = 0


class Entry(Struct, frozen=True, omit_defaults=True):
    """One line of the page: what it is, what the person said, and ruled ``lines`` to write on. ``ref`` is a data id.

    On the front ``limit`` is the room in characters, and ``whole`` is the full text where ``text`` was shortened.
    ``crowds`` are pictures of what the text counts.
    """

    label: str = ""
    text: str = ""
    lines: int = 0
    ref: str = ""
    mark: Mark = ""
    limit: int = 0
    whole: str = ""
    crowds: tuple[Crowd, ...] = ()


class Box(Struct, frozen=True, omit_defaults=True):
    """A block of the front page; ``more`` says where the rest stands, if not every line found room.

    ``shared`` is a limit in characters for all lines together. ``urgent`` is set where the block says to phone now.
    """

    id: str
    heading: str
    entries: tuple[Entry, ...]
    more: str = ""
    shared: int = 0
    urgent: bool = False


class Grid(Struct, frozen=True, omit_defaults=True):
    """A table of words; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Milestone(Struct, frozen=True, omit_defaults=True):
    """A place on the path that is drawn: its name, and whether the person marked it."""

    name: str
    marked: bool = False


class Chapter(Struct, frozen=True, omit_defaults=True):
    """A part of the pages after the front: text, then entries, then a table. ``level`` 3 belongs to the one before.

    ``milestones`` are drawn as a line of numbered dots above the table, which says the same in words.
    """

    id: str
    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()
    grid: Grid | None = None
    level: Literal[2, 3] = 2
    milestones: tuple[Milestone, ...] = ()


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

    ``day`` is the day it was made in ISO form, ``made`` the same in words; ``reader`` is a line to the clinician.
    """

    title: str
    language: str
    day: str
    made: str
    reader: str
    front: tuple[Box, ...]
    small_print: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    criteria: tuple[CriterionRow, ...] = ()
