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
from hsct_aid.storage.places import data_dir
from hsct_aid.storage.plain import BadInput, NewerVersion
from hsct_aid.storage.shelf import Shelf

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
    store = Shelf(data_dir(chosen.data_dir, os.environ)).find(name)
    if store is None:
        raise BadInput(_("There are no notes under this name: check how it is written."))
    loaded = store.read()
    if loaded.record is None:
        raise BadInput(_("These notes do not open here: open the aid to see which earlier copies there are."))
    if loaded.read_only:
        raise NewerVersion(_("A newer version of the aid made these notes: update the aid, then try again."))
    return loaded.record


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
    plain.write_copy(chosen.file, kept_record(chosen, chosen.name))
    return 0


def _import(chosen: argparse.Namespace) -> int:
    record = plain.read_record(plain.file_bytes(chosen.file))
    store = Shelf(data_dir(chosen.data_dir, os.environ)).add(record, datetime.now())
    sys.stdout.write(_("Taken in as a record of its own: {id}").format(id=store.folder.name) + "\n")
    return 0
