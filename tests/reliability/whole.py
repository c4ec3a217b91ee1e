"""The bars of the whole aid, each held by a run of its window in a process of its own.

B5 and B12 (the window's half), B6, B7, B9, B10, B11. Where the system has no way to look, a line says so.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk
from hsct_aid.storage.shelf import Shelf
from tests.reliability.driven import CANARY
from tests.reliability.keepers import Verdict

TOP: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 120
_INET: Final = re.compile(r"^.*\bsocket\((?!AF_UNIX|AF_LOCAL).*$", re.M)
_WRITES: Final = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)\n]*(?:O_WRONLY|O_RDWR|O_CREAT)')
PAGES_MADE: Final = "summary.typ"
"""A file that is read for the printed pages alone."""
_NET_TRY: Final = (
    "import socket; socket.create_server(('127.0.0.1', 0)).close(); socket.socket().connect(('127.0.0.1', 9))"
)


def command(act: str, home: Path, *words: str) -> list[str]:
    """The command line of a driven act, or of one that walks to every box."""
    home.mkdir(parents=True, exist_ok=True)
    module = "walk" if act.startswith(("types_everywhere", "types_in_sight", "leaks", "pastes")) else "driven"
    return [sys.executable, "-m", f"tests.reliability.{module}", act, str(home), *words]


def around(home: Path) -> dict[str, str]:
    """An environment in which all that a program may write lies in ``home``."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    own = {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HSCT_"))}
    return kept | own


