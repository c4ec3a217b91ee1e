"""Puts every copy in a person's folder into another envelope, where a passphrase is set, changed or taken away.

One file at a time, whole or not at all and under its own name. The newest save decides: a folder where this was cut
short is finished when its newest save is next open.
"""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from hsct_aid.storage import disk, seal
from hsct_aid.storage.passphrase import Key

MOST_BYTES: Final = 16 * 1024 * 1024
"""A longer file was not written by the aid, and is left alone."""
_NO_DAY: Final = datetime(1970, 1, 1, tzinfo=UTC)


def reseal(folder: Path, key: Key | None, opened_by: Key | None) -> None:
    """Close every copy with ``key``, or with none; the newest is last. Raises OSError at the first that fails.

    What opens with no key that is known here stays as it is. A damaged file that was set aside is closed byte by byte.
    """
    for name in disk.names(folder):  # in order: those set aside come first, and the newest save last
        if not name.startswith(("damaged-", "record-")):
            continue
        path = folder / name
        try:
            data = disk.read(path, MOST_BYTES)
        except OSError as error:
            if error.errno in (errno.EFBIG, errno.EISDIR, errno.ELOOP):
                continue  # none of the aid's own files
            raise
        new = _resealed(data, key, opened_by, is_aside=name.startswith("damaged-"))
        if new is not None:
            disk.replace(path, new)


def _resealed(data: bytes, key: Key | None, opened_by: Key | None, *, is_aside: bool) -> bytes | None:
    """The bytes to put in place of ``data``; None where it stays."""
    ring = seal.ring_of(data)
    if ring == (key.ring if key else "") and not (is_aside and key and not ring):
        return None
    try:
        if is_aside:
            raw = seal.unwrap(data, opened_by).payload if ring else data
            return seal.wrap(raw, 0, _NO_DAY, key) if key else raw
        sealed = seal.unwrap(data, opened_by)
        return seal.wrap(*sealed, key)
    except (seal.Damaged, seal.Closed):
        return None
