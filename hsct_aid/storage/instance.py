"""One running aid at a time writes in a data folder; a second start asks the first to come to the front.

It may name a copy of notes that was opened outside: the running aid then asks about it. What is asked of an aid that is
just ending is done at the next start.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import Final

from hsct_aid.storage import disk

_MARK: Final = "raise-"
_LONGEST: Final = 32 * 1024
"""Bytes in the path of a file, more than any system has."""


class Instance:
    """The running aid's hold on its data folder. The system lets go of it when the program ends, however it ends.

    ``lock`` is None where the folder cannot be used, and the aid runs without it.
    """

    def __init__(self, data_dir: Path, lock: int | None) -> None:
        self._folder, self._lock = data_dir, lock

    def asked(self) -> list[Path | None]:
        """For each start since the last call, the copy that it was to open, or None; to be looked at now and then."""
        asked: list[Path | None] = []
        with suppress(OSError):
            for name in disk.names(self._folder):
                if name.startswith(_MARK):
                    path = os.fsdecode(disk.read(self._folder / name, _LONGEST))
                    disk.remove(self._folder / name)
                    asked.append(Path(path) if path else None)
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
    return Instance(data_dir, lock) if lock is not None else None


def ask_to_raise(data_dir: Path, copy: Path | None = None) -> None:
    """Ask the running aid to show its window, and to ask about ``copy``, an absolute path. Raises OSError."""
    disk.replace(data_dir / f"{_MARK}{os.urandom(8).hex()}", os.fsencode(copy) if copy else b"")
