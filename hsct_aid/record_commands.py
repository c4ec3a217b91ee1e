"""The commands that work with a record: new, schema, check, export, import; and the record a command is given."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from hsct_aid.domain.record import Record
from hsct_aid.storage import plain
from hsct_aid.storage.passphrase import LONGEST
from hsct_aid.storage.places import data_dir
from hsct_aid.storage.plain import BadInput, NewerVersion
from hsct_aid.storage.saves import Loaded
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_record(commands: Commands) -> None:
    """Add ``record`` and its actions to the command line."""
    record = commands.add_parser("record", help=_("work with a plain record"))
    actions = record.add_subparsers(metavar=_("ACTION"), required=True)
    for name, words, run, operands in (
        ("new", _("print an empty record"), _new, ()),
        ("schema", _("print its JSON Schema"), _schema, ()),
        ("check", _("say what is wrong"), _check, ("FILE",)),
        ("export", _("write the notes of a person to a plain file"), _export, ("NAME", "FILE")),
        ("import", _("take a plain file in as the notes of one more person"), _import, ("FILE",)),
    ):
        action = actions.add_parser(name, help=words)
        action.set_defaults(run=run)
        for operand in operands:
            action.add_argument(operand.lower(), metavar=operand, type=Path if operand == "FILE" else str)


def kept_record(chosen: argparse.Namespace, name: str) -> Record:
    """The newest record kept under ``name``. Raises BadInput where there is none that this version can show whole."""
    store = _store(chosen, name)
    if store.is_locked:
        raise BadInput(_("This record has a passphrase: export a plain copy of it first, with “record export”."))
    loaded = _loaded(store)
    if loaded.read_only:
        raise NewerVersion(_("A newer version of the aid made these notes: update the aid, then try again."))
    return _shown(loaded)


def _store(chosen: argparse.Namespace, name: str) -> Store:
    """The store of the notes under ``name``; where there are none, the one whose name a passphrase may hide."""
    shelf = Shelf(data_dir(chosen.data_dir, os.environ))
    store = shelf.find(name)
    if store is not None:
        store.read()
        return store
    closed = shelf.closed()
    if not closed:
        raise BadInput(_("There are no notes under this name: check how it is written."))
    if len(closed) > 1:
        ids = ", ".join(store.folder.name for store in closed)
        raise BadInput(_("Several records have a passphrase: use one of these instead, {ids}.").format(ids=ids))
    return closed[0]


def _loaded(store: Store) -> Loaded:
    """What ``store`` holds; where it has a passphrase, it is asked for on the terminal, or read from standard input."""
    if store.is_locked and not store.unlock(_passphrase()):
        raise BadInput(_("That does not open this record: check the passphrase, then try again."))
    return store.read()


def _shown(loaded: Loaded) -> Record:
    if loaded.record is None:
        raise BadInput(_("These notes do not open here: open the aid to see which earlier copies there are."))
    return loaded.record


def _passphrase() -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        from getpass import getpass

        return getpass(_("Passphrase, or recovery code: "))
    given = sys.stdin.buffer.readline(4 * LONGEST) if sys.stdin is not None else b""
    words = given.decode("utf-8", "replace").strip()
    if not words:
        raise BadInput(_("This record has a passphrase: give it on standard input, or run this in a terminal."))
    return words


def _new(_chosen: argparse.Namespace) -> int:
    sys.stdout.write(plain.new_record().decode())
    return 0


def _schema(_chosen: argparse.Namespace) -> int:
    sys.stdout.write(plain.schema().decode())
    return 0


def _check(chosen: argparse.Namespace) -> int:
    problems = plain.problems(plain.file_bytes(chosen.file))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def _export(chosen: argparse.Namespace) -> int:
    store = _store(chosen, chosen.name)
    record = _shown(_loaded(store))
    plain.write_copy(chosen.file, store.plain_copy(record))
    return 0


def _import(chosen: argparse.Namespace) -> int:
    record = plain.read_record(plain.file_bytes(chosen.file))
    shelf = Shelf(data_dir(chosen.data_dir, os.environ))
    store = shelf.add(record, datetime.now())
    sys.stdout.write(_("Taken in as a record of its own: {id}").format(id=store.folder.name) + "\n")
    if shelf.closed():
        sys.stderr.write(_("Unlike other notes here, it has no passphrase: open it in the aid to set one.") + "\n")
    return 0
