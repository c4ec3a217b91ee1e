"""Python's search for waste, made by the event loop alone.

Left to itself it begins wherever something is made: in the middle of Qt's own work, or on the thread that makes the
pages. There it deletes the widgets that nobody holds any more, and the program ends where Qt turns to one of them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


def collect_between_events(parent: QObject) -> None:
    """Search for waste as long as ``parent`` lives, as often as Python would, but only between two events."""
    gc.disable()
    timer = QTimer(parent, interval=EVERY_MS)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """One search, as far back as Python's own counts say."""
    for generation, (count, limit) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if count > limit:
            gc.collect(generation)
            return
