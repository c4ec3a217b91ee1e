"""One person's record on disk: every save is a file of its own, and nothing that was saved is ever written over.

Files are ``record-0000000042.hsct``: the number is the generation, and order is by generation, never by the clock.
"""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from threading import Lock
from typing import Final

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk, passphrase, seal
from hsct_aid.storage.keeping import worth_keeping
from hsct_aid.storage.passphrase import Key
from hsct_aid.storage.plain import BadInput, merged, read_saved, write_record
from hsct_aid.storage.resealing import reseal
from hsct_aid.storage.saves import Loaded, NotSaved, Saved, SecondWriter, file_name, locked, moved_beside, read_only
from hsct_aid.storage.why import why

MOST_BYTES: Final = 8 * 1024 * 1024
"""Well over the longest record a person could write; a longer file was not written by the aid."""

SURPLUS: Final = 200
"""This many saves not worth keeping may gather, since removing one can wait for the disk as long as a save does."""

_LAST: Final = 9_999_999_999
_NAME: Final = re.compile(r"(record|damaged)-([0-9]{10})(-[0-9]+)?\.hsct")


def new_id() -> str:
    """A name for a record's folder that says nothing about the person."""
    return os.urandom(6).hex()


class Store:
    """Reads and writes the record in one folder. ``load`` comes first; ``save`` may run on another thread.

    Where the notes have a passphrase, ``is_locked`` is true after it; then come ``unlock`` and ``load`` again.
    """

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.folder = folder
        self.is_locked, self._key, self._ring = False, key, ""
        self._lock = Lock()
        self._highest = 0
        self._good: dict[int, datetime] = {}
        self._read_only = False
        self._newer: tuple[bytes, Record] | None = None

    def read(self) -> Loaded:
        """The newest record that opens. Changes nothing on disk. Raises OSError where the folder cannot be listed."""
        damaged = []
        saves: dict[int, seal.Sealed] = {}
        closed: dict[int, str] = {}
        for generation in self._generations():
            try:
                saves[generation] = self._open(generation)
            except FileNotFoundError:
                continue
            except seal.Closed as met:
                saves[generation], closed[generation] = met.sealed, met.ring
            except (OSError, seal.Damaged):
                damaged.append(file_name(generation))
        self._good = {generation: sealed.saved_at for generation, sealed in saves.items()}
        self._highest = max((int(found[2]) for found in self._found()), default=0)
        if not saves:
            return Loaded(None, None, tuple(damaged), read_only=False)
        newest = saves[max(saves)]
        self._ring = closed.get(newest.generation, "")
        self.is_locked = bool(self._ring)
        record = None if newest.generation in closed else self._read(newest.payload)
        # the check sum is right, so a newer version wrote what is not known here
        self._read_only = not self.is_locked and (record is None or self._newer is not None)
        return Loaded(record, Saved(newest.generation, newest.saved_at), tuple(damaged), self._read_only)

    def load(self) -> Loaded:
        """Read the record to go on writing it: what was left half written is removed, what is damaged set aside."""
        disk.sweep(self.folder)
        loaded = self.read()
        if self._key and not (self.is_locked or loaded.read_only):
            self._finish(self._key)
        return loaded._replace(damaged=tuple(map(self._set_aside, loaded.damaged)))

    def unlock(self, words: str) -> bool:
        """Whether ``words`` are the passphrase, or the recovery code; then ``load`` opens the notes. Takes a second."""
        key = passphrase.unlock(self._ring, words)
        self._key = key or self._key
        return key is not None

    def has_passphrase(self) -> bool:
        """Whether the notes open with a passphrase only."""
        return self._key is not None or self.is_locked

    def new_key(self, words: str) -> tuple[Key, str]:
        """A key to ``protect`` these notes with, and its recovery code. Takes a second."""
        return passphrase.make_key(words, self._key)

    def protect(self, key: Key, record: Record, now: datetime) -> bool:
        """Save ``record`` under ``key`` and close every earlier copy with it too; whether all of them are closed now.

        Raises NotSaved: then nothing has changed. What could not be closed yet is closed when the notes are next open.
        """
        with self._lock:
            before, self._key = self._key, key
            try:
                self._save(record, now.replace(microsecond=0))
            except NotSaved as problem:
                self._key = key if isinstance(problem, SecondWriter) else before
                raise
            return self._finish(key)

    def unprotect(self) -> None:
        """Take the passphrase away: every copy opens without it, the newest last. Raises OSError: then it stays."""
        with self._lock:
            if self._read_only:
                raise read_only()
            reseal(self.folder, None, self._key)
            self._key, self._ring = None, ""

    def plain_copy(self, record: Record) -> bytes:
        """``record`` as a plain file; of notes that a newer version made, with all that is not shown here."""
        return merged(*self._newer, record) if self._newer else write_record(record)

    def save(self, record: Record, now: datetime) -> Saved:
        """Save ``record`` as a new generation; when this returns, it is on the disk and was read back.

        Raises NotSaved (or SecondWriter, ReadOnly) with a sentence for the person.
        """
        with self._lock:
            return self._save(record, now.replace(microsecond=0))

    def earlier(self) -> tuple[Saved, ...]:
        """The saves before the present one, newest first."""
        return tuple(Saved(*each) for each in sorted(self._good.items(), reverse=True)[1:])

    def earlier_record(self, generation: int) -> Record:
        """The record of an earlier save. Raises NotSaved where it cannot be brought back."""
        try:
            record, is_newer = read_saved(self._open(generation).payload)
        except (OSError, seal.Damaged, seal.Closed, BadInput) as error:
            raise NotSaved(errno.EIO, _("This copy does not open: choose another one.")) from error
        if is_newer:
            raise read_only()
        return record

    def tidy(self) -> None:
        """Remove the saves not worth keeping; for a moment when nobody waits, such as the end of the program."""
        with self._lock:
            self._tidy()

    def _save(self, record: Record, now: datetime) -> Saved:
        if self._read_only:
            raise read_only()
        if self.is_locked:
            raise locked()
        try:
            disk.private_folder(self.folder)
            if any(int(found[2]) > self._highest for found in self._found()):
                raise FileExistsError
            generation = self._highest + 1
            if generation > _LAST:
                raise OSError(errno.EOVERFLOW, "")
            staged = disk.stage(self.folder, seal.wrap(write_record(record), generation, now, self._key))
            disk.publish(staged, self.folder / file_name(generation))
            self._highest = generation
            disk.sync_folder(self.folder)
        except FileExistsError:
            self._set_beside(record, now)
        except OSError as error:
            raise NotSaved(error.errno, why(error)) from error
        self._good[generation] = now
        if len(self._good) > SURPLUS:
            self._tidy()
        return Saved(generation, now)

    def _finish(self, key: Key) -> bool:
        """Close what is not closed with ``key`` yet; where that fails, it is tried again at the next start."""
        try:
            reseal(self.folder, key, key)
        except OSError:
            return False
        return True

    def _set_beside(self, record: Record, now: datetime) -> None:
        beside = Store(self.folder.with_name(new_id()), self._key)
        with suppress(SecondWriter):
            beside._save(record, now)
        self.folder, self._highest, self._good = beside.folder, beside._highest, beside._good
        raise moved_beside()

    def _tidy(self) -> None:
        """Only what opens counts as kept, and only what opens is removed."""
        self._good = {generation: at for generation, at in self._good.items() if self._opens(generation)}
        for generation in self._good.keys() - worth_keeping(self._good):
            with suppress(OSError):
                disk.remove(self.folder / file_name(generation))
                del self._good[generation]

    def _opens(self, generation: int) -> bool:
        try:
            self._open(generation)
        except (OSError, seal.Damaged, seal.Closed):
            return False
        return True

    def _read(self, payload: bytes) -> Record | None:
        """The record in the newest save, or what this version can show of it; None where that is nothing."""
        try:
            record, is_newer = read_saved(payload)
        except BadInput:
            return None
        self._newer = (payload, record) if is_newer else None
        return record

    def _open(self, generation: int) -> seal.Sealed:
        try:
            sealed = seal.unwrap(disk.read(self.folder / file_name(generation), MOST_BYTES), self._key)
        except OSError as error:
            if error.errno in (errno.EFBIG, errno.EISDIR):
                raise seal.Damaged from error
            raise
        if sealed.generation != generation:
            raise seal.Damaged
        return sealed

    def _set_aside(self, name: str) -> str:
        """Move a damaged file out of the way; its name then. What merely cannot be read today stays where it is."""
        with suppress(OSError, seal.Closed):
            try:
                self._open(int(name[7:17]))
            except seal.Damaged:
                return disk.set_aside(self.folder / name, name.replace("record", "damaged"))
        return name

    def _found(self) -> list[re.Match[str]]:
        return [found for name in disk.names(self.folder) if (found := _NAME.fullmatch(name))]

    def _generations(self) -> list[int]:
        return [int(found[2]) for found in self._found() if found[0] == file_name(int(found[2]))]
