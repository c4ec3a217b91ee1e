"""B5: a save takes no more than twice as long as the least that a safe save can be."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import write_record
from tests.reliability.keepers import Make, Ours, Verdict, later, numbered


class Thrice(Ours):
    """Our store, but it does everything more often than it has to."""

    def save(self, record: Record, now: datetime) -> None:
        for _ in range(3):
            super().save(record, now)


def pace(make: Make, folder: Path, times: int, percent: int = 99) -> Verdict:
    """Save ``times`` times beside a bare write, force, read, rename and force of the folder, turn by turn.

    The slowest hundredth is compared; on a busy machine, which a short run cannot average out, the fastest tenth.
    """
    keeper = make(folder / "ours")
    (folder / "bare").mkdir(parents=True)
    ours, bare = [], []
    for number in range(times):
        record = numbered(number)
        data = write_record(record)
        ours.append(_timed(lambda: keeper.save(record, later(number))))  # noqa: B023  # called at once
        bare.append(_timed(lambda: _bare(folder / "bare", data)))  # noqa: B023
    slow, least = (quantiles(each, n=100)[percent - 1] * 1000 for each in (ours, bare))
    words = f"{times} saves: p{percent} {slow:.1f} ms, bare {least:.1f} ms; median {median(ours) * 1000:.1f} ms"
    return Verdict(words, slow <= 2 * least)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _bare(folder: Path, data: bytes) -> None:
    handle = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    assert (folder / "new").read_bytes() == data
    os.rename(folder / "new", folder / "record")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
