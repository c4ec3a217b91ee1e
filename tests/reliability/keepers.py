"""What is put to the test: our store, and simpler designs that must fail where it holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from hsct_aid.domain.record import Record
from hsct_aid.domain.visit import Heard, VisitAnswers
from hsct_aid.storage import disk, seal
from hsct_aid.storage.plain import BadInput, read_record, write_record
from hsct_aid.storage.store import Store

START: Final = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


class Verdict(NamedTuple):
    """What one trial of a bar found, and whether the bar was met; None where this system does not let us look."""

    words: str
    met: bool | None


class Keeper(Protocol):
    """Keeps one record in a folder."""

    def load(self) -> Record | None: ...

    def save(self, record: Record, now: datetime) -> None: ...


Make = Callable[[Path], Keeper]


class Ours:
    """The store of the aid."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)

    def load(self) -> Record | None:
        return self.store.load().record

    def save(self, record: Record, now: datetime) -> None:
        self.store.save(record, now)


class Tidying(Ours):
    """The store of the aid, removing what is not worth keeping after every save."""

    def save(self, record: Record, now: datetime) -> None:
        super().save(record, now)
        self.store.tidy()


class IntoTheFile:
    """Writes into the one file there is, piece by piece."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "record.json"

    def load(self) -> Record | None:
        try:
            return read_record(self.path.read_bytes())
        except (OSError, BadInput):
            return None

    def save(self, record: Record, now: datetime) -> None:
        data = write_record(record)
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_SYNC)
        for start in range(0, len(data), 4096):
            os.write(handle, data[start : start + 4096])
        os.close(handle)


class Careless(IntoTheFile):
    """Writes a temporary file and renames it over the old one, and looks at no answer of the system's."""

    def save(self, record: Record, now: datetime) -> None:
        calls = vars(disk)["os"]  # the same layer that fails for the store
        temporary = self.path.with_suffix(".tmp")
        handle = calls.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        calls.write(handle, write_record(record))
        calls.close(handle)
        calls.replace(temporary, self.path)


class WithoutSum(Ours):
    """Our store, but it believes every file that has an envelope."""

    def __init__(self, folder: Path) -> None:
        self.store = Trusting(folder)


class Trusting(Store):
    """A store that does not check what it reads against its sum."""

    def _open(self, generation: int) -> seal.Sealed:
        data = disk.read(self.folder / f"record-{generation:010}.hsct", 10**9)
        try:
            header, payload = data.split(b"\n", 1)
            read_record(payload)
            return seal.Sealed(payload, generation, datetime.fromisoformat(header.decode().split()[4]))
        except (ValueError, IndexError, BadInput) as error:
            raise seal.Damaged from error


def numbered(number: int, *, large: bool = False) -> Record:
    """A record that says everywhere which one it is, of about 20 kB, or 1 MB."""
    line = ("\N{BRAIN}" if large else "My hands were numb and the walk to the shop took twice as long. ") * 1900
    heard = tuple(Heard(f"{number}", f"{number} {line}"[:1950]) for _ in range(100 if large else 10))
    return Record(
        name=str(number), read=(f"{number} {line}"[:200],) * (250 if large else 1), visit=VisitAnswers(heard=heard)
    )


def number_in(record: Record | None) -> int:
    """Which of the numbered records this is; -1 for none, -2 for one that was changed."""
    if record is None:
        return -1
    number = int(record.name) if record.name.isdecimal() else -2
    return number if record == numbered(number, large=len(record.read) > 1) else -2


def later(number: int) -> datetime:
    """The time of the numbered save."""
    return START + timedelta(minutes=number)
