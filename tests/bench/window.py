"""Turning pages and typing: from the key to the frame that was handed to the screen."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets import access
from hsct_aid.ui.window import Window
from tests.bench.timing import Row, row, timed

FRAME = 1000 / 60
IDLE_MS = 700
"""Long enough for the next page to be made ahead."""


def open_window(record: Record, aid: Aid | None = None) -> Window:
    """The whole window on ``record``, without a disk."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    style.dress(application, Settings(theme="light"))
    access.install()
    session = Session(
        aid or load_aid("en"), record, Settings(theme="light", depth="full"), keep=lambda _record: None,
        keep_settings=lambda _settings: None, today=date(2026, 11, 23), clock=lambda: datetime(2026, 11, 23, 14, 2),
    )  # fmt: skip
    window = Window(session)
    window.resize(1280, 800)
    window.show()
    settle()
    gc.collect()
    gc.freeze()
    return window


def settle(milliseconds: int = 0) -> None:
    """Let everything that is due happen, and what comes within so many milliseconds."""
    until = time.perf_counter() + milliseconds / 1000
    while True:
        QApplication.processEvents()
        if time.perf_counter() >= until:
            return
        time.sleep(0.002)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
    """From a key to the flushed frame, in milliseconds."""

    def act() -> None:
        QTest.keyClick(widget, key, modifier)
        QApplication.processEvents()
        QApplication.processEvents()

    return timed(act)


def turns(window: Window, *, idle: bool) -> dict[str, float]:
    """Go through every step with Space on Next: how long each took. ``idle`` lets the next page be made ahead."""
    window.session.go(window.session.journey.steps[0].id)
    settle(IDLE_MS if idle else 0)
    took = {}
    while window.session.journey.next is not None:
        time_taken = press(window.next, Qt.Key.Key_Space)
        took[window.session.journey.step.id] = time_taken
        settle(IDLE_MS if idle else 0)
    return took


def bare_turns(times: int) -> list[float]:
    """The floor: a stack of two empty pages that are turned with Space."""
    holder, stack = QWidget(), QStackedWidget()
    stack.setParent(holder)
    stack.addWidget(QWidget())
    stack.addWidget(QWidget())
    button = QPushButton("Next", holder)
    button.clicked.connect(lambda: stack.setCurrentIndex(1 - stack.currentIndex()))
    holder.resize(1280, 800)
    stack.resize(1280, 700)
    holder.show()
    settle()
    return [press(button, Qt.Key.Key_Space) for _ in range(times)]


def typing(window: Window, times: int) -> tuple[list[float], list[float]]:
    """A letter into a field of the aid, and into a bare field, turn by turn."""
    window.session.go("start_wish")
    settle()
    boxes = (QPlainTextEdit, QLineEdit)
    box = next(each for kind in boxes for each in window.page.findChildren(kind) if each.isVisible())
    bare = QPlainTextEdit()
    bare.show()
    settle()
    pairs = [(press(box, Qt.Key.Key_A), press(bare, Qt.Key.Key_A)) for _ in range(times)]
    return [ours for ours, _floor in pairs], [floor for _ours, floor in pairs]


class Stalls(QObject):
    """How late a timer of the window's thread comes while something else is going on, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def measure(record: Record, rounds: int) -> Iterator[Row]:
    """Page turns and typing, as rows."""
    window = open_window(record)
    bare = bare_turns(30)
    yield row("Page turn, first visit without a pause (p95)", [*turns(window, idle=False).values()], p95=True)
    again = [each for _round in range(rounds) for each in turns(window, idle=False).items()]
    yield row("Page turn, revisit (median)", [time for _step, time in again], bare)
    yield row("Page turn, revisit (p95)", [time for _step, time in again], p95=True, bar=FRAME, note=_slowest(again))
    window.close()
    window = open_window(record)
    first = [*turns(window, idle=True).items()]
    yield row(
        "Page turn, first visit after a pause (p95)",
        [time for _step, time in first], p95=True, bar=2 * FRAME, note=_slowest(first),
    )  # fmt: skip
    yield row("Key in a text field to paint", *typing(window, 60))
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _slowest(took: list[tuple[str, float]]) -> str:
    worst: dict[str, float] = {}
    for step, time_taken in took:
        worst[step] = min(worst.get(step, time_taken), time_taken)
    named = sorted(worst.items(), key=lambda each: -each[1])[:3]
    return "slowest: " + ", ".join(f"{step} {time_taken:.0f}" for step, time_taken in named)
