"""No network: from the first moment on, this program makes no connection, whatever a part of it may try."""

from __future__ import annotations

import sys
from typing import Any, Final

_LOCAL: Final = 1
"""AF_UNIX, a socket within this computer, by its number: nothing of ours imports the module that names it."""

_LOOK_UP: Final = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")

_refusing: list[object] = []


def refuse_network() -> None:
    """Refuse every socket but those within this computer, and every look-up of an address, until the program ends."""
    if not _refusing:
        _refusing.append(_refuse)
        sys.addaudithook(_refuse)


def _refuse(event: str, about: tuple[Any, ...]) -> None:
    if event in _LOOK_UP or (event == "socket.__new__" and about[1] != _LOCAL):
        raise PermissionError("The aid opens no network connection.")
