"""Python's search for waste, made by the event loop alone.

Left to itself it begins wherever something is made: in the middle of Qt's own work, or on the thread that makes the
pages. There it deletes the widgets that nobody holds any more, and the program ends where Qt turns to one of them.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
NEW, ALL = 1, 2
"""How far back a search goes: through what was made since the last one, or through everything."""
IDLE_S = 0.003
"""A thread that took no more of the processor from one look to the next did nothing for anybody."""
QUIET = 60
"""So many looks in a row nobody did anything before everything is searched: that can take longer than a frame."""
PATIENCE = 100
"""Where somebody always does something, everything is searched so many times less often."""


def collect_between_events(parent: QObject) -> None:
    """Search for waste as long as ``parent`` lives, as often as Python would, but only between two events."""
    gc.disable()
    _Looking(parent).start()


class _Looking(QTimer):
    """Looks whether a search is due, and whether somebody would have to wait for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY_MS)
        self._used, self._quiet = time.thread_time(), 0
        self.timeout.connect(self._look)

    def _look(self) -> None:
        self._quiet = self._quiet + 1 if time.thread_time() - self._used < IDLE_S else 0
        collect(is_quiet=self._quiet >= QUIET)
        self._used = time.thread_time()


def collect(*, is_quiet: bool) -> None:
    """One search, if it is due by Python's own counts."""
    (made, _new, searched), (least, _, most) = gc.get_count(), gc.get_threshold()
    if searched > most * (1 if is_quiet else PATIENCE):
        gc.collect(ALL)
    elif made > least:
        gc.collect(NEW)
