"""The stamp that tells one built copy from another: how it was built, the day and the commit of its source.

python -m bundle.stamp bundle
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FILE = "build.txt"
"""Where it stands among the resources of what was built. A checkout has none and calls itself the source."""


def stamp(kind: str, top: Path = TOP) -> str:
    """Such as “bundle 2026-11-23 0f1e2d3c4b”: the same for two builds of one commit.

    The day is that of SOURCE_DATE_EPOCH, else that of the commit. A source that differs from its commit says so, and
    one without git has no commit to name.
    """
    commit, changed = _git(top, "log", "-1", "--format=%ct %H"), _git(top, "status", "--porcelain")
    seconds, _space, digest = commit.partition(" ")
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or seconds
    day = f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d}" if seconds else ""
    return " ".join(filter(None, (kind, day, digest[:10], "changed" if changed else "")))


def _git(top: Path, *words: str) -> str:
    if not (top / ".git").exists():
        return ""  # some other project's folder may lie around this one
    try:
        return subprocess.run(["git", *words], cwd=top, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


if __name__ == "__main__":
    print(stamp(sys.argv[1]))
