"""Has work done on a worker thread, so that the window never waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from gettext import gettext as _
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

SLOW_MS = 1000
"""From here on the person is told that something is being made, and can drop it."""
LOOK_MS = 15
"""How often the window looks whether it is there: no signal comes from the other thread, which knows no widget."""
GIVE_WAY_S = 0.0005
"""A worker gives way after so long: the window lets go at each call of Qt, and waited for Python's 5 ms each time."""
_WORKER = ThreadPoolExecutor(1, "pages", sys.setswitchinterval, (GIVE_WAY_S,))


def get_ready(begin: Callable[[], object]) -> None:
    """Do on the worker what later work would otherwise wait for."""
    _WORKER.submit(begin)


class Rendering(QObject, Generic[T]):
    """One piece of work; ``done`` carries what it made, ``broke`` a sentence. A newer piece replaces an older one.

    ``slow`` comes when it takes long, ``dropped`` when it was, ``over`` at every end.
    """

    done = Signal(object)
    broke = Signal(str)
    slow = Signal()
    dropped = Signal()
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last: Future[T] | None = None
        self._stop: Callable[[], object] | None = None
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(self.slow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._deliver)

    @property
    def is_working(self) -> bool:
        """Whether something is still being made."""
        return self._last is not None

    def start(self, make: Callable[[], T], stop: Callable[[], object] | None = None) -> None:
        """Begin; what was begun before is dropped. ``make`` holds no part of the window: the worker lets go of it.

        ``stop`` ends what the worker is at, where the person drops it; without it the worker goes on, unheard.
        """
        self._forget()
        self._stop = stop
        self._patience.start()
        self._look.start()
        self._last = _WORKER.submit(make)

    def drop(self) -> None:
        """What is being made is not wanted any more."""
        if self._last is not None and self._last.running() and self._stop is not None:
            self._stop()
        self._forget()
        self.over.emit()
        self.dropped.emit()

    def _forget(self) -> None:
        """Let go of what was begun."""
        self._patience.stop()
        self._look.stop()
        if self._last is not None:
            self._last.cancel()
            self._last = None

    def _deliver(self) -> None:
        made = self._last
        if made is None or not made.done():
            return
        self._forget()
        self.over.emit()
        problem = made.exception()
        if problem is None:
            self.done.emit(made.result())
        else:
            self.broke.emit(_("That did not work. What you wrote is kept: please try again."))
