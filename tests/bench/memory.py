"""Memory: at rest beside a label's, and after many renderings and page turns."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hsct_aid.content.load import load_aid
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.page_process import PAGES
from hsct_aid.ui.preview import decoded
from tests.bench import start, window
from tests.bench.timing import Row, row

REST_S = 3
COMING_MS = 3000
"""The pictures of the printed pages, 2.5 MB each, come in the background."""
DAY = date(2026, 11, 23)


def at_rest(home: Path) -> Row:
    """What the aid holds a few seconds after it was opened, beside a window with a label."""
    ours = _resident([str(start.RUN_TIME), "-m", "hsct_aid", "--data-dir", str(home)])
    floor = _resident(start.label())
    return row("Memory at rest (private and shared)", [ours], [floor], unit="MB", bar=1.5)


def _resident(command: list[str]) -> float:
    running = start.shown(command)
    assert running.stderr is not None
    threading.Thread(target=running.stderr.read, daemon=True).start()  # or it would wait for somebody to read
    time.sleep(REST_S)
    found = _now(running.pid)
    running.terminate()
    running.wait()
    return found


def _now(pid: int | str = "self") -> float:
    kept = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(kept.partition("VmRSS:")[2].split()[0]) / 1024


def over_time(record: Record, renders: int, turns: int) -> Iterator[Row]:
    """How much more is held after many renderings and page turns than after the first of them, and each page once."""
    aid = load_aid("en")
    summary = build_summary(aid, record, DAY)

    def render() -> None:
        for picture in PAGES.pictures(summary, "a4", 110).pictures:
            decoded(picture)

    yield _growth(f"Memory gained over {renders} renderings", render, renders, before=max(1, renders // 10))
    PAGES.close()
    shown = window.open_window(record)
    steps = shown.session.journey.steps
    window.turns(shown, idle=False)

    def turn() -> None:
        shown.session.go(steps[turn.number % len(steps)].id)  # type: ignore[attr-defined]
        turn.number += 1  # type: ignore[attr-defined]
        window.settle()

    turn.number = 0  # type: ignore[attr-defined]
    yield _growth(f"Memory gained over {turns} page turns", turn, turns, before=max(turns // 10, len(steps)))
    shown.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _growth(words: str, act, times: int, *, before: int) -> Row:  # type: ignore[no-untyped-def]
    """What ``times`` acts add to what is held after as many ``before`` them."""
    for _ in range(before):
        act()
    window.settle(COMING_MS)
    held = _now()
    for _ in range(times):
        act()
    return row(words, [_now() - held], unit="MB", note=f"from {held:.0f} MB")
