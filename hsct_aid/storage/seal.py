"""The envelope around every saved record: a line that says which save it is and when, and a check sum over all of it.

Bytes go in and bytes come out. With a key, the payload is encrypted and the line carries what the passphrase is tried
on. The check sum stands around that, so a damaged file is told apart from a wrong passphrase before one is asked for.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from typing import Final, NamedTuple
from zlib import crc32

from hsct_aid.storage import passphrase
from hsct_aid.storage.passphrase import Key

OVERHEAD: Final = 1000
"""No envelope is longer than this many bytes."""

_HEADER: Final = re.compile(
    rb"hsct-aid ([a-z]{1,16}) (\d{1,18}) at ([0-9T:+-]{19,32})((?: [!-~]{1,600}){0,4}) crc32 ([0-9a-f]{8})\n"
)
_SALT: Final = re.compile(r"[0-9a-f]{32}")


class Damaged(Exception):  # noqa: N818  # the name says what happened
    """These bytes are not what was saved. It says nothing of what they hold."""


class Sealed(NamedTuple):
    """What an envelope held: the payload, the number of the save, and when it was."""

    payload: bytes
    generation: int
    saved_at: datetime


class Closed(Exception):  # noqa: N818
    """Every byte is as it was written, but the payload stays closed: ``sealed`` has none.

    ``ring`` is what a passphrase can be tried on; it is empty where a newer version of the aid made the envelope.
    """

    def __init__(self, sealed: Sealed, ring: str) -> None:
        super().__init__()
        self.sealed, self.ring = sealed, ring


def wrap(payload: bytes, generation: int, saved_at: datetime, key: Key | None = None) -> bytes:
    """Put ``payload`` into an envelope that shows any later change; with a key, only its passphrase opens it."""
    at = f"{generation} at {saved_at.isoformat(timespec='seconds')}"
    if key is None:
        return _summed(f"hsct-aid save {at}", payload)
    salt = os.urandom(16)
    head = f"hsct-aid sealed {at} {key.ring} {salt.hex()}"
    return _summed(head, passphrase.close(key.data, salt, head.encode(), payload))


def unwrap(data: bytes, key: Key | None = None) -> Sealed:
    """Open an envelope; raises Damaged unless every byte is as written, and Closed where the key does not fit."""
    found = _HEADER.match(data)
    if found is None:
        raise Damaged
    head, payload = data[: found.start(5) - len(b" crc32 ")], data[found.end() :]
    if _sum(head, payload) != found[5]:
        raise Damaged
    try:
        sealed = Sealed(b"", int(found[2]), datetime.fromisoformat(found[3].decode()))
    except ValueError as error:
        raise Damaged from error
    kind, fields = found[1], found[4].decode().split()
    if kind == b"save" and not fields:
        return sealed._replace(payload=payload)
    if kind != b"sealed" or len(fields) != 2 or not passphrase.is_ring(fields[0]) or not _SALT.fullmatch(fields[1]):
        raise Closed(sealed, "")
    opened = passphrase.open_closed(key, bytes.fromhex(fields[1]), head, payload) if key else None
    if opened is None:
        raise Closed(sealed, fields[0])
    return sealed._replace(payload=opened)


def ring_of(data: bytes) -> str:
    """What a passphrase is tried on, in a whole envelope; empty where it has none."""
    try:
        unwrap(data)
    except Damaged:
        return ""
    except Closed as closed:
        return closed.ring
    return ""


def _summed(head: str, payload: bytes) -> bytes:
    return head.encode() + b" crc32 " + _sum(head.encode(), payload) + b"\n" + payload


def _sum(head: bytes, payload: bytes) -> bytes:
    # No hashlib, which loads OpenSSL at every start: 3 MB and some milliseconds, for files that nobody forges here.
    return b"%08x" % crc32(head + b" crc32 " + payload)
