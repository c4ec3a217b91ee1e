"""``python -m tests.reliability.driven ACT HOME``: the whole aid on an own home folder, driven as a person would.

What an act says goes to standard output, one line each.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from hsct_aid import app
from hsct_aid.offline import refuse_network
from hsct_aid.storage import disk
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.application import make_application
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.typed import OneLine, Text
from hsct_aid.ui.window import Window

CANARY: Final = "qzcanaryx"
TEN_MB: Final = "x" * 10_000_000
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


def boxes() -> Iterator[OneLine | Text]:
    """Every box to type in, on every page of the whole way; and the page it is on is shown."""
    shown = window()
    shown.session.change_settings(depth="full")
    seen: set[str] = set()
    for step in shown.session.journey.steps:
        shown.session.go(step.id)
        QTest.qWait(1)
        found: list[OneLine | Text] = [*shown.page.findChildren(OneLine), *shown.page.findChildren(Text)]
        for box in found:
            if box.isVisibleTo(shown) and box.isEnabled() and not box.isReadOnly() and box.objectName() not in seen:
                seen.add(box.objectName())
                yield box


def types_everywhere() -> None:
    """Type the canary into every field, save a copy, and leave."""
    count = 0
    for box in boxes():
        QTest.keyClicks(box, CANARY)
        count += 1
    home = Path(sys.argv[2])
    QFileDialog.getSaveFileName = lambda *_asked: (str(home / "export.json"), "")  # type: ignore[method-assign]
    window().show_notes()
    QTest.qWait(1)
    part("notes.save_copy").click()  # type: ignore[attr-defined]
    while not (home / "export.json").exists():
        QTest.qWait(20)
    tell(count, "fields")
    window().leave()


def leaks() -> None:
    """Do the same, and write every answer into a log."""
    log = Path(sys.argv[2]) / "aid.log"
    window().session.record_changed.connect(lambda: log.write_text(repr(window().session.record)))
    types_everywhere()


def pastes_everywhere() -> None:
    """Paste 10 MB into every field: the slowest answer in ms, and the fields that said nothing of it."""
    tell(*_pasted(iter(boxes())))
    window().leave()


def pastes_into_bare_boxes() -> None:
    """Paste 10 MB into a box of Qt's own that is capped, but has nothing to say."""
    bare = QLineEdit()
    bare.setMaxLength(2000)
    bare.setObjectName("bare")
    bare.setParent(window().page)
    tell(*_pasted(iter([bare])))
    window().leave()


def _pasted(each: Iterator[QLineEdit | Text]) -> tuple[int, int, str]:
    slowest, count, silent = 0.0, 0, []
    for box in each:
        QGuiApplication.clipboard().setText(TEN_MB)
        before = _saying()
        took = []
        for _ in range(ROUNDS):  # the best of them: other programs are no fault of the box
            start = time.perf_counter()
            box.paste()
            QApplication.processEvents()
            took.append(time.perf_counter() - start)
        slowest, count = max(slowest, min(took)), count + 1
        if _saying() == before:
            silent.append(box.objectName())
    return round(1000 * slowest), count, ",".join(silent) or "-"


def _saying() -> set[int]:
    """The lines in sight that say a box is full."""
    return {id(line) for line in window().findChildren(QLabel) if "was not taken" in line.text()}


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
    calls: Any = vars(disk)
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
    """The longest that the window did nothing, from ``begin`` on."""
    gaps = []
    start = last = time.perf_counter()
    begin()
    while last < start + SLOW_S:
        QApplication.processEvents()
        time.sleep(0.001)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now
    return max(gaps)


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
        each for each in window().findChildren(QWidget) if each.isVisible() and each.objectName().endswith(":00.0")
    ]
    return found[0] if found else None


ACTS: Final = {act.__name__: act for act in (
    types_everywhere, leaks, pastes_everywhere, pastes_into_bare_boxes, answers_while_saving, saves_in_the_window,
    waits_to_be_raised, goes_back,
)}  # fmt: skip


def main() -> int:
    """Open the aid as its command does, and let the act have it once the first page stands."""
    refuse_network()
    make_application(Settings(theme="light"))
    QTimer.singleShot(700, ACTS[sys.argv[1]])
    return app.open_aid(Path(sys.argv[2]) / "notes", "")


if __name__ == "__main__":
    sys.exit(main())
