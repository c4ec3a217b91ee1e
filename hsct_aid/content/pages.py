"""Whether the pages are whole: every section, its safety nets, balance and length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from hsct_aid.content.problem import Finding, Place
from hsct_aid.content.words import pieces
from hsct_aid.domain.aid import Aid, Kind, Section, Step, is_shown
from hsct_aid.domain.block import DEPTHS, Depth, Net, Table
from hsct_aid.domain.evidence import Cell
from hsct_aid.domain.journey import texts
from hsct_aid.domain.text import words

MOST_WORDS = 120
MOST_WORDS_IN_A_CELL = 12
BALANCE = 0.25
"""How far the words on one side may lie from those on the other, as a share of the longer side."""
SIDES = ("possible benefits", "possible harms")
"""The headings of the two callouts that stand beside each other."""


def sections(aid: Aid) -> Iterator[Finding]:
    """Kinds without a section, steps whose id does not begin with their kind."""
    present = [section.kind for section in aid.sections]
    for kind in get_args(Kind):
        if present.count(kind) != 1:
            yield Finding(("sections",), f"there are {present.count(kind)} sections “{kind}”")
    for section in aid.sections:
        for number, step in enumerate(section.steps):
            if not step.id.startswith(f"{section.kind}_"):
                place = ("sections", section.kind, "steps", number, "id")
                yield Finding(place, f"the id “{step.id}” does not begin with “{section.kind}_”")


def sheet(aid: Aid) -> Iterator[Finding]:
    """A ten-minute sheet whose order does not name just the steps that are marked for it."""
    marked = {step.id for section in aid.sections for step in section.steps if step.depth == "short"}
    for step_id in sorted(marked ^ set(aid.sheet)):
        yield Finding(("sheet",), f"“{step_id}” is either named in the sheet or marked “short”, but not both")
    if len(aid.sheet) != len(set(aid.sheet)):
        yield Finding(("sheet",), "the sheet names a step twice")


def nets(aid: Aid) -> Iterator[Finding]:
    """Safety nets that a page they name does not show, at some depth."""
    for net in aid.library.nets.values():
        for section in (section for section in aid.sections if section.kind in net.pages):
            for depth in DEPTHS:
                if not _shows(section, net.id, depth):
                    place = ("sections", section.kind)
                    yield Finding(place, f"“{net.id}” is not shown at the depth “{depth}”")


def _shows(section: Section, net: str, depth: Depth) -> bool:
    steps = [step for step in section.steps if is_shown(step, depth)]
    blocks = [block for step in steps for block in step.blocks if is_shown(block, depth)]
    return not steps or any(isinstance(block, Net) and block.id == net for block in blocks)


def lengths(aid: Aid) -> Iterator[Finding]:
    """Steps with more running text than fits on one screen at their own depth.

    A safety net stands in a box of its own, the same everywhere, and is not counted.
    """
    for section in aid.sections:
        for number, step in enumerate(section.steps):
            count = sum(map(words, running_text(step)))
            if count > MOST_WORDS:
                place = ("sections", section.kind, "steps", number)
                yield Finding(place, f"“{step.id}” has {count} words of running text, more than {MOST_WORDS}")


def running_text(step: Step) -> list[str]:
    """What is read line by line on a step at its standard depth; cells, labels and answers are not."""
    depth: Depth = "full" if step.depth == "full" else "standard"
    shown = [block for block in step.blocks if is_shown(block, depth) and not isinstance(block, Table)]
    return [text for block in shown for text in texts(block) if text]


def balance(aid: Aid) -> Iterator[Finding]:
    """Rows that do not treat the ways forward alike, and good and bad that are not of one size."""
    order = tuple(option.id for option in aid.library.options)
    for part in ("rows", "concerns"):
        for number, row in enumerate(getattr(aid.library, part)):
            if tuple(cell.option for cell in row.cells) != order:
                yield Finding(
                    ("library", part, number), f"the cells are not one for each of {', '.join(order)}, in order"
                )
    for place, cell in pieces(aid.library, ("library",)):
        if isinstance(cell, Cell) and words(cell.text) > MOST_WORDS_IN_A_CELL:
            yield Finding(place, f"{words(cell.text)} words in a cell, more than {MOST_WORDS_IN_A_CELL}")
    for section in aid.sections:
        for number, step in enumerate(section.steps):
            yield from _sides(("sections", section.kind, "steps", number), step)


def _sides(place: Place, step: Step) -> Iterator[Finding]:
    """Benefits and harms beside each other: as many points, and about as many words."""
    sides = {getattr(block, "heading", "").casefold(): block for block in step.blocks}
    if not any(side in sides for side in SIDES):
        return
    if not all(side in sides for side in SIDES):
        yield Finding(place, f"“{SIDES[0]}” and “{SIDES[1]}” stand together or not at all")
        return
    good, bad = (sides[side] for side in SIDES)
    if good.depth != bad.depth or len(texts(good)) != len(texts(bad)):
        yield Finding(place, "benefits and harms differ in depth or in the number of points")
    counts = [sum(map(words, texts(side))) for side in (good, bad)]
    if min(counts) < max(counts) * (1 - BALANCE):
        yield Finding(place, f"{counts[0]} words of benefits, {counts[1]} of harms: they differ by more than a quarter")
