"""Dates as people write them: what is read is what was meant, and nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.dates import PartialDate, earliest, latest, months_before, read_date, say

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
YEARS = range(1900, 2100)
PARTIAL = st.builds(lambda day, end: day.isoformat()[:end], DAYS, st.sampled_from((4, 7, 10)))
ORDERS = (
    "{d} {n} {y}", "{n} {d} {y}", "{n} {d}, {y}", "{d}. {n} {y}", "{y} {n} {d}", "{d}-{s}-{y}", "{y}-{m:02}-{d:02}",
)  # fmt: skip


def test_every_year_and_every_month_is_read_as_it_is_said() -> None:
    months = [f"{year}-{month:02}" for year in YEARS[::9] for month in range(1, 13)]
    for when in (*map(str, YEARS), *months):
        assert read_date(say(when)) == when


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_every_day_of_a_year_is_read_as_it_is_said(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert read_date(say(day)) == day.isoformat()
        day += timedelta(days=1)


@pytest.mark.parametrize("written", ["the 14th of March 2026", "14 of March, 2026", "March the 14th 2026"])
def test_small_words_between_the_parts_are_passed_over(written: str) -> None:
    assert read_date(written) == "2026-03-14"


@given(DAYS, st.sampled_from(ORDERS))
def test_a_day_with_its_month_as_a_word_is_read_in_any_order(day: date, order: str) -> None:
    name = say(f"{day:%Y-%m}").split()[0]
    written = order.format(d=day.day, n=name, s=name[:3], y=day.year, m=day.month)
    for text in (written, written.upper(), f"  {written} "):
        assert read_date(text) == day.isoformat()


@given(DAYS, st.sampled_from("/.-"))
def test_an_order_that_could_be_two_days_is_never_guessed(day: date, between: str) -> None:
    read = read_date(between.join((str(day.day), str(day.month), str(day.year))))
    if day.day <= 12 and day.day != day.month:
        assert read is None
    else:
        assert read == day.isoformat()


@given(DAYS)
def test_a_month_and_a_year_in_numbers_are_read(day: date) -> None:
    assert read_date(f"{day.month}/{day.year}") == read_date(f"{day:%Y-%m}") == f"{day:%Y-%m}"


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 2100])
def test_the_leap_day_is_read_only_where_there_is_one(year: int) -> None:
    is_leap = (year % 4 == 0 and year % 100 != 0) or year == 2000
    assert read_date(f"29 February {year}") == (f"{year}-02-29" if is_leap else None)


@pytest.mark.parametrize("written", [
    "", " ", "soon", "31 April 2026", "2026-13", "2026-00-10", "32 March 2026", "March", "14 March", "26", "14/3/26",
    "2026 2027", "March April 2026", "1 2 3 2026", "0/3/2026", "1899", "20266", "14 March 2026 perhaps", "Jul Jun 2026",
])  # fmt: skip
def test_what_is_no_date_yet_is_not_read(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize("written", ["Sept 2025", "sep 2025", "Septmeber,2025", "september,2025", "1Sept2025"])
def test_a_month_is_read_by_its_first_letters(written: str) -> None:
    assert (read_date(written) or "").startswith("2025-09")


@given(st.text(max_size=40) | st.from_regex(r"[0-9 ./m-]{0,14}", fullmatch=True))
def test_whatever_is_written_is_refused_or_a_date_the_record_takes(written: str) -> None:
    when = read_date(written)
    assert when is None or msgspec.convert(when, PartialDate) == when


@given(PARTIAL)
def test_the_earliest_day_is_not_after_the_latest(when: str) -> None:
    first, last = earliest(when), latest(when)
    assert first <= last
    assert first.isoformat().startswith(when)
    assert last.isoformat().startswith(when)
    assert (last - first).days in {4: (364, 365), 7: (27, 28, 29, 30), 10: (0,)}[len(when)]


@pytest.mark.parametrize("when", ["2026-02-31", "2026-04-31", "2100-02-29"])
def test_a_day_that_a_file_made_up_is_taken_as_the_last_of_its_month(when: str) -> None:
    assert earliest(when) == latest(when) == date(int(when[:4]), int(when[5:7]), {2: 28, 4: 30}[int(when[5:7])])


@given(DAYS.filter(lambda day: day.year > 1901), st.integers(0, 12), st.integers(0, 12))
def test_months_before_go_back_in_months(day: date, one: int, other: int) -> None:
    before = months_before(day, one)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == one
    assert before.day == day.day or before == latest(f"{before:%Y-%m}")
    assert months_before(day, one + other) <= before <= day


def test_nothing_is_said_where_there_is_no_date() -> None:
    assert say(None) == say("") == ""


@given(PARTIAL)
def test_a_date_is_said_with_its_month_as_a_word(when: str) -> None:
    assert re.fullmatch(r"(([1-9]|[12]\d|3[01]) )?([A-Z][a-z]+ )?\d{4}", say(when))
