"""No core files: what the memory holds is not written to the disk when the program ends badly."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

FILTER: Final = Path("/proc/self/coredump_filter")
"""Linux: which parts of the memory a core file holds. A program that the system hands it to does not ask the limit."""


def leave_none() -> None:
    """Let the system write no core file of this program, or an empty one; where it has neither way, nothing happens.

    The program stays open to the system's own look at it (PR_SET_DUMPABLE): else the desktop's dialogs would refuse it.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with suppress(OSError):
        FILTER.write_text("0", encoding="ascii")
