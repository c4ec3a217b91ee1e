"""Keeps the list of trials that was read last, in ``trials.json`` beside the records."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Final

import msgspec

from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.storage import disk
from hsct_aid.storage.plain import BadInput

MOST_BYTES: Final = 8 * 1024 * 1024


def decoded(data: bytes) -> FreshList:
    """A list that the command ``trials --json`` printed. Raises BadInput where it is none."""
    try:
        return msgspec.json.decode(data, type=FreshList)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadInput(_("The list of trials could not be read: choose the file again.")) from None


def load(data_dir: Path) -> tuple[FreshList | None, str]:
    """The list read last, None where there is none; and a sentence for the person where it could not be opened."""
    try:
        return decoded(disk.read(_file(data_dir), MOST_BYTES)), ""
    except (FileNotFoundError, NotADirectoryError):
        return None, ""
    except (OSError, BadInput):
        return None, _("The list of trials you had read in could not be opened: read it in again if you need it.")


def save(data_dir: Path, fresh: FreshList) -> None:
    """Keep the list in place of the one before, whole or not at all. Raises OSError."""
    disk.make_folder(data_dir)
    disk.replace(_file(data_dir), msgspec.json.encode(fresh) + b"\n")


def forget(data_dir: Path) -> None:
    """Remove the list, where there is one. Raises OSError."""
    disk.remove(_file(data_dir))


def _file(data_dir: Path) -> Path:
    return data_dir / "trials.json"
