"""Opens every page of the aid in a theme, a text size and a window size, and looks it over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.window import Window
from tests.audit.seen import Finding, ours

SETTLE_MS, STILL_TURNS, MOST_TURNS = 5, 2, 100
"""A page is laid out in a few turns of the event loop; on a busy computer one of them may bring nothing."""

Check = Callable[[QWidget], Iterator[Finding]]


class Look(NamedTuple):
    """How the window is shown; ``size`` is the text in per cent, ``room`` the window in pixels."""

    theme: str
    size: int
    room: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.theme} {self.size} % {self.room[0]}×{self.room[1]}"


def pages(
    aid: Aid, record: Record, look: Look, checks: Sequence[Check], *, only: str = "", opened: bool = False
) -> Iterator[Finding]:
    """Every step (whose id begins with ``only``) of the fullest walk in this look; a finding says at which step.

    ``opened``: once more with all that can be opened on it open, and with each kind of explanation.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(theme=look.theme, text_size=look.size, depth="full")  # type: ignore[arg-type]  # one of the four
    style.dress(application, settings)
    session = Session(
        aid, record, settings, keep=lambda _record: None, keep_settings=lambda _settings: None,
        today=date(2026, 11, 23), clock=lambda: datetime(2026, 11, 23, 14, 2),
    )  # fmt: skip
    with _voice():
        window = Window(session)
    window.resize(*look.room)
    window.show()
    window.activateWindow()
    for step in session.journey.steps:
        if not step.id.startswith(only):
            continue
        session.go(step.id)
        assert window.page.is_whole  # what stands below the window comes a moment later
        settle(window)
        yield from _found(window, checks, step.id)
        if opened and _open(window):
            yield from _found(window, checks, f"{step.id}, opened")
    for link in _explained(aid) if opened else ():
        window.explain.explain(link)
        settle(window)
        yield from _found(window, checks, link)
    window.close()
    window.deleteLater()
    application.processEvents()


def _found(window: Window, checks: Sequence[Check], where: str) -> Iterator[Finding]:
    for check in checks:
        for finding in check(window):
            yield Finding(finding.rule, f"{where}: {finding.what}")


def _open(window: Window) -> bool:
    """Open what can be opened on the page, and what is inside that; whether there was anything."""
    were = 0
    while closed := [fold for fold in window.page.findChildren(Fold) if not fold.is_open]:
        were += len(closed)
        for fold in closed:
            fold.open()
        settle(window)
    return were > 0


def _explained(aid: Aid) -> list[str]:
    """One link of each kind, the longest of each."""
    library = aid.library
    cells = [f"cell:{row.id}:{cell.option}" for row in library.rows for cell in row.cells]
    each = (
        [f"help:{part}" for part in ("people", "keys", "made")],
        [f"term:{max(aid.terms, key=lambda term: len(aid.terms[term].meaning))}"],
        [f"figure:{next(iter(library.outcomes))}", f"source:{next(iter(library.sources))}"],
        [f"rule:{library.rules[0].id}", cells[0], f"read:{library.availability.countries[0].id}"],
    )
    return [link for links in each for link in links]


def settle(window: QWidget) -> None:
    """Wait until nothing moves any more."""
    before: list[QRect] = []
    still = 0
    for _turn in range(MOST_TURNS):
        QTest.qWait(SETTLE_MS)
        now = [widget.geometry() for widget in ours(window)]
        still = still + 1 if now == before else 0
        if still == STILL_TURNS:
            break
        before = now


@contextmanager
def _voice() -> Iterator[None]:
    """A computer with a voice, so that the buttons for it are looked at everywhere."""
    path = os.environ["PATH"]
    with TemporaryDirectory() as folder:
        (Path(folder) / "espeak-ng").touch(0o755)
        os.environ["PATH"] = f"{folder}{os.pathsep}{path}"
        try:
            yield
        finally:
            os.environ["PATH"] = path
