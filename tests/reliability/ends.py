"""Ends that nobody plans: a crash, and a computer that is put to sleep and never wakes up again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Final

from hsct_aid.storage.shelf import Shelf
from tests.reliability.driven import CANARY
from tests.reliability.keepers import Verdict
from tests.reliability.whole import PATIENCE_S, TOP, around, command, with_canary

PATTERN: Final = Path("/proc/sys/kernel/core_pattern")
SOON_S: Final = 1.0
"""What was typed is on the disk this long after the last key, however long the computer slept in between."""
ASLEEP_S: Final = 3.0


def crashed(home: Path, act: str = "crashes") -> Verdict:
    """B7: a crash with a word just typed leaves that word in no file; control: the system's core files are let be."""
    if os.name != "posix" or not PATTERN.exists() or PATTERN.read_text(encoding="ascii").strip() != "core":
        return Verdict("core files do not go where we can look: not looked at", met=None)
    line = ["sh", "-c", 'ulimit -c unlimited && cd "$1" && shift && exec "$@"', "sh", str(home), *command(act, home)]
    environment = around(home) | {"PYTHONPATH": str(TOP)}
    done = subprocess.run(line, env=environment, capture_output=True, timeout=PATIENCE_S, check=False)
    found = with_canary(home)
    words = (
        f"ended with {done.returncode}: the word is in {len(found)} files, {len(list(home.glob('core*')))} core files"
    )
    return Verdict(words, done.returncode == -signal.SIGABRT and not found)


def slept(home: Path, act: str = "types_a_word") -> Verdict:
    """A computer goes to sleep in the middle of a word: it is saved soon after it wakes; control: only on closing."""
    with subprocess.Popen(
        command(act, home), cwd=TOP, env=around(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stdout
        told = program.stdout.readline()
        program.send_signal(signal.SIGSTOP)
        asleep = _is_kept(home)
        time.sleep(ASLEEP_S)
        program.send_signal(signal.SIGCONT)
        time.sleep(SOON_S)
        kept = _is_kept(home)
        program.kill()
    words = f"{ASLEEP_S:g} s asleep with a word just {told.strip()}: saved before {asleep}, {SOON_S:g} s after {kept}"
    return Verdict(words, kept)


def _is_kept(home: Path) -> bool:
    stores = Shelf(home / "notes").stores()
    record = stores[0].read().record if stores else None
    return record is not None and record.start.ask_words == CANARY
