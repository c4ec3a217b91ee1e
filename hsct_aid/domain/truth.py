"""Three-valued logic: yes, no, and None for not known; and numbers of which only the ends are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Truth = bool | None


class Bounds(NamedTuple):
    """Every number from ``low`` to ``high`` is possible."""

    low: float
    high: float


def any_of(truths: Iterable[Truth]) -> Truth:
    """Yes if one is yes, no if all are no, else not known."""
    found = set(truths)
    return True if True in found else None if None in found else False


def all_of(truths: Iterable[Truth]) -> Truth:
    """No if one is no, yes if all are yes, else not known."""
    found = set(truths)
    return False if False in found else None if None in found else True
