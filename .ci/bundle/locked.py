"""Reads requirements.lock: what runs with the aid, and the lines of the lock that install it.

    python -m bundle.locked pyinstaller > runtime.lock     # what runs with the aid, and PyInstaller

The lock holds run-time and development packages in one file. Which belong together stands in its own ``# via`` lines.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).resolve().parents[2]
_ENTRY = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.*?))? \\")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"# (?:via )?\s*([\w.-]+)")


class Locked(NamedTuple):
    """One entry of the lock: a package in one version, who asks for it, and the text of the entry."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]
    text: str


def entries(lock: str) -> list[Locked]:
    """Every entry of a lock, in its order."""
    return [_entry(text) for text in re.split(r"^(?=\w)", lock, flags=re.MULTILINE) if text.strip()]


def _entry(text: str) -> Locked:
    head = _ENTRY.match(text)
    if head is None:
        raise ValueError(f"not an entry of a lock: {text.splitlines()[0]}")
    via = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    asking = [found[1] for line in via if (found := _VIA.match(line)) and line != "# via"]
    return Locked(head["name"], head["version"], head["marker"] or "", tuple(_HASH.findall(text)), tuple(asking), text)


def wanted_by(names: set[str], locked: list[Locked]) -> list[Locked]:
    """The entries named, and all that they ask for."""
    known = {entry.name for entry in locked}
    if names - known:
        raise ValueError(f"not in the lock: {', '.join(sorted(names - known))}")
    found = set(names)
    while new := {entry.name for entry in locked if not found.isdisjoint(entry.via)} - found:
        found |= new
    return [entry for entry in locked if entry.name in found]


def run_time(project: str) -> set[str]:
    """The names that ``pyproject.toml`` asks for at run time."""
    asked = tomllib.loads(project)["project"]["dependencies"]
    return {re.split(r"[^\w.-]", line)[0] for line in asked}


def shipped() -> list[Locked]:
    """What runs with the aid."""
    names = run_time((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    return wanted_by(names, entries((TOP / "requirements.lock").read_text(encoding="utf-8")))


if __name__ == "__main__":
    lock = entries((TOP / "requirements.lock").read_text(encoding="utf-8"))
    names = {entry.name for entry in shipped()} | set(sys.argv[1:])
    sys.stdout.write("".join(entry.text for entry in wanted_by(names, lock)))
