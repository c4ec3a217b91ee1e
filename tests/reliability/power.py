"""The power is cut at every moment of a save, on a model of a disk that keeps only what was forced onto it.

Two disks are looked at after each call: one that lost every name not yet forced, and one that kept every name but lost
what was in the files.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hsct_aid.storage import disk
from tests.reliability.keepers import Make, Verdict, later, number_in, numbered


class File:
    """What a file holds, and what of it was forced onto the disk."""

    def __init__(self) -> None:
        self.data = self.forced = b""


class Disk:
    """The ``os`` module, with a note of what would be left without power after each call."""

    def __init__(self) -> None:
        self.names: dict[str, File] = {}
        self.forced: dict[str, File] = {}
        self.open_files: dict[int, str | File] = {}
        self.states: list[tuple[dict[str, bytes], dict[str, bytes], int]] = []
        self.claimed = 0

    def __getattr__(self, name: str) -> Any:
        call, note = getattr(os, name), getattr(self, f"_{name}", None)
        if note is None:
            return call

        def noted(*given: Any, **named: Any) -> Any:
            result = call(*given, **named)
            note(result, *given)
            self.note()
            return result

        return noted

    def note(self) -> None:
        """Note both disks as they are now."""
        without_names = {name: file.forced for name, file in self.forced.items()}
        with_names = {name: file.forced for name, file in self.names.items()}
        self.states.append((without_names, with_names, self.claimed))

    def _open(self, handle: int, path: Any, flags: int, *_mode: int) -> None:
        name = Path(path).name
        if flags & os.O_CREAT:
            self.names.setdefault(name, File())
        if flags & os.O_TRUNC:
            self.names[name].data = b""
        self.open_files[handle] = self.names.get(name, name)

    def _write(self, count: int, handle: int, data: bytes) -> None:
        file = self.open_files[handle]
        assert isinstance(file, File)
        file.data += bytes(data)[:count]

    def _fsync(self, _nothing: None, handle: int) -> None:
        file = self.open_files[handle]
        if isinstance(file, File):
            file.forced = file.data
        else:
            self.forced = dict(self.names)

    def _link(self, _nothing: None, source: Path, target: Path) -> None:
        self.names[target.name] = self.names[source.name]

    def _unlink(self, _nothing: None, path: Path) -> None:
        self.names.pop(Path(path).name)

    def _replace(self, _nothing: None, source: Path, target: Path) -> None:
        self.names[target.name] = self.names.pop(source.name)


@contextmanager
def watched() -> Iterator[Disk]:
    """Put the model of a disk under the door to the disk."""
    model = Disk()
    with patch.object(disk, "os", model):
        yield model


def cut(make: Make, folder: Path, saves: int) -> Verdict:
    """Cut the power after each call of ``saves`` saves: what was called saved must be there."""
    (folder / "r").mkdir(mode=0o700, parents=True)
    with watched() as model:
        keeper = make(folder / "r")
        for number in range(1, saves + 1):
            keeper.save(numbered(number), later(number))
            model.claimed = number
            model.note()
    lost = 0
    for number, (without_names, with_names, claimed) in enumerate(model.states):
        for left in (without_names, with_names):
            after = folder / f"after-{number}"
            after.mkdir()
            for name, data in left.items():
                (after / name).write_bytes(data)
            lost += claimed > 0 and number_in(make(after).load()) < claimed
            shutil.rmtree(after)
    return Verdict(f"{2 * len(model.states)} power cuts: {lost} lost", lost == 0)
