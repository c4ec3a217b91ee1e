"""One running aid at a time writes in a data folder; a second start asks the first to come to the front."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from hsct_aid.storage import disk


class Instance:
    """The running aid's hold on its data folder. The system lets go of it when the program ends, however it ends.

    ``lock`` is None where the folder cannot be used, and the aid runs without it.
    """

    def __init__(self, data_dir: Path, lock: int | None) -> None:
        self._mark, self._lock = _mark(data_dir), lock

    def was_asked_to_raise(self) -> bool:
        """Whether another start asked for this window since the last call; to be looked at now and then."""
        try:
            asked = self._mark.name in disk.names(self._mark.parent)
            disk.remove(self._mark)
        except OSError:
            return False
        return asked

    def end(self) -> None:
        """Let go of the data folder."""
        if self._lock is not None:
            disk.unlock(self._lock)
            self._lock = None


def begin(data_dir: Path) -> Instance | None:
    """Take hold of the data folder; None where an aid is running in it already. Raises OSError."""
    disk.make_folder(data_dir)
    lock = disk.lock(data_dir / "running.lock", f"{platform.node()} {os.getpid()}\n")
    if lock is None:
        return None
    instance = Instance(data_dir, lock)
    instance.was_asked_to_raise()  # a mark for a window that is gone
    return instance


def ask_to_raise(data_dir: Path) -> None:
    """Ask the running aid to show its window. Raises OSError."""
    disk.replace(_mark(data_dir), b"")


def _mark(data_dir: Path) -> Path:
    return data_dir / "raise"
