"""B1: the program is killed (SIGKILL) at a random moment of its saving, again and again."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import NoReturn

from hsct_aid.storage import disk
from tests.reliability.keepers import Make, Verdict, later, number_in, numbered


def kill(make: Make, folder: Path, times: int, *, large: bool = False) -> Verdict:
    """Kill a writer ``times`` times: what it called saved must be there, whole, and no litter with the next start."""
    lost = corrupt = litter = 0
    number, pace = 1, 0.01
    chance = random.Random(1)
    for _ in range(times):
        last, pace = _one_life(make, folder, number, large, chance.random() * 3 * pace)
        found = number_in(make(folder).load())
        corrupt += found == -2 or any(name.startswith("damaged") for name in disk.names(folder))
        lost += 0 <= found < last or found == -1
        litter += any(name.startswith(disk.TEMPORARY) for name in disk.names(folder))
        if found < last:
            shutil.rmtree(folder)
        number = max(last, found) + 1
    size = "1 MB" if large else "20 kB"
    words = f"{times} kills at {size}: {lost} lost, {corrupt} corrupt, {litter} with litter"
    return Verdict(words, lost == corrupt == litter == 0)


def _one_life(make: Make, folder: Path, first: int, large: bool, delay: float) -> tuple[int, float]:
    """Kill a writer ``delay`` seconds after its first save: the last save it told of, and how long a save takes it."""
    told, tell = os.pipe()
    process = os.fork()
    if process == 0:
        _write_for_ever(make, folder, first, large, tell)
    os.close(tell)
    os.read(told, 8)
    start = time.perf_counter()
    heard = os.read(told, 8)
    pace = time.perf_counter() - start
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    while more := os.read(told, 8):
        heard = more
    os.close(told)
    return int.from_bytes(heard, "little"), pace


def _write_for_ever(make: Make, folder: Path, first: int, large: bool, tell: int) -> NoReturn:
    try:
        keeper = make(folder)
        keeper.load()
        for number in itertools.count(first):
            keeper.save(numbered(number, large=large), later(number))
            os.write(tell, number.to_bytes(8, "little"))
    finally:
        os._exit(1)
