"""Brings the window to the front when the aid is started a second time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

RAISE_MS = 500
"""How often the first aid looks whether a second one was started."""


def come_forward_when_asked(window: QWidget, was_asked: Callable[[], bool]) -> QTimer:
    """Look now and then until the timer is stopped, or the window is gone."""

    def look() -> None:
        if was_asked():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    timer = QTimer(window, interval=RAISE_MS)
    timer.timeout.connect(look)
    timer.start()
    return timer
