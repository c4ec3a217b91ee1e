"""Draws the summary as plain text for a clinic's portal: in full, or what fits 1,000 characters."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from typing import Final

from hsct_aid.domain.paper import Box, Chapter, Entry, Grid, Summary
from hsct_aid.domain.shorten import in_full, one_line, shares, shorten
from hsct_aid.report.clean import tidy

PORTAL: Final = 1000
"""Characters that a short message in a portal holds."""
_PORTAL_BOXES: Final = ("ask", "questions", "facts", "new", "values", "records")
_PORTAL_FACTS: Final = ("type", "now", "relapses", "mri", "edss", "earlier")
"""The facts that a short message has room for, what matters most first."""


def render_text(summary: Summary) -> bytes:
    """The whole summary with a line end after each line, nothing shortened."""
    whole = in_full(summary)
    parts = [
        f"{whole.title}\n{whole.reader}",
        *map(_box_text, whole.front),
        *whole.small_print,
        *map(_chapter_text, whole.chapters),
    ]
    return ("\n\n".join(tidy(part) for part in parts if part) + "\n").encode("utf-8", "replace")


def portal_text(summary: Summary, most: int = PORTAL) -> str:
    """What a neurologist needs first, in ``most`` characters: one line a box, each with its fair share."""
    whole = in_full(summary)
    boxes = [box for box in whole.front if box.id in _PORTAL_BOXES]
    lines = [line for line in map(_portal_line, boxes) if line]
    last = _("For the clinician: what I ask, my facts and what matters to me. Facts are patient-reported.")
    room = most - len(last) - len(lines)
    fair = shares(tuple(len(line) for line in lines), room)
    return "\n".join([*(shorten(line, limit, "…") for line, limit in zip(lines, fair, strict=True)), last])


def _portal_line(box: Box) -> str:
    entries = box.entries
    if box.id == "facts":
        entries = tuple(entry for ref in _PORTAL_FACTS for entry in entries if entry.ref == ref)
    said = [f"{entry.label}: {entry.text}" if entry.label else entry.text for entry in entries if entry.text]
    numbered = [f"{number}. {text}" for number, text in enumerate(said, 1)] if box.id == "questions" else said
    between = " " if box.id == "questions" else "; "
    return one_line(tidy(f"{box.heading}: {between.join(numbered)}")) if said else ""


def _box_text(box: Box) -> str:
    lines = list(_lines(box.entries))
    return "\n".join([box.heading.upper(), *lines, *([box.more] if box.more else [])]) if lines else ""


def _chapter_text(chapter: Chapter) -> str:
    lines = [*([chapter.text] if chapter.text else []), *_lines(chapter.entries)]
    if chapter.grid:
        lines += _grid_lines(chapter.grid)
    return "\n".join([chapter.heading.upper(), *lines])


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        said = ": ".join(part for part in (entry.label, entry.text) if part)
        mark = {"number": f"{number}. ", "box": "[ ] ", "": ""}[entry.mark]
        if said and (entry.text or not entry.lines):
            yield f"{mark}{said}"


def _grid_lines(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        yield f"{row[0]}"
        yield from (f"  {column}: {cell}" for column, cell in zip(grid.columns[1:], row[1:], strict=True) if cell)
