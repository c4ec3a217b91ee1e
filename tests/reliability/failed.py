"""B2: every call of a save to the operating system fails in turn, in every way a call can fail."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.reliability.keepers import Keeper, Make, Verdict, later, number_in, numbered
from tests.storage.faults import FAULTS, Fault, failing

SAVES = (0, 2, 8)
"""How many saves lie before the one that fails: none, a few, and so many that old ones are removed too."""


def fail(make: Make, folder: Path, faults: Sequence[Fault] = FAULTS) -> Verdict:
    """Let each call fail in each way: the last save must be there, and none called saved that is not."""
    trials = lost = untrue = 0
    for before in SAVES:
        _fill(make(folder / "kept"), before)
        with failing() as layer:
            _opened(make, folder).save(numbered(99), later(99))
        for fault in faults:
            for at in range(len(layer.calls)):
                claimed = _is_claimed(_opened(make, folder), at, fault)
                found = number_in(make(folder / "r").load())
                trials += 1
                untrue += claimed and found != 99
                lost += found not in ((before or -1), 99)
        shutil.rmtree(folder)
    return Verdict(f"{trials} failed calls: {lost} lost, {untrue} called saved that were not", lost == untrue == 0)


def _fill(keeper: Keeper, count: int) -> None:
    for number in range(1, count + 1):
        keeper.save(numbered(number), later(number))


def _opened(make: Make, folder: Path) -> Keeper:
    """A keeper that has opened a fresh copy of what was kept."""
    shutil.rmtree(folder / "r", ignore_errors=True)
    if (folder / "kept").exists():
        shutil.copytree(folder / "kept", folder / "r")
    keeper = make(folder / "r")
    keeper.load()
    return keeper


def _is_claimed(keeper: Keeper, at: int, fault: Fault) -> bool:
    """Save with one failing call; whether the save said it was done."""
    try:
        with failing(at, fault):
            keeper.save(numbered(99), later(99))
    except OSError:
        return False
    return True
