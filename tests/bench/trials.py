"""Reading in 100, 500 and 2,000 studies: time and memory, beside Python's own reading of the same file; narrowing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from hsct_aid.domain.fresh_list import FoundTrial, FreshList
from hsct_aid.ui.widgets.trial_list import TrialList
from hsct_aid.ui.widgets.typed import OneLine

SIZES = (100, 500, 2000)
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
    """One reading: milliseconds on the wall and on the processor, and the most memory in MB."""

    wall: float
    cpu: float
    memory: float


def written(folder: Path) -> dict[int, Path]:
    """A page of the API for each size, all of it invented; one study in ten is of aHSCT for MS."""
    paths = {}
    for size in SIZES:
        paths[size] = folder / f"{size}.json"
        paths[size].write_text(json.dumps({"studies": [_study(number) for number in range(size)]}), encoding="utf-8")
    return paths


def command(path: Path) -> Read:
    """Our own command on one file, as the window runs it."""
    return _run([sys.executable, "-m", "hsct_aid", "trials", "--json", str(path)])


def bare(path: Path) -> Read:
    """The floor: Python and its own reading of JSON."""
    return _run([sys.executable, "-c", _BARE, str(path)])


def narrowing(size: int) -> float:
    """Milliseconds from a key to the narrowed list on screen, with so many trials found; needs a QApplication."""
    found = tuple(
        FoundTrial(f"NCT{number:08}", f"Sample: aHSCT for multiple sclerosis, part {number}", "trial", "recruiting",
                   "2026-10", ("Norway",), youngest=18, oldest=55) for number in range(size)
    )  # fmt: skip
    view = TrialList(FreshList(date(2026, 11, 23), None, found, ()), (), date(2026, 11, 23))
    view.resize(900, 1200)
    view.show()
    QApplication.processEvents()
    box = view.findChild(OneLine, "trials.words")
    assert isinstance(box, OneLine)
    times = []
    for words in ("p", "pa", "par", "part", "part 1", "part 19", ""):
        begun = time.perf_counter()
        box.setText(words)
        box.typed.emit(words)
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    view.close()
    return sorted(times)[len(times) // 2]


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


def _run(command: list[str]) -> Read:
    """Run it from a small process: a child's most memory is never told below that of the one it was forked from."""
    begun = time.perf_counter()
    said = subprocess.run([sys.executable, "-c", _WATCH, *command], capture_output=True, check=True, text=True).stdout
    wall = time.perf_counter() - begun
    cpu, memory = (float(figure) for figure in said.split())
    return Read(wall * 1000, cpu * 1000, memory / 1024)
