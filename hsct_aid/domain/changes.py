"""What is new on the page since the last one was made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _

from msgspec.structs import replace

from hsct_aid.domain.dates import say
from hsct_aid.domain.paper import Box, Chapter, Entry, Summary
from hsct_aid.domain.record import SummaryAnswers

_LONGEST = 1500


def front_lines(front: Iterable[Box]) -> tuple[str, ...]:
    """The front page as plain lines, to be kept and compared; what only asks the clinician to tick is left out."""
    return tuple(
        f"{box.heading}: {entry.label} {entry.text}".strip()[:_LONGEST]
        for box in front
        for entry in box.entries
        if entry.text and entry.mark != "box"
    )


def changes(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that are new or changed, and lines that are no longer there, each in their order."""
    return tuple(line for line in now if line not in before), tuple(line for line in before if line not in now)


def with_page(summary: SummaryAnswers, lines: tuple[str, ...], today: date) -> SummaryAnswers:
    """``summary`` once a page with these front ``lines`` was made."""
    if summary.last_page_on not in (None, today):
        summary = replace(summary, page_before=summary.last_page, page_before_on=summary.last_page_on)
    return replace(summary, last_page=lines, last_page_on=today)


def compared_with(summary: SummaryAnswers, today: date) -> tuple[tuple[str, ...], date | None]:
    """The page that the one of ``today`` is compared with, and its day: the last one of an earlier day, if any."""
    if summary.last_page_on == today and summary.page_before_on is not None:
        return summary.page_before, summary.page_before_on
    return summary.last_page, summary.last_page_on


def news_chapter(answers: SummaryAnswers, summary: Summary, today: date) -> Chapter:
    """What is new on the front since the page of an earlier day.

    What is gone is left out: it may be gone because it was made private.
    """
    lines, day = compared_with(answers, today)
    new = changes(lines, front_lines(summary.front))[0] if day is not None and day < today else ()
    heading = _("New since my page of {day}").format(day=say(day))
    return Chapter("news", heading, entries=tuple(Entry(text=line) for line in new))
