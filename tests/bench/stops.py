"""How long the window lets a key wait while it saves, makes pages, reads files in, and makes the next page ahead."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.record import Record
from hsct_aid.ui.widgets.trial_import import TrialImport
from hsct_aid.ui.window import Window
from tests.bench import trials
from tests.bench.timing import Row, row
from tests.bench.window import IDLE_MS, open_window, settle

BAR_MS = 16
NAP_S = 0.001


def longest_stop(seconds: float) -> tuple[float, float]:
    """The longest time between two rounds of events, in milliseconds: on the wall, and of the processor.

    From round to round, so that waiting for Python's lock, which another thread holds, counts too.
    """
    walls, used = [], []
    last, mine = time.perf_counter(), time.thread_time()
    until = last + seconds
    while last < until:
        QApplication.processEvents()
        time.sleep(NAP_S)
        now, spent = time.perf_counter(), time.thread_time()
        walls.append((now - last - NAP_S) * 1000)
        used.append((spent - mine) * 1000)
        last, mine = now, spent
    return max(walls), max(used)


def measure(record: Record) -> Iterator[Row]:
    """The longest stops of the window at work, beside its stops at rest, which come from the machine."""
    window = open_window(record)
    session = window.session
    steps = [step.id for step in session.journey.steps]
    with TemporaryDirectory() as folder:
        (downloaded,) = trials.written(Path(folder), [2000]).values()
        for words, seconds, begin in (
            ("it saves", 0.5, [lambda: session.answer("start.ask_words", "More time")]),
            ("the printed pages are made", 4, [lambda: session.go("summary_preview")]),
            ("2,000 trials are read in", 8, [lambda: _read_in(window, downloaded)]),
            ("the next page is made ahead", IDLE_MS / 1000, [partial(session.go, at) for at in steps[::6]]),
        ):
            found, rest = [], []
            for act in begin:
                settle(IDLE_MS)
                rest.append(longest_stop(seconds)[0])
                act()
                settle()
                found.append(longest_stop(seconds))
            walls, used = zip(*found, strict=True)
            note = f"at rest {max(rest):.1f} ms; processor time {max(used):.1f} ms"
            yield row(f"Longest stop of the window while {words}", [max(walls)], bar=BAR_MS, note=note)
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _read_in(window: Window, downloaded: Path) -> None:
    window.session.go("availability_fresh")
    chosen = window.page.findChild(TrialImport)
    assert isinstance(chosen, TrialImport)
    chosen.read([downloaded])
