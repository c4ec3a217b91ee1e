"""Brings the window to the front when the aid is started a second time, with a copy to open or without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

RAISE_MS = 500
"""How often the first aid looks whether a second one was started."""


def come_forward_when_asked(
    window: QWidget, asked: Callable[[], list[Path | None]], take: Callable[[list[Path]], object]
) -> QTimer:
    """Look now, before the first frame, and then until the timer is stopped or the window is gone.

    ``take`` gets the copies to open each time, which mostly are none.
    """

    def look() -> None:
        if starts := asked():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()
        take([copy for copy in starts if copy])

    timer = QTimer(window, interval=RAISE_MS)
    timer.timeout.connect(look)
    timer.start()
    look()
    return timer
