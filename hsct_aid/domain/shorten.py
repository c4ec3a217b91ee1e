"""Cuts text to the room it has on the front page: at a word where it can, never inside a character."""

from __future__ import annotations

import unicodedata
from gettext import gettext as _


def one_line(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """``text`` if it has ``limit`` characters or fewer, else its beginning with a pointer to page 2."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    pointer = _("… (page 2)")
    end = max(0, limit - len(pointer))
    words = text[: end + 1].rpartition(" ")[0]
    # A first word that alone fills the room is cut inside rather than lost.
    kept = words if len(words) > end // 2 else text[: _between_characters(text, end)]
    return f"{kept.rstrip(' ,;:')}{pointer}"


def shares(lengths: tuple[int, ...], limit: int) -> tuple[int, ...]:
    """How many characters of ``limit`` each text gets: short ones all they need, the long ones the rest in equal parts."""
    given = [0] * len(lengths)
    left = limit
    for rest, place in zip(range(len(lengths), 0, -1), sorted(range(len(lengths)), key=lengths.__getitem__), strict=True):
        given[place] = min(lengths[place], left // rest)
        left -= given[place]
    return tuple(given)


def _between_characters(text: str, end: int) -> int:
    """The last place at or before ``end`` that does not part a mark, a joiner or a modifier from what it belongs to."""
    while end and (_joins(text[end]) or text[end - 1] == "\u200d" or _is_flag(text[end])):
        end -= 1
    return end


def _joins(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or character in "\u200d" or "🏻" <= character <= "🏿"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
