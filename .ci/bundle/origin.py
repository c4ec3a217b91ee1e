"""Takes the paths of the machine that built a bundle out of it (Linux), and finds those that are still in it.

    python -m bundle.origin dist/hsct-aid

A Python that was not the system's own writes where it was installed into its libraries, as the place to look for more:
whoever may write there on another computer could give the aid a library of theirs.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

from bundle.locked import TOP

EVERYWHERE = {"/", "/usr", "/usr/local"}
"""Where a system keeps its own Python: that tells nothing of the machine."""
_ELF = b"\x7fELF"


def places() -> list[bytes]:
    """This clone, and where the Python that builds is and came from; the longest first."""
    found = {str(TOP), sys.prefix, sys.base_prefix} - EVERYWHERE
    return [place.encode() for place in sorted(found, key=len, reverse=True)]


def clean(folder: Path, told: Iterable[bytes]) -> None:
    """Make the files below ``folder`` forget the paths ``told``; needs patchelf where a library looks for more there.

    Elsewhere slashes stand in for the folders. The last name stays: linkers let other texts, as Python’s version,
    begin in the middle of a path.
    """
    for path in _files(folder):
        if any(place in path.read_bytes() for place in told):
            _forget_search(path, told)
            held = path.read_bytes()
            for place in told:
                folders, _slash, name = place.rpartition(b"/")
                held = held.replace(place, b"/" * len(folders) + b"/" + name)
            path.write_bytes(held)


def _forget_search(path: Path, told: Iterable[bytes]) -> None:
    if path.read_bytes()[:4] == _ELF:
        asked = subprocess.run(["patchelf", "--print-rpath", path], capture_output=True, check=True)
        if any(place in asked.stdout for place in told):
            subprocess.run(["patchelf", "--remove-rpath", path], check=True)


def left(folder: Path, told: Iterable[bytes]) -> list[str]:
    """The files below ``folder``, and what is packed into them, that name one of these paths, one line each."""
    return [
        f"{name}: names {place.decode()}"
        for path in _files(folder)
        for name, held in _held(path, folder)
        for place in told
        if place in held
    ]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def _held(path: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    yield path.relative_to(folder).as_posix(), path.read_bytes()
    if path.suffix == ".zip":
        packed = ZipFile(path)
        yield from ((name, packed.read(name)) for name in packed.namelist())
    elif path.parent == folder and path.stem.startswith("hsct-aid"):
        program = CArchiveReader(str(path))
        yield from ((name, program.extract(name)) for name, entry in program.toc.items() if entry[-1] != "z")
        archive = program.open_embedded_archive("PYZ.pyz")
        assert isinstance(archive, ZlibArchiveReader)
        yield from ((name, archive.extract(name, raw=True) or b"") for name in archive.toc)


if __name__ == "__main__":
    clean(Path(sys.argv[1]), places())
