"""Reading in 100, 500 and 2,000 studies: time and memory, beside Python's own reading of the same file; narrowing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from hsct_aid.domain.fresh_list import FoundTrial, FreshList
from hsct_aid.domain.record import Record
from hsct_aid.domain.registry import sort_out
from hsct_aid.storage.registry_file import read_studies
from hsct_aid.ui.widgets.typed import OneLine
from tests.bench import window
from tests.bench.timing import Row, exponent, row

LEAST, SIZES = 1, (100, 500, 2000)
FRAME_MS = 1000 / 60
_RESULTS = 300
"""Values of posted results in each invented study: about 30 kB, as a real record has in the mean."""
_BARE = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"

_WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


class Read(NamedTuple):
    """One reading: milliseconds on the processor and the most memory in MB."""

    cpu: float
    memory: float


def measure(record: Record, times: int) -> Iterator[Row]:
    """Reading and narrowing for each size, and the exponent of how each grows: 1 or less is in line or better."""
    with TemporaryDirectory() as folder:
        paths = written(Path(folder))
        took = {size: [(_ours(path), _bare(path)) for _ in range(times)] for size, path in paths.items()}
        alone = {size: min(_alone(paths[size]) for _ in range(times)) for size in SIZES}
    least = min(ours.memory for ours, _floor in took[LEAST])
    more = {size: min(ours.memory for ours, _floor in took[size]) - least for size in SIZES}
    for size in SIZES:
        ours, floor = zip(*took[size], strict=True)
        note = f"{exponent(alone)} without the start of Python" if size == SIZES[-1] else ""
        yield row(
            f"Reading {size:,} trials, beside json.load", [a.cpu for a in ours], [b.cpu for b in floor], note=note
        )
        note = f"{exponent(more)} over a file with one study" if size == SIZES[-1] else ""
        yield row("The same, memory", [a.memory for a in ours], [b.memory for b in floor], unit="MB", note=note)
    keys = {size: narrowing(record, size) for size in SIZES}
    middle = {size: median(found) for size, found in keys.items()}
    for size, found in keys.items():
        note = f"{exponent(middle)} of the median" if size == SIZES[-1] else ""
        yield row(
            f"Narrowing {size:,} trials, key to screen, 95th percentile", found, bar=2 * FRAME_MS, p95=True, note=note
        )


def _alone(path: Path) -> float:
    begun = time.process_time()
    sort_out(read_studies(path.read_bytes()), (), date(2026, 11, 23))
    return (time.process_time() - begun) * 1000


def written(folder: Path, sizes: Iterable[int] = (LEAST, *SIZES)) -> dict[int, Path]:
    """A page of the API for each size, all of it invented; one study in ten is of aHSCT for MS."""
    paths = {}
    for size in sizes:
        paths[size] = folder / f"{size}.json"
        paths[size].write_text(json.dumps({"studies": [_study(number) for number in range(size)]}), encoding="utf-8")
    return paths


def narrowing(record: Record, size: int) -> list[float]:
    """Milliseconds of processor time from a key to the narrowed list on the page in the window, with so many found.

    Nothing is waited for there, so that this is what passes on a machine that does nothing else.
    """
    found = tuple(
        FoundTrial(f"NCT{number:08}", f"Sample: aHSCT for multiple sclerosis, part {number}", "trial", "recruiting",
                   "2026-10", ("Norway", "Sweden"), youngest=18, oldest=55) for number in range(size)
    )  # fmt: skip
    shown = window.open_window(record)
    shown.session.fresh = FreshList(date(2026, 11, 23), None, found, ())
    shown.session.go("availability_fresh")
    window.settle()
    box = shown.page.findChild(OneLine, "trials.words")
    assert isinstance(box, OneLine)
    for area in shown.findChildren(QScrollArea):
        if area.isAncestorOf(box):
            area.ensureWidgetVisible(box)
    window.settle(window.IDLE_MS)

    times = []
    for sign in "sclerosis part 19<<<<<<<zz<<":
        begun = time.process_time()
        QTest.keyClicks(box, sign) if sign != "<" else QTest.keyClick(box, Qt.Key.Key_Backspace)
        QApplication.processEvents()
        times.append((time.process_time() - begun) * 1000)
    shown.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return times


def _study(number: int) -> dict[str, object]:
    name = "Autologous Hematopoietic Stem Cell Transplantation" if number % 10 == 0 else "Ocrelizumab"
    return {
        "protocolSection": {
            "identificationModule": {"nctId": f"NCT{number:08}", "briefTitle": f"Sample: {name}, part {number}"},
            "statusModule": {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": "2026-10-02"}},
            "descriptionModule": {"briefSummary": "An invented record. " * 60},
            "conditionsModule": {"conditions": ["Multiple Sclerosis"]},
            "armsInterventionsModule": {"interventions": [{"type": "PROCEDURE", "name": name}]},
            "contactsLocationsModule": {"locations": [{"facility": "Sample", "country": "Norway"}] * 20},
        },
        "resultsSection": {"values": [{"groupId": f"BG{n:03}", "value": "25.5", "spread": "9.75", "comment": "x" * 30}
                                      for n in range(_RESULTS)]},
        "hasResults": True,
    }  # fmt: skip


def _ours(path: Path) -> Read:
    """Our own command on one file, as the window runs it."""
    return _run([sys.executable, "-m", "hsct_aid", "trials", "--json", str(path)])


def _bare(path: Path) -> Read:
    """The floor: Python and its own reading of JSON."""
    return _run([sys.executable, "-c", _BARE, str(path)])


def _run(command: list[str]) -> Read:
    """Run it from a small process: a child's most memory is never told below that of the one it was forked from."""
    said = subprocess.run([sys.executable, "-c", _WATCH, *command], capture_output=True, check=True, text=True).stdout
    cpu, memory = (float(figure) for figure in said.split())
    return Read(cpu * 1000, memory / 1024)
