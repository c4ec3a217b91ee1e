"""Counting relapses in a window: month ends, leap years, coarse dates, and the medicine at that time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, relapses_within
from hsct_aid.domain.relapses import relapse_count
from hsct_aid.domain.truth import Bounds

TODAY = date(2026, 11, 22)
ONE_SURE, ONE_MAYBE, NONE = Bounds(1, 1), Bounds(0, 1), Bounds(0, 0)


def counted(when: str | None, months: int = 12, today: date = TODAY) -> Bounds | None:
    facts = Facts(relapses=Answer((Relapse(when),)))
    within = relapses_within((Relapse(when),), months, today)
    bounds = relapse_count(facts, months, today)
    assert bounds == Bounds(within.low, within.high)
    return bounds


@pytest.mark.parametrize(
    ("today", "last_day_in", "last_day_out"),
    [
        (date(2024, 2, 29), "2023-02-28", "2023-02-27"),
        (date(2025, 2, 28), "2024-02-28", "2024-02-27"),
        (date(2026, 3, 31), "2025-03-31", "2025-03-30"),
        (date(2026, 1, 1), "2025-01-01", "2024-12-31"),
    ],
)
def test_a_window_of_a_year_begins_on_the_same_day_or_the_last_of_the_month(
    today: date, last_day_in: str, last_day_out: str
) -> None:
    assert counted(last_day_in, today=today) == ONE_SURE
    assert counted(last_day_out, today=today) == NONE


@pytest.mark.parametrize(
    ("when", "bounds"),
    [
        ("2026-11", ONE_SURE),
        ("2026", ONE_SURE),
        ("2025-11", ONE_MAYBE),
        ("2025", ONE_MAYBE),
        ("2024", NONE),
        ("2026-12", NONE),
        (None, ONE_MAYBE),
    ],
)
def test_a_coarse_date_counts_surely_only_when_all_of_it_lies_in_the_window(when: str | None, bounds: Bounds) -> None:
    assert counted(when) == bounds


def test_relapses_that_are_not_known_are_not_none() -> None:
    assert relapse_count(Facts(), 12, TODAY) is None
    assert relapse_count(Facts(relapses=Answer(unknown=True)), 12, TODAY) is None
    assert relapse_count(Facts(relapses=Answer(())), 12, TODAY) == NONE


@pytest.mark.parametrize(
    ("on_medicine", "bounds"),
    [(True, ONE_SURE), ("ocrelizumab", ONE_SURE), (False, NONE), (None, ONE_MAYBE), (" ", ONE_MAYBE)],
)
def test_what_is_said_with_the_relapse_decides_whether_it_came_on_a_medicine(on_medicine: Any, bounds: Bounds) -> None:
    facts = Facts(relapses=Answer((Relapse("2026-03", on_medicine=on_medicine),)))
    assert relapse_count(facts, 12, TODAY, on_dmt=True) == bounds


@pytest.mark.parametrize(
    ("medicine", "bounds"),
    [
        (Medicine("x", start="2026-03-10", reason="still_taking"), ONE_SURE),
        (Medicine("x", start="2026-03-11", reason="still_taking"), NONE),
        (Medicine("x", start="2026-03", reason="still_taking"), ONE_MAYBE),
        (Medicine("x", reason="still_taking"), ONE_MAYBE),
        (Medicine("x", start="2020", stop="2026-03-10", reason="cost"), ONE_SURE),
        (Medicine("x", start="2020", stop="2026-03-09", reason="cost"), NONE),
        (Medicine("x", start="2020", stop="2026", reason="cost"), ONE_MAYBE),
        (Medicine("x", start="2020", reason="side_effects"), ONE_MAYBE),
        (Medicine("x", start="2020", last_dose="2025", reason="side_effects"), NONE),
        (None, NONE),
    ],
)
def test_else_the_dates_of_the_medicines_decide(medicine: Medicine | None, bounds: Bounds) -> None:
    facts = Facts(
        relapses=Answer((Relapse("2026-03-10"),)), medicines=Answer((medicine,) if medicine else ())
    )  # fmt: skip
    assert relapse_count(facts, 12, TODAY, on_dmt=True) == bounds


def test_a_relapse_without_a_date_may_have_come_on_any_medicine() -> None:
    taken: Answer[tuple[Medicine, ...]] = Answer((Medicine("x", start="2020", reason="still_taking"),))
    assert relapse_count(Facts(relapses=Answer((Relapse(),)), medicines=taken), 12, TODAY, on_dmt=True) == ONE_MAYBE


@pytest.mark.parametrize("words", ["none", "None ", "no", "nothing"])
def test_a_relapse_on_no_medicine_in_words_is_not_counted_as_on_one(words: str) -> None:
    facts = Facts(relapses=Answer((Relapse("2026-09", on_medicine=words),)))
    assert relapse_count(facts, 12, TODAY, on_dmt=True) == NONE
    assert relapse_count(facts, 12, TODAY) == ONE_SURE
