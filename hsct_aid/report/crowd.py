"""Draws a count as a crowd of people in lines alone: the counted ones filled, whole in black and white."""

from __future__ import annotations

from typing import Final

SIDE: Final = 20
"""Units for one person, whose place is a square."""
_PERSON: Final = "M{x} {y}a3 3 0 1 0 6 0 3 3 0 1 0-6 0zm-2 13v-5a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v5z"
"""A head and shoulders."""


def crowd_size(of: int) -> tuple[int, int]:
    """Width and height in units: blocks of 100, five beside each other."""
    blocks = of // 100
    return (min(5, blocks) * 11 - 1) * SIDE, (-(-blocks // 5) * 11 - 1) * SIDE


def crowd_svg(n: int, of: int) -> str:
    """A picture of ``of`` people, ``n`` of them filled from the bottom of the first block on."""
    width, height = crowd_size(of)
    people = [_PERSON.format(x=x + 7, y=y + 5) for x, y in map(_place, range(of))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" stroke="black" stroke-width="1.2">'
        f'<path fill="black" d="{"".join(people[:n])}"/><path fill="white" d="{"".join(people[n:])}"/></svg>'
    )


def _place(number: int) -> tuple[int, int]:
    """Where a person stands: in rows of ten from the bottom, block after block."""
    block, inside = divmod(number, 100)
    row, column = divmod(inside, 10)
    return (block % 5 * 11 + column) * SIDE, (block // 5 * 11 + 9 - row) * SIDE
