"""The bundle beside one of a window with a label that was made the same way: size, and start to the first page.

Nothing is measured before `make bundle`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import start
from tests.bench.timing import Row

TOP = Path(__file__).resolve().parents[2]
AID, HELLO = TOP / "dist" / "hsct-aid", TOP / "build" / "hello" / "dist" / "hello"
BESIDES = ("_internal/typst", "_internal/resources/fonts")
"""What the aid may weigh on top: it makes pages, in letters that every computer shows alike."""
MOST = 1.3


def measure(times: int) -> Iterator[Row]:
    """Size and start as rows; none where there is no bundle."""
    if not (AID / "hsct-aid").exists():
        return
    _make_hello()
    besides, floor = size(AID / part for part in BESIDES), size([HELLO])
    ours = size([AID]) - besides
    note = f"{ours + besides:.0f} MB with them"
    yield Row("Bundle, without typst and fonts", "MB", ours, (ours, ours), floor, ours / floor, MOST, note)
    with TemporaryDirectory() as folder:
        home = start.lived_in(Path(folder))

        def opened() -> start.Started:
            return start.aid(home, [str(AID / "hsct-aid")])

        def label() -> start.Started:
            return start.bare([str(HELLO / "hello")])

        opened()
        warm = [(opened(), label()) for _ in range(times)]
        yield from start.compared("Bundle, start to first painted page, warm", warm)
        if hasattr(os, "posix_fadvise"):
            cold = [(_cold(AID, opened), _cold(HELLO, label)) for _ in range(times // 2)]
            yield from start.compared("Bundle, start to first painted page, files out of the cache", cold)


def _cold(folder: Path, begin: Callable[[], start.Started]) -> start.Started:
    start.forget(folder)
    return begin()


def size(folders: Iterable[Path]) -> float:
    """What the files below ``folders`` hold, in MB; a link weighs nothing."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def _make_hello() -> None:
    program = HELLO / "hello"
    if not program.exists() or program.stat().st_mtime < (AID / "hsct-aid").stat().st_mtime:
        command = [str(start.RUN_TIME), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
        where = ["--distpath", str(HELLO.parent), "--workpath", str(HELLO.parents[1] / "work")]
        as_in_make = os.environ | {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
        spec = str(Path(__file__).with_name("hello.spec"))
        subprocess.run([*command, *where, spec], cwd=TOP, env=as_in_make, check=True)
