"""Measure everything and print the table: ``python -m tests.bench [--long] [--only WORD] [--json FILE] [--check]``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import PySide6

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.storage import plain
from tests.bench import bundle, files, growth, memory, start, stops, trials, window
from tests.bench.timing import Row, row
from tests.strategies import FILLERS, longest

ROOM = 1.3
"""``--check`` fails where a ratio is over its bar by more than this: machines differ. Bars in ms only print."""


def main() -> int:
    """0; with ``--check`` 1 where a bar was missed by far."""
    asked = _arguments()
    rows = []
    print("| what | aid | middle half | floor | ratio | bar |  |\n|---|---|---|---|---|---|---|")
    for name, part in _parts(asked.long).items():
        if asked.only in name:
            for made in part():
                rows.append(made)
                print(_line(made), flush=True)
    print(f"\n{_machine()}")
    if asked.json:
        asked.json.write_bytes(msgspec.json.encode({"machine": _machine(), "rows": rows}))
    far = [made.what for made in rows if made.bar and made.ratio and made.ratio > made.bar * ROOM]
    if asked.check and far:
        print(f"Over the bar by more than {ROOM}: {'; '.join(far)}", file=sys.stderr)
    return 1 if asked.check and far else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--long", action="store_true", help="500 renderings and 1,000 page turns")
    parser.add_argument("--check", action="store_true", help="fail where a ratio is far over its bar")
    parser.add_argument(
        "--only", default="", metavar="WORD", help="start, window, stops, files, memory, bundle, growth or trials"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


def _parts(long: bool) -> dict[str, Callable[[], Iterator[Row]]]:
    record = plain.read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    full = longest(FILLERS["words"])
    shipped.speak("en")  # as the aid does at its start: unbound, gettext looks for its files at every word
    load_aid("en")  # compiles the content where that is due, so that no start has to

    def written() -> Iterator[Row]:
        yield files.saves(200 if long else 60)
        yield from files.pages(record, full, 10 if long else 5)

    def held() -> Iterator[Row]:
        with TemporaryDirectory() as home:
            yield memory.at_rest(start.lived_in(Path(home)))
        yield from memory.over_time(record, *((500, 1000) if long else (50, 200)))

    return {  # memory first: afterwards this process has held everything already
        "memory": held,
        "start": lambda: _starts(20 if long else 10),
        "window": lambda: window.measure(record, 3 if long else 1),
        "stops": lambda: stops.measure(record, full),
        "files": written,
        "bundle": lambda: bundle.measure(20 if long else 10),
        "growth": lambda: growth.measure(record, full),
        "trials": lambda: trials.measure(record, 10 if long else 5),
    }


def _starts(times: int) -> Iterator[Row]:
    with TemporaryDirectory(dir=start.RUN_TIME.parents[2]) as folder:
        home = start.lived_in(Path(folder) / "home")
        delivered = start.label(start.as_delivered(Path(folder) / "env"))
        what = "Start to first painted page"
        start.aid(home)
        turns = [(start.aid(home), start.bare(delivered), start.bare(start.label())) for _ in range(times)]
        yield from start.compared(f"{what}, warm", [(aid, floor) for aid, floor, _ in turns])
        yield row(f"{what}, warm, beside a label that has PySide unpacked too",
                  [aid.wall for aid, _, _ in turns], [floor.wall for _, _, floor in turns])  # fmt: skip
        if hasattr(os, "posix_fadvise"):
            cold = [(_cold(lambda: start.aid(home)), _cold(lambda: start.bare(delivered))) for _ in range(times // 2)]
            yield from start.compared(f"{what}, files out of the cache", cold)


def _cold(begin: Callable[[], start.Started]) -> start.Started:
    packages = next(start.RUN_TIME.parents[1].glob("lib/python3*/site-packages"))
    start.forget(*(packages / name for name in ("PySide6", "shiboken6", "msgspec")),
                 Path(shipped.__file__).parent, shipped.folder())  # fmt: skip
    return begin()


def _line(made: Row) -> str:
    low, high = made.spread
    floor = "" if made.floor is None else f"{made.floor:.1f} {made.unit}"
    ratio = "" if made.ratio is None else f"{made.ratio:.2f}×"
    bar = "" if made.bar is None else f"{made.bar:.2g}×" if made.ratio is not None else f"{made.bar:.1f} {made.unit}"
    missed = " **missed**" if made.missed else ""
    return (
        f"| {made.what} | {made.ours:.1f} {made.unit} | {low:.1f} to {high:.1f} | {floor} | {ratio} | {bar}{missed} "
        f"| {made.note} |"
    )


def _machine() -> str:
    models = [line.partition(": ")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    cpu = models[0] if models else platform.processor()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} × {cpu}, "
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, offscreen, "
        f"load {load:.1f}, {date.today().isoformat()}"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).is_file() else []


if __name__ == "__main__":
    sys.exit(main())
