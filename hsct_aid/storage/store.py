"""One person's record on disk: every save is a file of its own, and nothing that was saved is ever written over.

Files are ``record-0000000042.hsct``: the number is the generation, and order is by generation, never by the clock.
"""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import Final, NamedTuple

from hsct_aid.domain.dates import say
from hsct_aid.domain.record import Record
from hsct_aid.storage import disk, seal
from hsct_aid.storage.keeping import worth_keeping
from hsct_aid.storage.plain import BadInput, read_saved, write_record
from hsct_aid.storage.why import why

MOST_BYTES: Final = 8 * 1024 * 1024
"""Well over the longest record a person could write; a longer file was not written by the aid."""

SURPLUS: Final = 200
"""This many saves not worth keeping may gather, since removing one can wait for the disk as long as a save does."""

_LAST: Final = 9_999_999_999
_NAME: Final = re.compile(r"(record|damaged)-([0-9]{10})(-[0-9]+)?\.hsct")


class NotSaved(OSError):  # noqa: N818  # the name says what happened
    """Nothing was saved. Its text is one sentence for the person; the record is still in memory, whole."""

    def __str__(self) -> str:
        return str(self.strerror)


class SecondWriter(NotSaved):
    """Another running aid saved this record meanwhile. Both versions are kept: this store goes on in a new folder."""


class ReadOnly(NotSaved):
    """A newer version of the aid made this record, so this one does not save over it."""


class Saved(NamedTuple):
    """One save: its number and its time."""

    generation: int
    saved_at: datetime


class Loaded(NamedTuple):
    """What a store holds: the newest record that opens, which save that was, and the names of files that do not open.

    ``record`` is None where there is none, or none that this version can show. ``read_only``: a newer version made it.
    """

    record: Record | None
    saved: Saved | None
    damaged: tuple[str, ...]
    read_only: bool

    @property
    def messages(self) -> tuple[str, ...]:
        """What the person is to be told about this record, one sentence each; mostly nothing."""
        told = []
        if self.damaged and self.saved:
            day, time = say(self.saved.saved_at.date()), f"{self.saved.saved_at:%H:%M}"
            told.append(
                ngettext(
                    "A saved copy did not open and is kept aside: this is the one from {day}, {time}.",
                    "{count} saved copies did not open and are kept aside: this is the one from {day}, {time}.",
                    len(self.damaged),
                ).format(count=len(self.damaged), day=day, time=time)
            )
        elif self.damaged:
            told.append(_("No saved copy opens: they are all kept, and an empty record is open now."))
        if self.read_only:
            told.append(_("A newer version of the aid made this record: you can read it, but nothing new is saved."))
        return tuple(told)


def new_id() -> str:
    """A name for a record's folder that says nothing about the person."""
    return token_hex(6)


