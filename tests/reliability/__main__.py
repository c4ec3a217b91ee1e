"""``python -m tests.reliability [--short | --pages]``: every bar, and beside it a design that must fail it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from hsct_aid.storage.store import Store
from tests.reliability import ends, whole
from tests.reliability.changed import changed
from tests.reliability.corrupted import corrupt
from tests.reliability.exported import export_twice, plainly, unordered
from tests.reliability.failed import fail
from tests.reliability.keepers import Careless, IntoTheFile, Ours, Tidying, Trusting, Verdict, WithoutSum
from tests.reliability.killed import kill
from tests.reliability.model import live
from tests.reliability.pace import Thrice, pace
from tests.reliability.pages import filled, in_full, ours, shrunk, uncleaned, written
from tests.reliability.power import cut
from tests.reliability.second import race
from tests.storage.faults import FAULTS


class Trial(NamedTuple):
    """One line of the table: ``holds`` says whether the bar is to be met (ours) or missed (a negative control)."""

    bar: str
    subject: str
    run: Callable[[Path], Verdict]
    holds: bool = True


def trials(short: bool) -> Iterator[Trial]:
    """Every bar with its negative control."""
    few, percent = (20, 10) if short else (1, 99)
    faults = FAULTS[::7] if short else FAULTS
    yield Trial("B1", "ours", lambda top: kill(Tidying, top / "r", 1000 // few))
    yield Trial("B1", "ours", lambda top: kill(Tidying, top / "r", 300 // few // (3 if short else 1), large=True))
    yield Trial("B1", "writes into the file", lambda top: kill(IntoTheFile, top / "r", 100 // few), holds=False)
    yield Trial("B2", "ours", lambda top: fail(Tidying, top, faults))
    yield Trial("B2", "temporary file, unchecked", lambda top: fail(Careless, top, faults), holds=False)
    yield Trial("power", "ours", lambda top: cut(Tidying, top, 200 // few))
    yield Trial("power", "temporary file, unforced", lambda top: cut(Careless, top, 100 // few), holds=False)
    yield Trial("B3", "ours", lambda top: corrupt(Ours, top, 3000 // few))
    yield Trial("B3", "without check sum", lambda top: corrupt(WithoutSum, top, 1000 // few), holds=False)
    yield Trial("B4", "ours", lambda _top: live(Store, 35_000 // few))
    yield Trial("B4", "without check sum", lambda _top: live(Trusting, 35_000 // few), holds=False)
    yield Trial("B5", "ours", lambda top: pace(Ours, top, 2000 // few, percent))
    yield Trial("B5", "saves three times", lambda top: pace(Thrice, top, 2000 // few, percent), holds=False)
    yield from _of_the_whole_aid(short)
    yield Trial("B8", "ours", lambda _top: export_twice(plainly))
    yield Trial("B8", "goes through a set", lambda _top: export_twice(unordered), holds=False)
    yield Trial("B12", "ours", lambda top: race(Ours, top, 200 // few))
    yield Trial("B12", "temporary file, unchecked", lambda top: race(Careless, top, 100 // few), holds=False)


def _of_the_whole_aid(short: bool) -> Iterator[Trial]:
    """The bars that only the running window can show; the short form looks at one session, since each takes seconds."""
    yield Trial(
        "B6", "ours, every call", lambda top: whole.trace(top, "looks_at_pages" if short else "types_everywhere")
    )
    yield Trial("B6", "opens a socket", lambda top: whole.trace(top, ""), holds=False)
    yield Trial("B6", "needs a network", lambda top: whole.without_network(top, needs_it=True), holds=False)
    yield Trial("B11", "ours, killed", lambda top: changed(top, 10 if short else 300))
    if short:
        return
    yield Trial("B5", "ours, the window", whole.stillness)
    yield Trial("B5", "saves in the window", lambda top: whole.stillness(top, "saves_in_the_window"), holds=False)
    yield Trial("B6", "ours, no network", whole.without_network)
    yield Trial("B6", "the suite, no network", lambda _top: whole.suite_without_network())
    yield Trial("B7", "ours", whole.traces)
    yield Trial("B7", "keeps a log", lambda top: whole.traces(top, "leaks"), holds=False)
    yield Trial("B7", "opens no “Add”", lambda top: whole.traces(top, "types_in_sight"), holds=False)
    yield Trial("B7", "ours, crashed", ends.crashed)
    yield Trial("B7", "leaves a core file", lambda top: ends.crashed(top, "crashes_openly"), holds=False)
    yield Trial("sleep", "ours", ends.slept)
    yield Trial("sleep", "saves when it closes", lambda top: ends.slept(top, "types_and_waits_to_save"), holds=False)
    yield Trial("B9", "ours", whole.paste)
    yield Trial("B9", "Qt's own box", lambda top: whole.paste(top, "pastes_into_bare_boxes"), holds=False)
    yield Trial("B10", "ours", whole.clicks)
    yield Trial("B10", "no copy opens", lambda top: whole.clicks(top, all_damaged=True), holds=False)
    yield Trial("B11", "ours", whole.unlocked)
    yield Trial("B11", "empties, then writes", lambda top: changed(top, 300, careless=True), holds=False)
    yield Trial("B11", "hashes once", lambda top: whole.unlocked(top, "quick"), holds=False)
    yield Trial("B12", "ours, the window", whole.raised)
    yield Trial("B12", "another folder", lambda top: whole.raised(top, elsewhere=True), holds=False)


def pages() -> Iterator[Trial]:
    """The page, which has short tests of its own."""
    yield Trial("page", "ours", lambda _top: written(ours, 2000))
    yield Trial("page", "text as it was written", lambda _top: written(uncleaned, 10), holds=False)
    yield Trial("front", "ours", lambda _top: filled(shrunk, 200))
    yield Trial("front", "every line in full", lambda _top: filled(in_full, 5), holds=False)


def main() -> int:
    """Run the campaign; 1 if a bar was missed, or if a design that should miss it did not."""
    wrong = 0
    short = "--short" in sys.argv
    campaign = chain(() if "--pages" in sys.argv else trials(short), () if short else pages())
    for trial in campaign:
        start = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="hsct-aid-") as top:
            verdict = trial.run(Path(top) / "trial")
        right = verdict.met in (trial.holds, None)
        wrong += not right
        sign = ("met" if verdict.met else "MISSED") if trial.holds else ("bites" if right else "DOES NOT BITE")
        sign = "not looked at" if verdict.met is None else sign
        seconds = time.perf_counter() - start
        print(f"{trial.bar:6}{trial.subject:26}{sign:14}{verdict.words} ({seconds:.1f} s)", flush=True)
    print("All bars met, and every control bites." if not wrong else f"{wrong} lines are not as they should be.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
