"""``python -m tests.reliability.driven ACT HOME``: the whole aid on an own home folder, driven as a person would.

What an act says goes to standard output, one line each.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hsct_aid import cli, no_core
from hsct_aid.storage import disk
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.application import make_application
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.session import Session
from hsct_aid.ui.window import Window
from tests.reliability.keepers import numbered

CANARY: Final = "qzcanaryx"
SLOW_S: Final = 2.0
ROUNDS: Final = 3


def tell(*words: object) -> None:
    """Say a line."""
    print(*words, flush=True)


def window() -> Window:
    """The window in sight."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible())


def part(name: str) -> QWidget:
    """The part of that name in sight."""
    return next(one for one in window().findChildren(QWidget, name) if one.isVisible())


def answers_while_saving() -> None:
    """Say how long, in ms, the window stood still while a save took two seconds, and how long it does without one."""
    tell(*_stood_still(window().session))
    window().leave()


def saves_in_the_window() -> None:
    """The same for a window that saves by itself instead of on a worker."""
    session = window().session
    worker: Any = session._worker

    def at_once(act: Callable[[], object]) -> Future[object]:
        done: Future[object] = Future()
        done.set_result(act())
        return done

    worker.submit = at_once
    tell(*_stood_still(session))
    del worker.submit
    window().leave()


def _stood_still(session: Session) -> tuple[int, int]:
    """The notes are as long as they can get: whatever a save does on the window's own time shows then."""
    calls: Any = vars(disk)
    session.put(numbered(1, large=True))
    calls["os"] = _SlowDisk()
    saving, idle = [], []
    for number in range(ROUNDS):
        session.settle()
        idle.append(_longest_gap(lambda: None))
        session.answer("start.companion", f"person {number}", typing=True)
        QApplication.processEvents()
        saving.append(_longest_gap(session.save))
    calls["os"] = os
    return round(1000 * min(saving)), round(1000 * min(idle))


def _longest_gap(begin: Callable[[], None]) -> float:
    """The longest that the window did nothing, from ``begin`` on, other programs' turns at the processor left out."""
    gaps = []
    start = last = time.perf_counter()
    queued = _queued()
    begin()
    while last < start + SLOW_S:
        QApplication.processEvents()
        time.sleep(0.001)
        now, queue = time.perf_counter(), _queued()
        gaps.append(now - last - (queue - queued))
        last, queued = now, queue
    return max(gaps)


def _queued() -> float:
    """How long, in s, this thread was ready to run while others had the processor; 0 where the system does not say."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


class _SlowDisk:
    """The ``os`` module, but what forces a file to the disk takes its time."""

    def __getattr__(self, name: str) -> Any:
        if name != "fsync":
            return getattr(os, name)

        def fsync(handle: int) -> None:
            time.sleep(SLOW_S / 2)
            os.fsync(handle)

        return fsync


def waits_to_be_raised() -> None:
    """Be minimised until another start brings the window back, or nobody does."""
    window().showMinimized()
    tell("minimised")
    deadline = time.monotonic() + float(sys.argv[3])
    while window_is_minimised() and time.monotonic() < deadline:
        QTest.qWait(50)
    tell("minimised still" if window_is_minimised() else "raised")
    for one in QApplication.topLevelWidgets():
        if isinstance(one, Window):
            one.leave()


def window_is_minimised() -> bool:
    """Whether the one window is out of sight."""
    return all(one.isMinimized() for one in QApplication.topLevelWidgets() if isinstance(one, Window))


def looks_at_pages() -> None:
    """Wait for the pictures of the printed pages, and go."""
    shown = window()
    shown.session.go("summary_preview")
    while any(work.is_working for work in shown.page.findChildren(Rendering)):
        QTest.qWait(20)
    tell("looked")
    shown.leave()


def goes_back() -> None:
    """From a damaged copy to a working record: how many clicks it took, and what is open then."""
    told = window().explain.prose.toPlainText()
    clicks = 0
    for name in ("notes", _first_copy):
        found = name() if callable(name) else part(name)
        if found is None:
            break
        found.click()  # type: ignore[attr-defined]
        clicks += 1
        QTest.qWait(50)
    saved = window().session.settle()
    tell(clicks, "told" if "did not open" in told else "untold", window().session.record.name or "-", saved)
    window().leave()


def _first_copy() -> QWidget | None:
    found = [
        each for each in window().findChildren(QWidget) if each.isVisible() and each.objectName().startswith("copy.")
    ]
    return found[0] if found else None


def types_a_word() -> None:
    """Type a word, say so and go on as if nothing were."""
    shown = window()
    shown.session.go("start_wish")
    QTest.keyClicks(part("start.ask_words.box"), CANARY)
    tell("typed")


def types_and_waits_to_save() -> None:
    """The same for a window that saves when it is closed."""
    window().session._pause.setInterval(10**9)
    types_a_word()


def crashes() -> None:
    """Type a word, and come to a bad end."""
    types_a_word()
    os.abort()


def crashes_openly() -> None:
    """The same for a program that left the system its core files: see ``main``."""
    crashes()


ACTS: Final = (
    answers_while_saving, saves_in_the_window, waits_to_be_raised, looks_at_pages, goes_back, types_a_word,
    types_and_waits_to_save, crashes, crashes_openly,
)  # fmt: skip


def drive(acts: Iterable[Callable[[], None]]) -> int:
    """Open the aid by its command, and let the act that was asked for have it once the first page stands."""
    act = {each.__name__: each for each in acts}[sys.argv[1]]
    if act is crashes_openly:
        no_core.leave_none = lambda: None
    make_application(Settings(theme="light"))
    QTimer.singleShot(700, act)
    return cli.main(["--data-dir", str(Path(sys.argv[2]) / "notes")])


if __name__ == "__main__":
    sys.exit(drive(ACTS))
