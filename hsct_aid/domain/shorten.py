"""Cuts text to the room it has on the front page: at a word where it can, never inside a character."""

from __future__ import annotations

import unicodedata
from gettext import gettext as _
from typing import Final

from msgspec.structs import replace

from hsct_aid.domain.paper import Box, Chapter, Entry, Summary

LONGEST_LINE: Final = 120
"""The longest limit of a line of the front, in characters."""
CONTINUED: Final = "continued"
"""The id of the chapter that holds in full what was shortened on the front."""


def one_line(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return " ".join(text.split())


def shorten(text: str, limit: int, pointer: str = "") -> str:
    """``text`` if it has ``limit`` characters or fewer, else its beginning with a pointer (to page 2)."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    pointer = pointer or _("… (page 2)")
    end = max(0, limit - len(pointer))
    words = text[: end + 1].rpartition(" ")[0]
    # A first word that alone fills the room is cut inside rather than lost.
    kept = words if len(words) > end // 2 else text[: _between_characters(text, end)]
    return f"{kept.rstrip(' ,;:')}{pointer}"


def shares(lengths: tuple[int, ...], limit: int) -> tuple[int, ...]:
    """How many characters of ``limit`` each text gets: short ones all they need, long ones the rest in equal parts."""
    given = [0] * len(lengths)
    left = limit
    by_length = sorted(range(len(lengths)), key=lengths.__getitem__)
    for rest, place in zip(range(len(lengths), 0, -1), by_length, strict=True):
        given[place] = min(lengths[place], left // rest)
        left -= given[place]
    return tuple(given)


def with_room(summary: Summary, room: float) -> Summary:
    """``summary`` with the front cut to ``room``, a share of its longest limit; what is cut stands in full behind it.

    Less room cuts the longest lines first, so that short facts stay whole as long as any line can give way. Over 1
    every line may be so much longer: a sheet with room to spare sends nobody to page 2 for half a line.
    """
    front = tuple(cut(box, room) for box in summary.front)
    rest = tuple(
        Entry(label=f"{box.heading}: {name}" if name else box.heading, text=entry.whole)
        for box in front
        for number, entry in enumerate(box.entries, 1)
        if entry.whole
        for name in [str(number) if entry.mark == "number" else entry.label]
    )
    chapters = _without_rest(summary)
    if rest:
        chapters = (Chapter(CONTINUED, _("Page 2: what was too long for the front, in full"), entries=rest), *chapters)
    return replace(summary, front=front, chapters=chapters)


def in_full(summary: Summary) -> Summary:
    """``summary`` with nothing shortened, for where there is no end of the page."""
    front = tuple(
        replace(box, entries=tuple(replace(entry, text=entry.whole or entry.text, whole="") for entry in box.entries))
        for box in summary.front
    )
    return replace(summary, front=front, chapters=_without_rest(summary))


def _without_rest(summary: Summary) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in summary.chapters if chapter.id != CONTINUED)


def cut(box: Box, room: float = 1.0) -> Box:
    """``box`` of the front with its lines cut to ``room``; each that is cut keeps its whole text."""
    wholes = tuple(entry.whole or one_line(entry.text) for entry in box.entries)
    longest, more = max(1, int(LONGEST_LINE * room)), max(1, room)
    if box.shared:
        # A few lines side by side: they give way when single lines are a third of their length.
        limits = shares(tuple(len(whole) for whole in wholes), min(int(box.shared * more), 3 * longest))
    else:
        limits = tuple(
            min(int(entry.limit * more) or len(whole), longest)
            for entry, whole in zip(box.entries, wholes, strict=True)
        )
    return replace(box, entries=tuple(map(_cut_entry, box.entries, wholes, limits)))


def _cut_entry(entry: Entry, whole: str, limit: int) -> Entry:
    text = shorten(whole, limit)
    return replace(entry, text=text, whole="" if text == whole else whole)


def _between_characters(text: str, end: int) -> int:
    """The last place at or before ``end`` that does not part a mark, a joiner or a modifier from what it belongs to."""
    while end and (_joins(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    return end


def _joins(character: str) -> bool:
    is_mark = unicodedata.category(character).startswith("M")
    return is_mark or character == "\u200d" or "🏻" <= character <= "🏿" or "🇦" <= character <= "🇿"
