"""What was measured: a row of the table, with its floor where there is one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from math import log
from operator import truediv
from statistics import linear_regression, median, quantiles

from msgspec import Struct


class Row(Struct, frozen=True):
    """One line: ours and the floor (median, and the middle half as spread), and the bar on the ratio or the figure."""

    what: str
    unit: str
    ours: float
    spread: tuple[float, float]
    floor: float | None = None
    ratio: float | None = None
    bar: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        """Whether the bar was missed: the ratio's where there is a floor, else the figure's."""
        return self.bar is not None and (self.ours if self.ratio is None else self.ratio) > self.bar


def row(
    what: str, ours: Sequence[float], floor: Sequence[float] = (), *, unit: str = "ms", bar: float | None = None,
    note: str = "", p95: bool = False,
) -> Row:  # fmt: skip
    """A row from what was measured turn by turn: the machine's speed changes meanwhile, so each turn has its ratio.

    The row's is their median; of the slowest twentieth, or where there are more of one than of the other, it is that
    of the two figures.
    """
    of = slow if p95 else median
    least = of(floor) if floor else None
    ratio = of(ours) / least if least else None
    if least and not p95 and len(ours) == len(floor):
        ratio = median(map(truediv, ours, floor))
    parts = quantiles(ours, n=4) if len(ours) > 1 else [*ours] * 3
    return Row(what, unit, of(ours), (parts[0], parts[2]), least, ratio, bar, note)


def exponent(took: Mapping[int, float]) -> str:
    """How it grows with the size, as fits best: 1 where twice as many take twice as long."""
    across, up = [log(size) for size in took], [log(one) for one in took.values()]
    return f"exponent {linear_regression(across, up).slope:.2f}"


def slow(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def timed(act: Callable[[], object]) -> float:
    """How long ``act`` takes, in milliseconds."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
