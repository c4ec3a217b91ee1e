"""The envelope around every saved record: a line that says which save it is and when, and a check sum over all of it.

Bytes go in and bytes come out, so that another envelope (a passphrase) can be put around the payload in the same way.
"""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

OVERHEAD: Final = 200
"""No envelope is longer than this many bytes."""

_HEADER: Final = re.compile(rb"hsct-aid save (\d{1,18}) at ([0-9T:+-]{19,32}) sha256 [0-9a-f]{64}\n")


class Damaged(Exception):  # noqa: N818  # the name says what happened
    """These bytes are not what was saved. It says nothing of what they hold."""


class Sealed(NamedTuple):
    """What an envelope held: the payload, the number of the save, and when it was."""

    payload: bytes
    generation: int
    saved_at: datetime


def wrap(payload: bytes, generation: int, saved_at: datetime) -> bytes:
    """Put ``payload`` into an envelope that shows any later change, to the payload or to the envelope itself."""
    line = f"hsct-aid save {generation} at {saved_at.isoformat(timespec='seconds')} sha256 ".encode()
    return line + sha256(line + payload).hexdigest().encode() + b"\n" + payload


def unwrap(data: bytes) -> Sealed:
    """Open an envelope; raises Damaged unless every byte is as it was written."""
    header = _HEADER.match(data)
    if header is None:
        raise Damaged
    try:
        sealed = Sealed(data[header.end() :], int(header[1]), datetime.fromisoformat(header[2].decode()))
    except ValueError as error:
        raise Damaged from error
    if wrap(*sealed) != data:
        raise Damaged
    return sealed