def said(line: list[str], home: Path) -> list[str]:
    """Run it to its end; the lines it said. What it complains of goes there too, as a last line."""
    done = subprocess.run(
        line, cwd=TOP, env=around(home), capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    broken = [done.stderr.strip().splitlines()[-1]] if "Traceback" in done.stderr else []
    return [*done.stdout.splitlines(), *broken, *([f"exit code {done.returncode}"] if done.returncode else [])]


def can(*tried: str) -> bool:
    """Whether this system lets us run that command."""
    if shutil.which(tried[0]) is None:
        return False
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def trace(home: Path, act: str = "types_everywhere") -> Verdict:
    """B6: watch every call of a whole session from outside; control: a program that opens a socket."""
    if not can("strace", "-o", os.devnull, "true"):
        return Verdict("strace is not here or not allowed: not looked at", met=None)
    log = home / "calls"
    line = command(act, home) if act else [sys.executable, "-c", "import socket; socket.socket()"]
    told = said(
        ["strace", "-f", "-qq", "-s", "300", "-e", "trace=socket,open,openat,creat", "-o", str(log), *line], home
    )
    calls = log.read_text(errors="replace")
    sockets = _INET.findall(calls)
    ours = (str(home), "/dev/", "/proc/self/")
    outside = {path for path in _WRITES.findall(calls) if path.startswith("/") and not path.startswith(ours)}
    words = f"{len(sockets)} sockets but AF_UNIX, {len(outside)} files written outside, in {calls.count('open')} calls"
    whole = not act or (bool(told) and PAGES_MADE in calls)  # the process that makes pages was watched too
    return Verdict(f"{words}; {told[-1] if told else ''}", not sockets and not outside and whole)


def without_network(home: Path, *, needs_it: bool = False) -> Verdict:
    """B6: a whole session where there is no network at all; control: a program that needs one."""
    if not can("unshare", "-rn", "true"):
        return Verdict("unshare -n is not here or not allowed: not looked at", met=None)
    line = [sys.executable, "-c", _NET_TRY] if needs_it else command("types_everywhere", home)
    told = said(["unshare", "-rn", *line], home)
    return Verdict(f"in an empty network namespace: {told[-1] if told else ''}", _typed(told))


def _typed(told: list[str]) -> bool:
    return bool(told) and told[-1].endswith(" fields, not met: none")


def suite_without_network() -> Verdict:
    """B6: the suite where there is no network at all."""
    if not can("unshare", "-rn", "true"):
        return Verdict("unshare -n is not here or not allowed: not looked at", met=None)
    line = [
        "unshare",
        "-rn",
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n2",
        "--ignore=tests/reliability",
        "--ignore=tests/outside",
    ]
    done = subprocess.run(line, cwd=TOP, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return Verdict(f"the suite without a network: {'; '.join([*failed, lines[-1]])}", done.returncode == 0)


def traces(home: Path, act: str = "types_everywhere") -> Verdict:
    """B7: no word typed into any field is in a file besides the record and the export."""
    told = said(command(act, home), home)
    record = Shelf(home / "notes").stores()[0].read().record
    typed = str(record).count(CANARY)
    found = with_canary(home)
    words = f"{told[-1] if told else ''}, {typed} answers kept; found in {len(found)} other files"
    return Verdict(words, _typed(told) and typed > 20 and not found)


def with_canary(home: Path) -> list[Path]:
    """The files, besides the record and the export, that hold the canary or are called after it."""
    meant = (home / "notes" / "records", home / "export.json")
    return [
        path for path in home.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes() + bytes(path) and not path.is_relative_to(meant[0])
        and path != meant[1]
    ]  # fmt: skip


def paste(home: Path, act: str = "pastes_everywhere") -> Verdict:
    """B9: 10 MB pasted into every field is answered in 200 ms, with a message."""
    told = said(command(act, home), home)
    slowest, count, silent, missed = told[-1].split()
    words = f"10 MB into {count} fields: {slowest} ms at most; silent: {silent}; not met: {missed}"
    return Verdict(words, int(slowest) <= 200 and silent == missed == "-")


def stillness(home: Path, act: str = "answers_while_saving") -> Verdict:
    """B5: the window never stands still for a save, though the disk takes two seconds for it."""
    saving, idle = map(int, said(command(act, home), home)[-1].split())
    words = f"a save of 2 s: the window stood still {saving} ms, and {idle} ms without a save"
    return Verdict(words, saving <= max(16, idle))  # a busy machine stands still without a save, too


def raised(home: Path, *, elsewhere: bool = False) -> Verdict:
    """B12: a second start ends at once and brings the first window back; control: it looks in another folder."""
    with subprocess.Popen(
        command("waits_to_be_raised", home, "10"), cwd=TOP, env=around(home), stdout=subprocess.PIPE, text=True,
        stderr=subprocess.DEVNULL,
    ) as first:  # fmt: skip
        assert first.stdout
        first.stdout.readline()
        folder = home / ("other" if elsewhere else "notes")
        second = [sys.executable, "-m", "hsct_aid", "--data-dir", str(folder)]
        try:
            code = subprocess.run(
                second, cwd=TOP, env=around(home), timeout=15, check=False, capture_output=True
            ).returncode
        except subprocess.TimeoutExpired:
            code = -1
        heard = first.stdout.readline().strip()
    return Verdict(f"a second start ended with {code}; the first window is {heard}", code == 0 and heard == "raised")


def clicks(home: Path, *, all_damaged: bool = False) -> Verdict:
    """B10: a damaged copy is told, and a working record is open and saved in three clicks; control: none is left."""
    store = Shelf(home / "notes").add(Record(name="one", place="start_wish"), datetime(2026, 11, 20, 12, 0))
    for day, name in ((21, "two"), (22, "three")):
        store.save(Record(name=name), datetime(2026, 11, day, 12, 0))
    names = disk.names(store.folder)
    for name in names if all_damaged else names[-1:]:
        (store.folder / name).write_bytes(b"damaged")
    told = said(command("goes_back", home), home)
    count, was_told, name, saved = told[-1].split()
    words = f"{count} clicks, {was_told}: the record of “{name}” is open, saved: {saved}"
    return Verdict(words, int(count) <= 3 and was_told == "told" and name in ("one", "two") and saved == "True")


_UNLOCK: Final = """
import os, resource, sys, time
from pathlib import Path
from hsct_aid.storage import passphrase
from hsct_aid.storage.store import Store
if sys.argv[2] == "quick":
    from hashlib import sha256
    passphrase._slowly = lambda words, head: sha256(words.encode()).digest()
store = Store(Path(sys.argv[1]))
store.load()
if sys.argv[2] != "try":
    store.protect(store.new_key("four words of mine")[0], store.load().record, __import__("datetime").datetime.now())
store = Store(Path(sys.argv[1]))
store.load()
wrong = store.is_locked and not store.unlock("not these words")
start, wall = time.process_time(), time.perf_counter()
right = store.unlock("four words of mine")
took, waited = (time.process_time() - start) / min(4, os.cpu_count()), time.perf_counter() - wall
wall = time.perf_counter()
passphrase._slowly("four words of mine", store._ring.rsplit(",", 3)[0])
bare = time.perf_counter() - wall
name = store.load().record.name
size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1 << 20)
print(wrong and right and name == "Ann", round(took, 2), round(waited, 2), round(bare, 2), size)
"""


def unlocked(home: Path, how: str = "slow") -> Verdict:
    """B11: a try takes 0.3 to 1.5 s and 300 MB; control: a design that hashes once.

    On a busy machine the clock says more, so the processors are asked, and the clock for the bare function beside it.
    """
    store = Shelf(home / "notes").add(Record(name="Ann"), datetime(2026, 11, 20, 12, 0))
    right, took, waited, bare, size = said([sys.executable, "-c", _UNLOCK, str(store.folder), how], home)[-1].split()
    newest = store.folder / disk.names(store.folder)[-1]
    newest.write_bytes(newest.read_bytes()[:-9])
    damaged = len(Shelf(home / "notes").stores()[0].read().damaged)
    words = f"a try takes {took} s of the processors ({waited} s on the clock, Argon2id alone {bare} s), {size} MB; "
    words += f"wrong and damaged are told apart: {right}, {damaged}"
    is_in_time = 0.3 <= float(took) <= 1.5 and float(waited) <= max(1.5, 2 * float(bare))
    return Verdict(words, right == "True" and is_in_time and int(size) <= 300 and damaged == 1)
