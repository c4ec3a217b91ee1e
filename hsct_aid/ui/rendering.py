"""Makes pages on a worker thread, so that the window never waits for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

SLOW_MS = 1000
"""From here on the person is told that something is being made, and can drop it."""
_WORKER = ThreadPoolExecutor(1, "pages")


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
        self._wanted = 0
        self._last: Future[T] | None = None
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(self.slow)
        self.done.connect(self._end)
        self.broke.connect(self._end)

    @property
    def is_working(self) -> bool:
        """Whether something is still being made."""
        return self._last is not None and not self._last.done()

    def start(self, make: Callable[[], T]) -> None:
        """Begin; what was begun before is dropped when it comes."""
        number = self._forget()
        self._patience.start()
        self._last = _WORKER.submit(make)
        self._last.add_done_callback(lambda made: self._deliver(number, made))

    def drop(self) -> None:
        """What is being made is not wanted any more."""
        self._forget()
        self._end()
        self.dropped.emit()

    def _forget(self) -> int:
        """Let go of what was begun; the number of what comes next."""
        self._wanted += 1
        if self._last is not None:
            self._last.cancel()
            self._last = None
        return self._wanted

    def _end(self) -> None:
        self._patience.stop()
        self.over.emit()

    def _deliver(self, number: int, made: Future[T]) -> None:
        if number != self._wanted:
            return
        problem = made.exception()
        with suppress(RuntimeError):  # the page was closed meanwhile, and Qt has taken its part of this object away
            if problem is None:
                self.done.emit(made.result())
            else:
                self.broke.emit(type(problem).__name__)
