"""Makes pages on a worker thread, so that the window never waits for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")

_WORKER = ThreadPoolExecutor(1, "pages")


class Rendering(QObject, Generic[T]):
    """One piece of work; ``done`` carries what it made, ``broke`` a sentence. A newer piece replaces an older one."""

    done = Signal(object)
    broke = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = 0
        self._last: Future[T] | None = None

    @property
    def is_working(self) -> bool:
        """Whether something is still being made."""
        return self._last is not None and not self._last.done()

    def start(self, make: Callable[[], T]) -> None:
        """Begin; what was begun before is dropped when it comes."""
        self._wanted += 1
        number = self._wanted
        self._last = _WORKER.submit(make)
        self._last.add_done_callback(lambda made: self._deliver(number, made))

    def drop(self) -> None:
        """What is being made is not wanted any more."""
        self._wanted += 1

    def _deliver(self, number: int, made: Future[T]) -> None:
        if number != self._wanted:
            return
        problem = made.exception()
        with suppress(RuntimeError):  # the page was closed meanwhile, and Qt has taken its part of this object away
            if problem is None:
                self.done.emit(made.result())
            else:
                self.broke.emit(type(problem).__name__)
