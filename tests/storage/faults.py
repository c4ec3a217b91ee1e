"""A failing layer around the operating system's calls, to see what the door to the disk does when one goes wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple
from unittest.mock import patch

from hsct_aid.storage import disk

CALLS: Final = {
    "open", "write", "read", "close", "fsync", "link", "unlink", "rename", "replace", "listdir", "mkdir", "rmdir",
    "stat", "fstat", "chmod", "ftruncate",
}  # fmt: skip
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EPERM, errno.EMFILE)


class Fault(NamedTuple):
    """How a call goes wrong: with an error before or after it did its work, or by doing less than it says."""

    kind: str
    code: int = 0

    def __call__(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if self.kind == "silent" and name == "write":
            return call(given[0], bytes(given[1])[:-1] + b"?")
        if self.kind == "short" and name == "write":
            return call(given[0], bytes(given[1])[: max(1, len(given[1]) // 2)])
        if self.kind == "short" and name == "read":
            return call(given[0], max(1, given[1] // 3))
        if self.kind in ("silent", "short"):
            return call(*given, **named)
        if self.kind == "after" or name == "close":
            call(*given, **named)
        raise OSError(self.code, os.strerror(self.code))


FAULTS: Final = (
    *(Fault(kind, code) for kind in ("before", "after") for code in ERRORS),
    Fault("short"),
    Fault("silent"),
)


class Failing:
    """The ``os`` module, but call number ``at`` goes wrong (and every later one, if ``lasting``)."""

    def __init__(self, at: int | None = None, fault: Fault = FAULTS[0], *, lasting: bool = False) -> None:
        self.at, self.fault, self.lasting = at, fault, lasting
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        call = getattr(os, name)
        if name not in CALLS:
            return call

        def watched(*given: Any, **named: Any) -> Any:
            here = len(self.calls)
            self.calls.append(name)
            if self.at is not None and (here == self.at or (self.lasting and here > self.at)):
                return self.fault(name, call, *given, **named)
            return call(*given, **named)

        return watched


@contextmanager
def failing(at: int | None = None, fault: Fault = FAULTS[0], *, lasting: bool = False) -> Iterator[Failing]:
    """Put the failing layer under the door to the disk for a while; it notes every call that is made."""
    layer = Failing(at, fault, lasting=lasting)
    with patch.object(disk, "os", layer):
        yield layer
