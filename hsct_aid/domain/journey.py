"""The way through the aid: which steps, in which order, how far, how long. All but the place is derived."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from hsct_aid.domain.aid import Aid, Section, Step
from hsct_aid.domain.block import Block, Bullets, Callout, Depth, Numbered, Paragraph, Table
from hsct_aid.domain.record import Record
from hsct_aid.domain.text import words

WORDS_A_MINUTE = 130
"""Slow silent reading; people with MS read more slowly than the 200 and more of the general public (our judgement)."""
SECONDS_AN_ANSWER = 15
SECONDS_A_SCREEN = 20


class Journey(Struct, frozen=True):
    """The flat row of steps at one depth, and where the person is in it."""

    steps: tuple[Step, ...]
    place: str
    read: frozenset[str]

    @property
    def index(self) -> int:
        """Where the person is: the first step where the remembered place is not (or no longer) on this way."""
        return next((number for number, step in enumerate(self.steps) if step.id == self.place), 0)

    @property
    def step(self) -> Step:
        """The step the person is at."""
        return self.steps[self.index]

    @property
    def next(self) -> Step | None:
        """The step after this one; None at the end."""
        return self.steps[self.index + 1] if self.index + 1 < len(self.steps) else None

    @property
    def back(self) -> Step | None:
        """The step before this one; None at the start."""
        return self.steps[self.index - 1] if self.index else None

    @property
    def minutes_left(self) -> int:
        """About how long the rest takes, from the number of words and of answers; at least one minute."""
        return _minutes(self.steps[self.index :])

    @property
    def minutes(self) -> int:
        """About how long the whole way takes."""
        return _minutes(self.steps)

    def is_done(self, section: Section) -> bool:
        """Whether the person went through every step of ``section`` on this way."""
        here = {step.id for step in section.steps} & {step.id for step in self.steps}
        return bool(here) and here <= self.read


def journey(aid: Aid, record: Record, depth: Depth) -> Journey:
    """The way through ``aid`` at ``depth`` for this record."""
    return Journey(aid.ways[depth], record.place, frozenset(record.read))


def texts(block: Block) -> tuple[str, ...]:
    """The running text of a block, sentence pieces only."""
    match block:
        case Paragraph():
            return (block.text,)
        case Bullets() | Numbered():
            return block.items
        case Callout():
            return (block.heading, block.text, *block.items)
        case Table():
            return tuple(cell for row in block.rows for cell in row)
        case _:
            return ()


def _minutes(steps: tuple[Step, ...]) -> int:
    return max(1, round(sum(seconds(step) for step in steps) / 60))


@cache
def seconds(step: Step) -> float:
    """How long one step takes to find one's way on it, to read and to answer."""
    asked = [text for field in step.fields for text in (field.label, field.hint, *(one.label for one in field.choices))]
    read = [text for block in step.blocks for text in texts(block)]
    count = sum(words(text) for text in (step.heading, *read, *asked))
    return SECONDS_A_SCREEN + count * 60 / WORDS_A_MINUTE + len(step.fields) * SECONDS_AN_ANSWER
