"""What is new on the page since the last one was made."""

from __future__ import annotations

from hsct_aid.domain.paper import Summary

_LONGEST = 1500


def front_lines(summary: Summary) -> tuple[str, ...]:
    """The front page as plain lines, to be kept and compared; what only asks the clinician to tick is left out."""
    return tuple(
        f"{box.heading}: {entry.label} {entry.text}".strip()[:_LONGEST]
        for box in summary.front
        for entry in box.entries
        if entry.text and entry.mark != "box"
    )


def changes(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that are new or changed, and lines that are no longer there, each in their order."""
    return tuple(line for line in now if line not in before), tuple(line for line in before if line not in now)
