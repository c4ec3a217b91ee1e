"""B12, the part of the store: two writers at once. One is refused, and both versions are kept."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from hsct_aid.storage.saves import SecondWriter
from tests.reliability.keepers import Make, Verdict, later, number_in, numbered

SAVES = 6


def race(make: Make, folder: Path, times: int) -> Verdict:
    """Let two processes that opened the same record save at the same moment: the last word of each must be kept."""
    lost = 0
    for _ in range(times):
        make(folder / "r").save(numbered(0), later(0))
        ready, go = os.pipe(), os.pipe()
        writers = [_writer(make, folder / "r", who, ready[1], go[0]) for who in (1, 2)]
        for _each in writers:
            os.read(ready[0], 1)
        os.write(go[1], b"22")
        ended_well = [os.waitpid(process, 0)[1] for process in writers] == [0, 0]
        kept = {number_in(make(each).load()) for each in folder.iterdir()}
        lost += not ended_well or not {100 + SAVES, 200 + SAVES} <= kept
        for each in (*ready, *go):
            os.close(each)
        shutil.rmtree(folder)
    return Verdict(f"{times} races of two writers: {lost} with a version lost", lost == 0)


def _writer(make: Make, folder: Path, who: int, ready: int, go: int) -> int:
    process = os.fork()
    if process:
        return process
    try:
        keeper = make(folder)
        keeper.load()
        os.write(ready, b"1")
        os.read(go, 1)
        refused = 0
        for number in range(1, SAVES + 1):
            try:
                keeper.save(numbered(who * 100 + number), later(number))
            except SecondWriter:
                refused += 1
        os._exit(0 if refused <= 1 else 1)
    finally:
        os._exit(1)
