"""A store with saves in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hsct_aid.domain.record import Record
from hsct_aid.storage import plain, seal
from hsct_aid.storage.store import MOST_BYTES, Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def said(*words: str, folder: Path) -> Store:
    """A store with one save for each of ``words``, a minute apart."""
    store = Store(folder)
    for minute, word in enumerate(words):
        store.save(Record(name=word), NOON + timedelta(minutes=minute))
    return store


def restore(store: Store, generation: int) -> Record:
    """Bring an earlier save back, as the window does."""
    record = store.earlier_record(generation)
    store.save(record, NOON)
    return record


def spoil(path: Path, how: str) -> None:
    data = path.read_bytes()
    path.write_bytes(
        {
            "flipped": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
            "cut": data[:-1],
            "empty": b"",
            "zeros": bytes(len(data)),
            "longer": data + b"\n",
            "plain": plain.write_record(Record(name="x")),
            "another save": (path.parent / "record-0000000001.hsct").read_bytes(),
            "huge": b"x" * (MOST_BYTES + 1),
        }[how]
    )


def newer(folder: Path, payload: bytes) -> bytes:
    data = seal.wrap(payload, 2, NOON)
    (folder / "record-0000000002.hsct").write_bytes(data)
    return data
