"""The records of everybody who uses this account: one folder each, with a name that says nothing about the person."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Final

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk, fresh_list
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.store import Store, new_id

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


def _is_called(record: Record | None, name: str) -> bool:
    return record is not None and record.name.casefold().split() == name.casefold().split()
