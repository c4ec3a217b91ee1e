"""Which earlier saves are worth keeping: many of today, fewer of last week, one a week before that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime


def worth_keeping(saves: Mapping[int, datetime]) -> set[int]:
    """The newest five saves, and the last of each of the latest seven days and four weeks that have any."""
    kept: set[int] = set()
    days: set[object] = set()
    weeks: set[object] = set()
    for generation, saved_at in sorted(saves.items(), reverse=True):
        day, week = saved_at.date(), saved_at.isocalendar()[:2]
        last_of_day = day not in days and len(days) < 7
        last_of_week = week not in weeks and len(weeks) < 4
        if len(kept) < 5 or last_of_day or last_of_week:
            kept.add(generation)
        days.add(day)
        weeks.add(week)
    return kept
