"""Dates as people know them: a year, a month or a day, written "2026", "2026-03" or "2026-03-14"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from gettext import gettext as _
from typing import Annotated

from msgspec import Meta

PartialDate = Annotated[str, Meta(pattern=r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?(?!\n)$")]
"""A year, a year and month, or a full day in ISO form."""


def earliest(when: str) -> date:
    """The first day that ``when`` can mean."""
    year, month, day = ([int(part) for part in when.split("-")] + [1, 1])[:3]
    return date(year, month, min(day, _days(year, month)))


def latest(when: str) -> date:
    """The last day that ``when`` can mean."""
    parts = [int(part) for part in when.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    last = _days(year, month)
    return date(year, month, min(parts[2], last) if len(parts) > 2 else last)


def _days(year: int, month: int) -> int:
    """How many days the month has. Not from ``calendar``, which loads the languages of the system at every start."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def months_before(day: date, months: int) -> date:
    """The same day ``months`` earlier, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _days(year, month + 1)))


_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: _("January"), lambda: _("February"), lambda: _("March"), lambda: _("April"), lambda: _("May"),
    lambda: _("June"), lambda: _("July"), lambda: _("August"), lambda: _("September"), lambda: _("October"),
    lambda: _("November"), lambda: _("December"),
)  # fmt: skip
"""Each in the language of the window. A list of trials says thousands of dates."""


def say(when: str | date | None) -> str:
    """A date in words: "14 March 2026", "March 2026" or "2026"; empty when there is none."""
    if not when:
        return ""
    parts = [int(part) for part in str(when).split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = _MONTHS[parts[1] - 1]()
    if len(parts) == 2:
        return _("{month} {year}").format(month=month, year=parts[0])
    return _("{day} {month} {year}").format(day=parts[2], month=month, year=parts[0])


def read_date(written: str) -> str | None:
    """Read a date in any sensible way people write one; None where it cannot be told apart or makes no sense.

    Day before month is read where only one order is possible, and "3/4/2026" is not guessed: both are months.
    """
    text = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", written.strip().lower().replace(",", " "))
    text = re.sub(r"([^\W\d_]{3,})\.?", lambda word: f" {_month(word[1])} ", text)
    tokens = [token for token in re.split(r"[\s./-]+", text) if token and token not in _joining_words()]
    years = [token for token in tokens if re.fullmatch(r"(19|20)\d\d", token)]
    named = [int(token[1:]) for token in tokens if re.fullmatch(r"m\d+", token)]
    rest = [int(token) for token in tokens if re.fullmatch(r"\d{1,2}", token)]
    if len(years) != 1 or len(named) + len(rest) + 1 != len(tokens) or len(named) > 1:
        return None
    return _assemble(int(years[0]), named, rest, year_first=tokens[0] == years[0])


def _joining_words() -> set[str]:
    """Words between the parts of a date, as in "the 14th of March" and "14 de marzo de 2026"."""
    return {"the", "of", *re.sub(r"\{\w+\}", " ", _("{day} {month} {year}")).lower().split()}


def _month(word: str) -> str:
    """A word that begins like one month as "m" with its number, so that "Sept" is read; else the word itself."""
    names = [name().lower() for name in _MONTHS]
    alike = [number for number, name in enumerate(names, 1) if name.startswith(word)]
    alike = alike or [number for number, name in enumerate(names, 1) if name[:3] == word[:3]]
    return f"m{alike[0]}" if len(alike) == 1 else word


def _assemble(year: int, named: list[int], rest: list[int], *, year_first: bool) -> str | None:
    if named and len(rest) <= 1:
        numbers = [named[0], *rest]
    elif len(rest) == 2 and not year_first:
        day_first, month_first = rest[1] <= 12, rest[0] <= 12
        if day_first == month_first and rest[0] != rest[1]:
            return None
        numbers = [rest[1], rest[0]] if day_first else rest
    elif len(rest) <= 2:
        numbers = rest
    else:
        return None
    try:
        date(year, *[*numbers, 1, 1][:2])
    except ValueError:
        return None
    return "-".join([str(year), *(f"{number:02}" for number in numbers)])