class Store:
    """Reads and writes the record in one folder. ``load`` comes first; ``save`` may run on another thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._highest = 0
        self._good: dict[int, datetime] = {}
        self._read_only = False

    def read(self) -> Loaded:
        """The newest record that opens. Changes nothing on disk. Raises OSError where the folder cannot be listed."""
        damaged = []
        saves: dict[int, seal.Sealed] = {}
        for generation in self._generations():
            try:
                saves[generation] = self._open(generation)
            except FileNotFoundError:
                continue
            except (OSError, seal.Damaged):
                damaged.append(_name(generation))
        self._good = {generation: sealed.saved_at for generation, sealed in saves.items()}
        self._highest = max((int(found[2]) for found in self._found()), default=0)
        if not saves:
            return Loaded(None, None, tuple(damaged), read_only=False)
        newest = saves[max(saves)]
        try:
            record, self._read_only = read_saved(newest.payload)
        except BadInput:
            # the check sum is right, so a newer version wrote it in a way that is not known here
            record, self._read_only = None, True
        return Loaded(record, Saved(newest.generation, newest.saved_at), tuple(damaged), self._read_only)

    def load(self) -> Loaded:
        """Read the record to go on writing it: what was left half written is removed, what is damaged set aside."""
        disk.sweep(self.folder)
        loaded = self.read()
        return loaded._replace(damaged=tuple(map(self._set_aside, loaded.damaged)))

    def save(self, record: Record, now: datetime) -> Saved:
        """Save ``record`` as a new generation; when this returns, it is on the disk and was read back.

        Raises NotSaved (or SecondWriter, ReadOnly) with a sentence for the person.
        """
        with self._lock:
            return self._save(record, now.replace(microsecond=0))

    def earlier(self) -> tuple[Saved, ...]:
        """The saves before the present one, newest first."""
        return tuple(Saved(*each) for each in sorted(self._good.items(), reverse=True)[1:])

    def restore(self, generation: int, now: datetime) -> Record:
        """Bring an earlier save back as a new generation, so that this too can be undone. Raises NotSaved."""
        record = self.earlier_record(generation)
        self.save(record, now)
        return record

    def earlier_record(self, generation: int) -> Record:
        """The record of an earlier save. Raises NotSaved where it cannot be brought back."""
        try:
            record, is_newer = read_saved(self._open(generation).payload)
        except (OSError, seal.Damaged, BadInput) as error:
            raise NotSaved(errno.EIO, _("This copy does not open: choose another one.")) from error
        if is_newer:
            raise _read_only()
        return record

    def tidy(self) -> None:
        """Remove the saves not worth keeping; for a moment when nobody waits, such as the end of the program."""
        with self._lock:
            self._tidy()

    def _save(self, record: Record, now: datetime) -> Saved:
        if self._read_only:
            raise _read_only()
        try:
            disk.private_folder(self.folder)
            if any(int(found[2]) > self._highest for found in self._found()):
                raise FileExistsError
            generation = self._highest + 1
            if generation > _LAST:
                raise OSError(errno.EOVERFLOW, "")
            staged = disk.stage(self.folder, seal.wrap(write_record(record), generation, now))
            disk.publish(staged, self.folder / _name(generation))
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

    def _set_beside(self, record: Record, now: datetime) -> None:
        beside = Store(self.folder.with_name(new_id()))
        with suppress(SecondWriter):
            beside._save(record, now)
        self.folder, self._highest, self._good = beside.folder, beside._highest, beside._good
        raise SecondWriter(
            errno.EEXIST,
            _("This record was saved elsewhere meanwhile: both are kept, and yours goes on as a record of its own."),
        )

    def _tidy(self) -> None:
        """Only what opens counts as kept, and only what opens is removed."""
        self._good = {generation: at for generation, at in self._good.items() if self._opens(generation)}
        for generation in self._good.keys() - worth_keeping(self._good):
            with suppress(OSError):
                disk.remove(self.folder / _name(generation))
                del self._good[generation]

    def _opens(self, generation: int) -> bool:
        try:
            self._open(generation)
        except (OSError, seal.Damaged):
            return False
        return True

    def _open(self, generation: int) -> seal.Sealed:
        try:
            sealed = seal.unwrap(disk.read(self.folder / _name(generation), MOST_BYTES))
        except OSError as error:
            if error.errno in (errno.EFBIG, errno.EISDIR):
                raise seal.Damaged from error
            raise
        if sealed.generation != generation:
            raise seal.Damaged
        return sealed

    def _set_aside(self, name: str) -> str:
        """Move a damaged file out of the way; its name then. What merely cannot be read today stays where it is."""
        with suppress(OSError):
            try:
                self._open(int(name[7:17]))
            except seal.Damaged:
                return disk.set_aside(self.folder / name, name.replace("record", "damaged"))
        return name

    def _found(self) -> list[re.Match[str]]:
        return [found for name in disk.names(self.folder) if (found := _NAME.fullmatch(name))]

    def _generations(self) -> list[int]:
        return [int(found[2]) for found in self._found() if found[0] == _name(int(found[2]))]


def _name(generation: int) -> str:
    return f"record-{generation:010}.hsct"


def _read_only() -> ReadOnly:
    return ReadOnly(errno.EROFS, _("A newer version of the aid made this record: update the aid to go on with it."))
