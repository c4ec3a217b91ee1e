"""The rule language: which rules it takes, and what it says at every limit and where a fact is missing or coarse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, Scan
from hsct_aid.domain.logic import Combination, conditions, evaluate, parse

TODAY = date(2026, 11, 22)


def ask(expr: dict[str, Any], facts: Facts, today: date = TODAY) -> bool | None:
    return evaluate(parse(expr), facts, today)


def born(year: int) -> Facts:
    return Facts(birth_year=Answer(year))


def scan(**fields: Any) -> Facts:
    return Facts(mri=Answer(Scan(**fields)))


@pytest.mark.parametrize(
    ("year", "under_45", "at_most_45"),
    [(1982, True, True), (1981, None, True), (1980, False, None), (1979, False, False), (2030, None, None)],
)
def test_an_age_from_a_year_is_known_only_on_one_side_of_the_limit(
    year: int, under_45: bool | None, at_most_45: bool | None
) -> None:
    assert ask({"fact": "age", "op": "<", "value": 45}, born(year)) is under_45
    assert ask({"fact": "age", "op": "<=", "value": 45}, born(year)) is at_most_45


@pytest.mark.parametrize(
    ("year", "between"),
    [(2009, False), (2008, None), (2007, True), (1961, True), (1960, None), (1959, False)],
)
def test_both_ends_of_a_span_belong_to_it(year: int, between: bool | None) -> None:
    assert ask({"fact": "age", "op": "between", "low": 18, "high": 65}, born(year)) is between


@pytest.mark.parametrize(
    ("op", "edss", "answer"),
    [("<", 5.5, True), ("<", 6.0, False), ("<=", 6.0, True), ("<=", 6.5, False), (">", 6.0, False), (">=", 6.0, True)],
)
def test_edss_follows_the_published_sign_at_the_half_point(op: str, edss: float, answer: bool) -> None:
    assert ask({"fact": "edss", "op": op, "value": 6.0}, Facts(edss=Answer(edss))) is answer


@pytest.mark.parametrize(
    ("metres", "support", "answer"),
    [
        (100, "one_side", True),
        (99, "one_side", False),
        (100, "none", True),
        (99, "none", None),
        (100, "two_sides", None),
        (99, "two_sides", False),
        (100, None, None),
    ],
)
def test_walking_is_compared_with_the_help_that_the_text_names(metres: int, support: Any, answer: bool | None) -> None:
    facts = Facts(walk_metres=Answer(metres), walk_support=Answer(support) if support else None)
    assert ask({"fact": "walk_metres", "op": ">=", "value": 100, "support": "one_side"}, facts) is answer


NEW_ACTIVITY = {"fact": "new_mri_activity", "window_months": 12, "op": "is", "value": True}


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"date": "2026-03", "contrast": True, "new_lesions": 1, "enhancing": 0}, True),
        ({"date": "2026-03", "contrast": True, "new_lesions": 0, "enhancing": True}, True),
        ({"date": "2026-03", "contrast": True, "new_lesions": 0, "enhancing": 0}, False),
        ({"date": "2026-03", "contrast": True, "new_lesions": False}, None),
        ({"date": "2026-03", "contrast": False, "new_lesions": 0, "enhancing": 0}, None),
        ({"date": "2026-03", "new_lesions": 0, "enhancing": 0}, None),
        ({"date": "2025-11-22", "contrast": True, "new_lesions": 2, "enhancing": 0}, True),
        ({"date": "2025-11-21", "contrast": True, "new_lesions": 2, "enhancing": 0}, None),
        ({"date": "2025-03", "contrast": True, "new_lesions": 0, "enhancing": 0}, None),
        ({"date": "2025", "contrast": True, "new_lesions": 2, "enhancing": 0}, None),
        ({"date": "2027", "contrast": True, "new_lesions": 2, "enhancing": 0}, None),
        ({"contrast": True, "new_lesions": 2, "enhancing": 0}, None),
    ],
)
def test_an_mri_that_is_old_coarse_or_without_contrast_is_never_no_activity(
    fields: dict[str, Any], answer: bool | None
) -> None:
    assert ask(NEW_ACTIVITY, scan(**fields)) is answer


@pytest.mark.parametrize(("lesions", "answer"), [(True, None), (False, False), (1, False), (2, True)])
def test_some_new_lesions_may_be_one_or_many(lesions: bool | int, answer: bool | None) -> None:
    expr = {"fact": "new_t2_lesions", "window_months": 12, "op": ">=", "value": 2}
    assert ask(expr, scan(date="2026-10", new_lesions=lesions)) is answer


def test_any_and_all_are_known_as_soon_as_the_facts_decide() -> None:
    bands: dict[str, Any] = {"fact": "csf_oligoclonal_bands", "op": "is", "value": True}
    no_bands = Facts(csf_oligoclonal_bands=Answer(False))
    with_bands = Facts(csf_oligoclonal_bands=Answer(True))
    assert ask({"all": [bands, NEW_ACTIVITY]}, no_bands) is False
    assert ask({"all": [bands, NEW_ACTIVITY]}, with_bands) is None
    assert ask({"any": [bands, NEW_ACTIVITY]}, with_bands) is True
    assert ask({"any": [bands, NEW_ACTIVITY]}, no_bands) is None


def test_a_count_on_medicine_uses_the_dates_of_the_medicines() -> None:
    expr = {"fact": "relapses", "window_months": 36, "op": ">=", "value": 1, "on_dmt": True}
    taken: Answer[tuple[Medicine, ...]] = Answer(
        (Medicine("natalizumab", start="2024", stop="2026-02", reason="risk"),)
    )
    for when, answer in (("2025-06", True), ("2026-05", False), ("2026-02", None), ("2024", None)):
        assert ask(expr, Facts(relapses=Answer((Relapse(when),)), medicines=taken)) is answer
        assert ask(expr, Facts(relapses=Answer((Relapse(when),)))) is None


def test_every_condition_of_a_combination_is_found() -> None:
    parsed = parse({"any": [NEW_ACTIVITY, {"all": [NEW_ACTIVITY, {"fact": "pml", "op": "is", "value": True}]}]})
    assert isinstance(parsed, Combination)
    assert [one.fact for one in conditions(parsed)] == ["new_mri_activity", "new_mri_activity", "pml"]


@pytest.mark.parametrize(
    "expr",
    [
        {},
        {"fact": "age"},
        {"fact": "age", "op": "<"},
        {"fact": "age", "op": "<", "value": "45"},
        {"fact": "age", "op": "<", "value": True},
        {"fact": "age", "op": "is", "value": True},
        {"fact": "age", "op": "between", "low": 65, "high": 18},
        {"fact": "age", "op": "between", "low": 18, "high": 65, "value": 1},
        {"fact": "age", "op": "<", "value": 45, "window_months": 12},
        {"fact": "shoe_size", "op": "<", "value": 45},
        {"fact": "edss", "op": "<", "value": 5.7},
        {"fact": "edss", "op": "<", "value": 5.5, "unit": "points"},
        {"fact": "ms_type", "op": "in", "value": []},
        {"fact": "ms_type", "op": "in", "value": ["RRMS"]},
        {"fact": "relapses", "op": ">=", "value": 2},
        {"fact": "new_mri_activity", "op": "is", "value": True},
        {"fact": "walk_metres", "op": ">=", "value": 100},
        {"fact": "walk_metres", "op": "<", "value": 100, "support": "one_side"},
        {"fact": "edss", "op": "<", "value": 6, "on_dmt": True},
        {"any": []},
        {"any": [{"fact": "pml", "op": "is", "value": True}], "fact": "pml"},
        {"all": "pml"},
        {"all": ["pml"]},
    ],
)
def test_what_is_not_in_the_language_is_refused_in_words(expr: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse(expr)
