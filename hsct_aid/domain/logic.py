"""A small, total rule language: what a published criterion says of the facts, as yes, no or not known.

An expression is data: ``{"fact": "age", "op": "<", "value": 45}``, or ``{"any": [...]}`` and ``{"all": [...]}`` of
these. None stands for not known: a fact is missing or too coarse. Knowing more never turns yes or no into not known.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from math import inf
from typing import Any, Final, Literal, NamedTuple

import msgspec
from msgspec import Struct

from hsct_aid.domain.dates import earliest, months_before
from hsct_aid.domain.facts import Facts, MSType, Scan, known, years_since
from hsct_aid.domain.relapses import relapse_count
from hsct_aid.domain.truth import Bounds, Truth, all_of, any_of

Fact = Literal[
    "age", "years_with_ms", "years_since_diagnosis", "edss", "relapses", "walk_metres", "ms_type", "new_mri_activity",
    "enhancing_lesions", "new_t2_lesions", "csf_oligoclonal_bands", "pml",
]  # fmt: skip
Number = int | float

_YEARS: Final = {
    "age": "birth_year",
    "years_with_ms": "first_symptom_year",
    "years_since_diagnosis": "diagnosis_year",
}
_MRI: Final = ("new_mri_activity", "enhancing_lesions", "new_t2_lesions")
_YES_NO: Final = ("new_mri_activity", "csf_oligoclonal_bands", "pml")
_SUPPORT: Final = ("none", "one_side", "two_sides")
_OPS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """One fact against one limit. Years are full years, metres are walked with ``support``, windows end today."""

    fact: Fact
    op: Literal["<", "<=", ">", ">=", "between", "is", "in"]
    value: bool | Number | tuple[MSType, ...] | None = None
    low: Number | None = None
    high: Number | None = None
    window_months: int | None = None
    on_dmt: bool = False
    support: Literal["one_side", "two_sides"] | None = None

    def __post_init__(self) -> None:
        wanted: dict[str, bool] = {
            "a limit that fits the fact and the comparison": self._limit_fits(),
            "a window of months for relapses, and only there and for the MRI": (
                self.fact == "relapses" or self.fact in _MRI
                if self.window_months
                else self.fact not in ("relapses", "new_mri_activity")
            ),
            "on_dmt for relapses only": self.fact == "relapses" or not self.on_dmt,
            "a support for walking, and only there": (self.fact == "walk_metres") == (self.support is not None),
            "EDSS in half points": self.fact != "edss" or all(limit % 0.5 == 0 for limit in self._limits()),
        }
        for what, is_so in wanted.items():
            if not is_so:
                raise ValueError(f"the rule on {self.fact} needs {what}")

    def _limits(self) -> tuple[Number, ...]:
        return tuple(limit for limit in (self.value, self.low, self.high) if isinstance(limit, int | float))

    def _limit_fits(self) -> bool:
        if self.op == "between":
            ends = self.value is None and self.low is not None and self.high is not None and self.low <= self.high
            return ends and self.fact not in (*_YES_NO, "ms_type", "walk_metres")
        alone = self.low is None and self.high is None
        if self.fact == "ms_type":
            return alone and self.op == "in" and isinstance(self.value, tuple) and bool(self.value)
        if self.fact in _YES_NO:
            return alone and self.op == "is" and isinstance(self.value, bool)
        if self.fact == "walk_metres" and self.op != ">=":
            return False
        return alone and self.op in _OPS and isinstance(self.value, int | float) and not isinstance(self.value, bool)


class Combination(NamedTuple):
    """Several conditions of which any, or all, are asked."""

    how: Literal["any", "all"]
    parts: tuple[Expr, ...]


Expr = Condition | Combination


def parse(expr: dict[str, Any]) -> Expr:
    """``expr`` with its types. Raises ValueError, in words, where it is not in the language."""
    for how in ("any", "all"):
        if isinstance(expr, dict) and how in expr:
            parts = expr[how]
            if len(expr) > 1 or not isinstance(parts, list | tuple) or not parts:
                raise ValueError(f"“{how}” stands alone and holds a list of rules")
            return Combination("any" if how == "any" else "all", tuple(parse(part) for part in parts))
    try:
        return msgspec.convert(expr, Condition)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def conditions(expr: Expr) -> tuple[Condition, ...]:
    """Every condition in ``expr``, in order."""
    if isinstance(expr, Condition):
        return (expr,)
    return tuple(one for part in expr.parts for one in conditions(part))


def evaluate(expr: Expr, facts: Facts, today: date) -> Truth:
    """Whether the facts fit ``expr`` on that day: yes, no, or None for not known."""
    if isinstance(expr, Combination):
        truths = [evaluate(part, facts, today) for part in expr.parts]
        return any_of(truths) if expr.how == "any" else all_of(truths)
    match expr.fact:
        case "ms_type":
            ms_type = known(facts.ms_type)
            return None if ms_type is None or not isinstance(expr.value, tuple) else ms_type in expr.value
        case "csf_oligoclonal_bands" | "pml" as fact:
            said: Truth = known(getattr(facts, fact))
            return None if said is None else said == expr.value
        case "new_mri_activity":
            lesions = (_lesions(facts, kind, expr.window_months, today) for kind in ("new_lesions", "enhancing"))
            seen = any_of(_compare(bounds, ">=", 1) for bounds in lesions)
            return None if seen is None else seen == expr.value
        case "walk_metres":
            return _walks(facts, expr)
        case _:
            return _within(_bounds(expr, facts, today), expr)


def _within(bounds: Bounds | None, expr: Condition) -> Truth:
    if expr.op == "between":
        return all_of((_compare(bounds, ">=", expr.low), _compare(bounds, "<=", expr.high)))
    return _compare(bounds, expr.op, expr.value)


def _compare(bounds: Bounds | None, op: str, limit: object) -> Truth:
    if bounds is None or not isinstance(limit, int | float):
        return None
    low, high = (_OPS[op](end, limit) for end in bounds)
    return low if low == high else None


def _bounds(expr: Condition, facts: Facts, today: date) -> Bounds | None:
    if expr.fact in _YEARS:
        years = years_since(known(getattr(facts, _YEARS[expr.fact])), today)
        return Bounds(years.low, years.high) if years else None
    if expr.fact == "relapses":
        return relapse_count(facts, expr.window_months or 0, today, on_dmt=expr.on_dmt)
    if expr.fact == "edss":
        edss = known(facts.edss)
        return None if edss is None else Bounds(edss, edss)
    return _lesions(
        facts, "enhancing" if expr.fact == "enhancing_lesions" else "new_lesions", expr.window_months, today
    )


def _walks(facts: Facts, expr: Condition) -> Truth:
    """Walking far enough with less help counts; too short a way counts only with as much help, or more."""
    metres, support = known(facts.walk_metres), known(facts.walk_support)
    if metres is None or support is None or expr.support is None or not isinstance(expr.value, int | float):
        return None
    less_help = _SUPPORT.index(support) - _SUPPORT.index(expr.support)
    if metres >= expr.value:
        return True if less_help <= 0 else None
    return False if less_help >= 0 else None


def _lesions(facts: Facts, kind: str, months: int | None, today: date) -> Bounds | None:
    """How many lesions the last MRI showed; None where it is too old or its date too coarse for the window.

    "No enhancing lesion" is known only from a scan with contrast.
    """
    scan = known(facts.mri)
    if scan is None or (months and not _is_since(scan, months_before(today, months), today)):
        return None
    seen: bool | int | None = getattr(scan, kind)
    if seen is None or (kind == "enhancing" and not seen and scan.contrast is not True):
        return None
    if isinstance(seen, bool):
        return Bounds(1, inf) if seen else Bounds(0, 0)
    return Bounds(seen, seen)


def _is_since(scan: Scan, since: date, today: date) -> bool:
    return scan.date is not None and since <= earliest(scan.date) <= today
