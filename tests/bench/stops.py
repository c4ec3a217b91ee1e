"""How long the window lets a key wait while it saves, makes pages, reads files in, and makes the next page ahead."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.record import Record
from hsct_aid.ui.waste import collect_between_events
from hsct_aid.ui.widgets.trial_import import TrialImport
from hsct_aid.ui.window import Window
from tests.bench import trials
from tests.bench.timing import Row, row
from tests.bench.window import IDLE_MS, open_window, settle

BAR_MS = 16
NAP_S = 0.001
TURN_MS = 200
"""So long after a turn all of it is over, and the next page is not begun."""
REST_S = 0.1


def longest_stop(goes_on: Callable[[], bool]) -> tuple[float, float]:
    """The longest time between two rounds of events, in milliseconds: on the wall, and of the processor.

    From round to round, so that waiting for Python's lock, which another thread holds, counts too.
    """
    walls, used = [0.0], [0.0]
    last, mine = time.perf_counter(), time.thread_time()
    while goes_on():
        QApplication.processEvents()
        time.sleep(NAP_S)
        now, spent = time.perf_counter(), time.thread_time()
        walls.append((now - last - NAP_S) * 1000)
        used.append((spent - mine) * 1000)
        last, mine = now, spent
    return max(walls), max(used)


def lasting(seconds: float) -> Callable[[], bool]:
    """True for so long from now on."""
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() < until


def measure(record: Record, full: Record) -> Iterator[Row]:
    """The longest stops of the window at work, beside its stops at rest, which come from the machine."""
    yield from _at_work(record)
    yield _made_ahead("the next page is made ahead", record)
    yield _made_ahead("the next page of the longest legal record is made ahead", full)


def _at_work(record: Record) -> Iterator[Row]:
    window = _opened(record)
    session = window.session
    with TemporaryDirectory() as folder:
        (downloaded,) = trials.written(Path(folder), [2000]).values()
        for words, seconds, act in (
            ("it saves", 0.5, lambda: session.answer("start.ask_words", "More time")),
            ("the printed pages are made", 4, lambda: session.go("summary_preview")),
            ("2,000 trials are read in", 8, lambda: _read_in(window, downloaded)),
        ):
            settle(IDLE_MS)
            rest, _used = longest_stop(lasting(seconds))
            act()
            settle()
            wall, used = longest_stop(lasting(seconds))
            note = f"at rest {rest:.1f} ms; processor time {used:.1f} ms"
            yield row(f"Longest stop of the window while {words}", [wall], bar=BAR_MS, note=note)
    _close(window)


def _made_ahead(words: str, record: Record) -> Row:
    """Every page, each from the one before it."""
    window = _opened(record)
    journey = window.session.journey
    rest, walls, used = [], [], {}
    for here, following in zip(journey.steps, journey.steps[1:], strict=False):
        window.session.go(here.id)
        settle(TURN_MS)
        wall, used[following.id] = longest_stop(lambda: bool(window.stack._ahead))
        walls.append(wall)
        rest.append(longest_stop(lasting(REST_S))[0])
    _close(window)
    slowest = ", ".join(f"{step} {used[step]:.0f}" for step in sorted(used, key=lambda step: -used[step])[:3])
    note = f"at rest {max(rest):.1f} ms; processor time {max(used.values()):.1f} ms; slowest: {slowest}"
    return row(f"Longest stop of the window while {words}", [max(walls)], bar=BAR_MS, note=note)


def _opened(record: Record) -> Window:
    """The window, with Python's search for waste made as the aid makes it: between two events, which counts too."""
    window = open_window(record)
    collect_between_events(window)
    return window


def _close(window: Window) -> None:
    gc.enable()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _read_in(window: Window, downloaded: Path) -> None:
    window.session.go("availability_fresh")
    chosen = window.page.findChild(TrialImport)
    assert isinstance(chosen, TrialImport)
    chosen.read([downloaded])
