"""Draws a count as a crowd of people in lines alone, whole in black and white: signs differ by their shape."""

from __future__ import annotations

from typing import Final

SIDE: Final = 20
"""Units for one person, whose place is a square."""
_PERSON: Final = "M{x} {y}a3 3 0 1 0 6 0 3 3 0 1 0-6 0zm-2 13v-5a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v5z"
"""A head and shoulders."""
_HARMED: Final = "M{x} {y}a3 3 0 1 0 6 0 3 3 0 1 0-6 0zm-5 4h16l-7 10h-2z"
"""The same with broad shoulders and a narrow foot: those who are counted for a harm."""
_BOX: Final = "M{x} {y}h19v19h-19z"


def crowd_size(of: int) -> tuple[int, int]:
    """Width and height in units: blocks of 100, five beside each other."""
    blocks = of // 100
    return (min(5, blocks) * 11 - 1) * SIDE, (-(-blocks // 5) * 11 - 1) * SIDE


def crowd_svg(n: int, of: int, more: int = 0, *, is_harm: bool = False) -> str:
    """A picture of ``of`` people, ``n`` of them filled from the bottom of the first block on, the last in boxes.

    Each of the last ``more`` of the counted stands white in a black box: more than in the group beside.
    """
    width, height = crowd_size(of)
    places = list(map(_place, range(of)))
    counted = _HARMED if is_harm else _PERSON
    people = [(counted if at < n else _PERSON).format(x=x + 7, y=y + 5) for at, (x, y) in enumerate(places)]
    boxes = "".join(_BOX.format(x=x, y=y) for x, y in places[n - more : n])
    box = f'<path fill="black" stroke="none" d="{boxes}"/>' if boxes else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" stroke="black" stroke-width="1.2">'
        f'{box}<path fill="black" d="{"".join(people[: n - more])}"/>'
        f'<path fill="white" d="{"".join(people[n - more :])}"/></svg>'
    )


def _place(number: int) -> tuple[int, int]:
    """Where a person stands: in rows of ten from the bottom, block after block."""
    block, inside = divmod(number, 100)
    row, column = divmod(inside, 10)
    return (block % 5 * 11 + column) * SIDE, (block // 5 * 11 + 9 - row) * SIDE
