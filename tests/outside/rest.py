"""When the programs of a private desktop have come to rest: nothing runs, and nothing has run for a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

REST_S, LONGEST_S, LOOK_S = 0.3, 30.0, 0.02


def wait_for_rest(home: str, size: Callable[[], int]) -> None:
    """Until no program whose home is ``home`` works any more, and ``size`` stays the same.

    A busy machine only makes this longer: who waits for a processor is not at rest.
    """
    ours, end = list(_processes(home)), time.monotonic() + LONGEST_S
    before, since = (-1, -1), time.monotonic()
    while time.monotonic() - since < REST_S and time.monotonic() < end:
        is_running, worked = _work(ours)
        now = worked, size()
        if is_running or now != before:
            before, since = now, time.monotonic()
        time.sleep(LOOK_S)


def _processes(home: str) -> Iterator[Path]:
    """The programs that were started with this home."""
    mark = f"HOME={home}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (process / "environ").read_bytes().split(b"\0"):
                yield process


def _work(processes: list[Path]) -> tuple[bool, int]:
    """Whether any thread of them runs or waits for a processor, and how long they have worked, in clock ticks."""
    is_running, ticks = False, 0
    for process in processes:
        with suppress(OSError):
            for thread in (process / "task").iterdir():
                with suppress(OSError):
                    # after the name, which stands in brackets: the state, and from the twelfth on user and system time
                    said = (thread / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
                    is_running |= said[0] in "RD"
                    ticks += int(said[11]) + int(said[12])
    return is_running, ticks
