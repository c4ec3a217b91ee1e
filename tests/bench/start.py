"""From the start of the program to its first page on screen, beside a window with one label.

Nothing is added to the program: Qt itself logs when it hands a painted window to the screen. A start counts only
when the saved page's own answers were in that first frame.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from hsct_aid import shipped
from hsct_aid.storage import plain
from hsct_aid.storage.store import Store
from tests.bench.timing import Row, row

PLACE = "start_facts"
"""Where the person left off: a page full of answers."""
PAINTED = "facts.ms_type"
"""What has to be in the first frame of that page."""
SLOWEST = 2
"""The bar: so many times as long as the floor."""
RUN_TIME = Path("build/env/bin/python").absolute()
"""Python with what the aid runs with and no more, as for `make run`: beside development tools msgspec loads one."""
UNPACKED = "files.dir"
"""What ``make run`` unpacks of PySide (``.ci/bundle/unpack.py``)."""
_ON_SCREEN = b"qt.widgets.painting: Flushing QRegion("
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("Hello")
label.show()
application.exec()
"""


class Started(NamedTuple):
    """One start: time to the first frame on the wall and on the processor, in milliseconds, and memory in MB."""

    wall: float
    cpu: float


def as_delivered(folder: Path) -> Path:
    """Python for the floor: the same environment, made of links, with PySide as its makers deliver it."""
    env = RUN_TIME.parents[1]
    left_out = shutil.ignore_patterns(UNPACKED)
    shutil.copytree(env, folder, symlinks=True, copy_function=os.link, ignore=left_out)
    return folder / RUN_TIME.relative_to(env)


def label(python: Path = RUN_TIME) -> list[str]:
    """The floor's program: Python, Qt and a label."""
    return [str(python), "-c", _BARE]


def bare(program: Sequence[str]) -> Started:
    """The floor, from source or as a bundle."""
    return _start(program, b"")


def aid(home: Path, program: Sequence[str] = (str(RUN_TIME), "-m", "hsct_aid")) -> Started:
    """The aid, opened on the page and the answers that ``lived_in`` left in ``home``."""
    return _start([*program, "--data-dir", str(home)], f'"{PAINTED}'.encode())


def compared(words: str, pairs: Sequence[tuple[Started, Started]]) -> Iterator[Row]:
    """The rows of starts that were tried in turn with their floor's: on the wall, and on the processor."""
    yield row(words, [a.wall for a, _b in pairs], [b.wall for _a, b in pairs], bar=SLOWEST)
    yield row(f"{words}: processor time", [a.cpu for a, _b in pairs], [b.cpu for _a, b in pairs])


def forget(*folders: Path) -> None:
    """Drop these folders from the system's file cache, for a cold start; what another program has open stays there."""
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def lived_in(home: Path) -> Path:
    """A data folder in which the sample person stopped at a page with answers."""
    record = plain.read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    store = Store(home / "records" / "0123456789ab")
    store.save(structs.replace(record, place=PLACE), datetime(2026, 11, 23, 14, 2))
    return home


def shown(command: Sequence[str], wanted: bytes = b"") -> subprocess.Popen[bytes]:
    """Run ``command`` until its first frame is on screen, with ``wanted`` in it."""
    screen = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
    quiet = os.environ | {"QT_QPA_PLATFORM": screen, "QT_LOGGING_RULES": "qt.widgets.painting=true"}
    quiet.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles the whole aid at every start
    running = subprocess.Popen(command, env=quiet, stderr=subprocess.PIPE)
    assert running.stderr is not None
    seen = not wanted
    for line in running.stderr:
        seen = seen or (line.startswith(b"qt.widgets.painting: Drawing") and wanted in line)
        if line.startswith(_ON_SCREEN):
            break
    assert seen, "the first frame did not hold the saved page"
    return running


def _start(command: Sequence[str], wanted: bytes) -> Started:
    begun = time.perf_counter()
    running = shown(command, wanted)
    wall = time.perf_counter() - begun
    os.kill(running.pid, signal.SIGKILL)
    _pid, _status, used = os.wait4(running.pid, 0)
    running.returncode = 0
    if running.stderr is not None:
        running.stderr.close()
    return Started(wall * 1000, (used.ru_utime + used.ru_stime) * 1000)
