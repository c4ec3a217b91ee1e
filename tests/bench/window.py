"""Turning pages and typing: from the key to the frame that was handed to the screen."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from hsct_aid import shipped
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
    gc.unfreeze()  # what earlier windows left is cleared away now, not while this one is measured
    gc.collect()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    shipped.speak("en")
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
    begun = time.perf_counter()
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


class Turn(NamedTuple):
    """A page turn in milliseconds: to its frame, the processor time of that, and until all below it is there too."""

    step: str
    wall: float
    used: float
    whole: float


def turns(window: Window, *, idle: bool) -> list[Turn]:
    """Go through every step with Space on Next. ``idle`` lets the next page be made ahead.

    On a busy machine the processor time tells more. Every page is whole before the next turn.
    """
    window.session.go(window.session.journey.steps[0].id)
    settle(IDLE_MS if idle else 0)
    took = []
    while window.session.journey.next is not None:
        used = time.thread_time()
        wall = press(window.next, Qt.Key.Key_Space)
        used = (time.thread_time() - used) * 1000
        rest = timed(partial(_finish, window))
        took.append(Turn(window.session.journey.step.id, wall, used, wall + rest))
        settle(IDLE_MS if idle else 0)
    return took


def _finish(window: Window) -> None:
    assert window.stack.whole
    QApplication.processEvents()
    QApplication.processEvents()


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


def measure(record: Record, rounds: int) -> Iterator[Row]:
    """Page turns and typing, as rows."""
    window = open_window(record)
    bare = bare_turns(30)
    first = turns(window, idle=False)
    yield from _turned("Page turn, first visit without a pause", first, 2 * FRAME)
    yield row("The same, until what stands below the window is there (p95)", [each.whole for each in first], p95=True)
    again = [each for _round in range(rounds) for each in turns(window, idle=False)]
    yield row("Page turn, revisit (median)", [each.wall for each in again], bare)
    yield from _turned("Page turn, revisit", again, FRAME)
    window.close()
    window = open_window(record)
    yield from _turned("Page turn, first visit after a pause", turns(window, idle=True), 2 * FRAME)
    yield row("Key in a text field to paint", *typing(window, 60))
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _turned(words: str, took: list[Turn], bar: float | None = None) -> Iterator[Row]:
    slowest = sorted({each.step: each.used for each in took}.items(), key=lambda each: -each[1])[:3]
    note = "slowest: " + ", ".join(f"{step} {used:.0f}" for step, used in slowest)
    yield row(f"{words} (p95)", [each.wall for each in took], p95=True, bar=bar)
    yield row(f"{words} (p95), processor time", [each.used for each in took], p95=True, note=note)
