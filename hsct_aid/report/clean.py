"""Makes any text printable with the bundled fonts, character by character, and tells what had to be replaced.

A document tagged for accessibility is refused as a whole when one character has no glyph. So what no bundled font
covers becomes a replacement mark. A character here is what a reader sees: a letter with its marks, or a joined emoji.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from msgspec import Struct

from hsct_aid import shipped

REPLACEMENT: Final = "\ufffd"
LONGEST: Final = 20_000
"""Characters in one text; what is longer is cut."""
MOST_MARKS: Final = 6
"""Marks on one letter; no living script needs more, and a tower of them covers other lines."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]")
"""Soft hyphens, spaces without width, and marks that turn the direction of what follows."""
_PLAIN = re.compile("[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u017f‘’“”–—…]*")


class Cleaned(NamedTuple):
    """A text that can be printed, and the characters that were replaced in it."""

    text: str
    replaced: tuple[str, ...] = ()


Cleaner = Callable[[str], Cleaned]


class Coverage:
    """Which characters each bundled font can draw, in the order in which fonts are tried."""

    def __init__(self, ranges: dict[str, list[list[int]]]) -> None:
        self.fonts = tuple(ranges)
        self._starts = [[low for low, _high in found] for found in ranges.values()]
        self._ends = [[high for _low, high in found] for found in ranges.values()]

    def covers(self, characters: str) -> bool:
        """Whether one font has every code point of ``characters``."""
        return any(all(self._has(font, ord(one)) for one in characters) for font in range(len(self.fonts)))

    def _has(self, font: int, point: int) -> bool:
        place = bisect_right(self._starts[font], point) - 1
        return place >= 0 and point <= self._ends[font][place]


@lru_cache(maxsize=1)
def coverage() -> Coverage:
    """The coverage of the fonts that ship with the aid."""
    return Coverage(json.loads(shipped.folder("fonts", "coverage.json").read_bytes()))


def as_data(summary: Struct, cleaner: Cleaner) -> tuple[dict[str, Any], tuple[str, ...]]:
    """``summary`` as plain data with every text cleaned, and the characters that were replaced."""
    replaced: dict[str, None] = {}

    def plain(value: Any) -> Any:
        if isinstance(value, str):
            result = cleaner(value)
            replaced.update(dict.fromkeys(result.replaced))
            return result.text
        if isinstance(value, tuple):
            return [plain(one) for one in value]
        return (
            {name: plain(getattr(value, name)) for name in value.__struct_fields__}
            if isinstance(value, Struct)
            else value
        )

    return plain(summary), tuple(replaced)


def tidied(text: str) -> Cleaned:
    """``text`` for where fonts are not ours to choose: tidy, nothing replaced."""
    return Cleaned(tidy(text))


def tidy(text: str) -> str:
    """``text`` with one kind of line end, composed letters, and nothing invisible that turns or breaks a line."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return "".join(_seen(one) for one in unicodedata.normalize("NFC", text))


def clean(text: str) -> Cleaned:
    """``text`` in characters that the bundled fonts can draw."""
    if _PLAIN.fullmatch(text) and len(text) <= LONGEST:
        return Cleaned(text)
    found = list(clusters(tidy(text[:LONGEST])))
    drawn = [_drawn(cluster) for cluster in found]
    replaced = (cluster for cluster, kept in zip(found, drawn, strict=True) if kept != cluster)
    return Cleaned("".join(drawn), tuple(dict.fromkeys(replaced)))


def safe(text: str) -> Cleaned:
    """``text`` in plain letters alone: the last way to a document when even cleaned text was refused."""
    text = tidy(text[:LONGEST])
    kept = "".join(one if _PLAIN.fullmatch(one) else REPLACEMENT for one in text)
    return Cleaned(kept, tuple(dict.fromkeys(one for one in text if not _PLAIN.fullmatch(one))))


def clusters(text: str) -> Iterator[str]:
    """The characters of ``text`` as a reader sees them, each with its marks, joiners and modifiers."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _belongs(text, start, place):
            yield text[start:place]
            start = place


def _belongs(text: str, start: int, place: int) -> bool:
    one, before = text[place], text[place - 1]
    if before == "\n" or one == "\n":
        return False
    if _is_flag_half(one):
        return place - start == 1 and _is_flag_half(before)
    return _is_mark(one) or _joins(one) or before == "\u200d"


def _joins(one: str) -> bool:
    return one in "\u200c\u200d" or "🏻" <= one <= "🏿" or "\U000e0020" <= one <= "\U000e007f"


def _is_flag_half(one: str) -> bool:
    return "\U0001f1e6" <= one <= "\U0001f1ff"


def _seen(one: str) -> str:
    kind = unicodedata.category(one)
    if kind in ("Cc", "Cs", "Co", "Cn") and one != "\n":
        return REPLACEMENT
    return " " if kind == "Zs" else one


@lru_cache(maxsize=4096)
def _drawn(cluster: str) -> str:
    """The letter with as many of its marks as one font draws with it; the replacement where none draws the letter."""
    fonts = coverage()
    if cluster == "\n" or (fonts.covers(cluster) and sum(map(_is_mark, cluster)) <= MOST_MARKS):
        return cluster
    kept = cluster[0]
    if not fonts.covers(kept):
        return REPLACEMENT
    for mark in cluster[1:]:
        if len(kept) <= MOST_MARKS and _is_mark(mark) and fonts.covers(kept + mark):
            kept += mark
    return kept


def _is_mark(one: str) -> bool:
    return unicodedata.category(one).startswith("M")
