"""Patient text with four marks, parsed once into spans that each drawer draws in its own way.

The marks: ``*strong*``, ``[term]`` (a glossary word), ``{estimate-id}`` (a figure from the library) and
``[@source-id]`` (a reference). Everything else is plain text: no Markdown, no HTML.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Mark = Literal["plain", "strong", "term", "figure", "source"]

_MARKS = re.compile(
    r"\*(?P<strong>[^*]+)\*"
    r"|\[@(?P<source>[a-z0-9_-]+)\]"
    r"|\[(?P<term>[^\[\]@]+)\]"
    r"|\{(?P<figure>[A-Za-z0-9_.:-]+)\}"
)
_SOURCE = re.compile(r"\[@[a-z0-9_-]+\]")


class Span(NamedTuple):
    """A run of text under one mark. ``text`` is what is shown; ``ref`` is the id behind a figure or a source."""

    mark: Mark
    text: str
    ref: str = ""


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[Span, ...]:
    """Parse ``text`` into spans. The text of a figure or source span is empty until it is resolved against the aid."""
    found: list[Span] = []
    end = 0
    for match in _MARKS.finditer(text):
        if match.start() > end:
            found.append(Span("plain", text[end : match.start()]))
        mark: Mark = match.lastgroup  # type: ignore[assignment]  # the group names are the marks
        inner = match.group(mark)
        found.append(Span(mark, "", inner) if mark in ("figure", "source") else Span(mark, inner))
        end = match.end()
    if end < len(text):
        found.append(Span("plain", text[end:]))
    return tuple(found)


def words(text: str) -> int:
    """How many words a reader reads: references and marks do not count, a figure counts as one."""
    return len((_SOURCE.sub("", text) if "[@" in text else text).split())
