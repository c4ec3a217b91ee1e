"""The records of everybody who uses this account: one folder each, with a name that says nothing about the person."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Final

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk, fresh_list, seal
from hsct_aid.storage.plain import BadInput, NewerVersion, read_saved
from hsct_aid.storage.saves import NotSaved, file_name
from hsct_aid.storage.store import Store, new_id
from hsct_aid.storage.why import why

_ID: Final = re.compile(r"[0-9a-f]{12}")
_DELETED: Final = "deleted-"


class Shelf:
    """All records in one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "records"

    def stores(self) -> tuple[Store, ...]:
        """A store for each record, in order of their ids. Raises OSError where the folder cannot be listed."""
        ids = (name for name in disk.names(self.folder) if _ID.fullmatch(name))
        return tuple(Store(self.folder / each) for each in ids if disk.names(self.folder / each))

    def create(self) -> Store:
        """A store for a new record; its folder is made with the first save."""
        return Store(self.folder / new_id())

    def add(self, record: Record, now: datetime) -> Store:
        """Keep ``record`` as one more, beside all that is there. Raises NotSaved."""
        store = self.create()
        store.save(record, now)
        return store

    def add_save(self, data: bytes) -> Store:
        """Keep ``data``, a whole save from the folder of other notes, as one more: it keeps its passphrase.

        Raises NotSaved.
        """
        store = self.create()
        try:
            disk.private_folder(store.folder)
            disk.publish(disk.stage(store.folder, data), store.folder / _called(data))
            disk.sync_folder(store.folder)
        except OSError as error:
            raise NotSaved(error.errno, why(error)) from error
        return store

    def has_save(self, data: bytes) -> bool:
        """Whether some notes here hold this very save. Raises OSError where the folder cannot be listed."""
        for store in self.stores():
            with suppress(OSError):
                if disk.read(store.folder / _called(data), len(data)) == data:
                    return True
        return False

    def find(self, name: str) -> Store | None:
        """The store of the record with that id, or with that name in it; None where there is none.

        Raises BadInput where several have that name.
        """
        if not name.split():
            return None
        stores = self.stores()
        found = [store for store in stores if store.folder.name == name]
        found = found or [store for store in stores if _is_called(store.read().record, name)]
        if len(found) > 1:
            ids = ", ".join(store.folder.name for store in found)
            raise BadInput(_("Several records have that name: use one of these instead, {ids}.").format(ids=ids))
        return found[0] if found else None

    def closed(self) -> tuple[Store, ...]:
        """The stores of records with a passphrase: what they are called is not known before they are open."""
        stores = self.stores()
        for store in stores:
            store.read()
        return tuple(store for store in stores if store.is_locked)

    def delete(self, store: Store) -> None:
        """Remove a record with all its earlier copies. Raises OSError; what is then left is removed at the next start.

        Copies made elsewhere stay: exports, prints, backups, and what a disk keeps of removed files.
        """
        gone = self.folder / f"{_DELETED}{store.folder.name}"
        disk.rename(store.folder, gone)
        disk.sync_folder(self.folder)
        disk.remove_folder(gone)

    def delete_all(self) -> None:
        """Remove all records, see ``delete``, and the list of trials that was read in. The settings stay."""
        for store in self.stores():
            self.delete(store)
        fresh_list.forget(self.folder.parent)

    def sweep(self) -> None:
        """Finish what was being deleted when a program stopped."""
        for name in disk.names(self.folder):
            if name.startswith(_DELETED):
                with suppress(OSError):
                    disk.remove_folder(self.folder / name)


def read_save(data: bytes) -> Record | None:
    """The record in a save from the aid's own folder; None where it has a passphrase.

    Raises BadInput where it is damaged, and NewerVersion where a newer version of the aid made it.
    """
    newer = NewerVersion(_("A newer version of the aid made this record: update the aid, then try again."))
    try:
        record, is_newer = read_saved(seal.unwrap(data).payload)
    except seal.Closed as closed:
        if not closed.ring:
            raise newer from None
        return None
    except seal.Damaged:
        raise BadInput(_("This file is damaged: choose another one from its folder.")) from None
    if is_newer:
        raise newer
    return record


def _called(save: bytes) -> str:
    try:
        return file_name(seal.unwrap(save).generation)
    except seal.Closed as closed:
        return file_name(closed.sealed.generation)


def _is_called(record: Record | None, name: str) -> bool:
    return record is not None and record.name.casefold().split() == name.casefold().split()
