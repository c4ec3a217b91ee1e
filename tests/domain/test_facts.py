"""Facts: not answered, not known or known; years and relapses as what is sure and what is possible."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.dates import earliest, latest, months_before
from hsct_aid.domain.facts import Answer, Medicine, Range, Relapse, known, relapses_within, years_since

TODAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
WHENS = st.builds(
    lambda day, end: day.isoformat()[:end], st.dates(date(2015, 1, 1), date(2060, 12, 31)), st.sampled_from((4, 7, 10))
)


def birthdays(born: date, today: date) -> int:
    """Full years as a person counts them."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


@given(st.dates(date(1920, 1, 1), date(2060, 12, 31)), TODAYS)
def test_the_years_are_right_for_every_day_of_the_year(born: date, today: date) -> None:
    years = years_since(born.year, today)
    if born <= today:
        assert years is not None
        assert years.low <= birthdays(born, today) <= years.high
        assert years.high - years.low <= 1


@given(st.integers(1920, 2060), TODAYS)
def test_both_numbers_are_possible(year: int, today: date) -> None:
    years = years_since(year, today)
    if year < today.year and (today.month, today.day) not in ((1, 1), (12, 31)):
        assert years == Range(birthdays(date(year, 12, 31), today), birthdays(date(year, 1, 1), today))


def test_a_year_that_is_not_known_or_lies_ahead_gives_no_number() -> None:
    today = date(2026, 11, 23)
    assert years_since(None, today) is None
    assert years_since(2027, today) is None
    assert years_since(2026, today) == Range(0, 0)
    assert years_since(1981, today) == Range(44, 45)


@given(st.lists(WHENS, max_size=6), st.integers(0, 60), TODAYS, st.data())
def test_the_relapses_counted_are_right_whatever_the_days_were(
    whens: list[str], months: int, today: date, data: st.DataObject
) -> None:
    counted = relapses_within(tuple(map(Relapse, whens)), months, today)
    since = months_before(today, months)
    days = []
    for when in whens:
        first, last = earliest(when), max(earliest(when), min(latest(when), today))
        days.append(first + timedelta(days=data.draw(st.integers(0, (last - first).days))))
    assert counted.low <= sum(since <= day <= today for day in days) <= counted.high


@given(st.lists(st.none() | WHENS, max_size=6), TODAYS)
def test_a_relapse_without_a_date_may_count_and_never_surely_does(whens: list[str | None], today: date) -> None:
    relapses = tuple(map(Relapse, whens))
    counted = relapses_within(relapses, 12, today)
    assert counted.high >= whens.count(None)
    assert counted.low <= len(whens) - whens.count(None)
    longer = relapses_within(relapses, 24, today)
    assert counted.low <= longer.low
    assert counted.high <= longer.high


@pytest.mark.parametrize("fields", [{}, {"value": 1, "unknown": True}])
def test_an_answer_is_a_value_or_unknown_and_never_both(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="either a value or unknown"):
        Answer[object](**fields)  # type: ignore[arg-type]  # what a test may try


def test_no_and_nothing_are_values_too() -> None:
    for value in (False, 0, ()):
        assert known(Answer[object](value=value)) == value
    assert known(None) is known(Answer[object](unknown=True)) is None


@pytest.mark.parametrize(
    ("medicine", "taken"),
    [
        (Medicine("ocrelizumab"), True),
        (Medicine("ocrelizumab", start="2020"), True),
        (Medicine("ocrelizumab", stop="2024", reason="still_taking"), True),
        (Medicine("ocrelizumab", stop="2024"), False),
        (Medicine("ocrelizumab", reason="side_effects"), False),
    ],
)
def test_a_medicine_is_taken_until_something_says_that_it_ended(medicine: Medicine, taken: bool) -> None:
    assert medicine.is_taken is taken
