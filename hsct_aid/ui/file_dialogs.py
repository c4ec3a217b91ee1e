"""The system's own dialogs for a file: the one place that opens them, and it leaves no trace of what was chosen."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from gettext import gettext as _
from pathlib import Path

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QWidget

from hsct_aid.storage.plain import BadInput, write_copy
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.told import Told

ENDING = ".hsct-aid.json"
"""By this the system knows such a file once the package is installed: resources/desktop/hsct-aid-mime.xml."""


def leave_no_trace() -> None:
    """Let Qt's dialogs remember nothing; before each of them, and before what may open one.

    Qt would write every folder that was opened to QtProject.conf in the person's settings, for all Qt programs. A file
    below the null device can be neither made nor read, and Qt goes on without a word. On Windows and macOS the system
    keeps such a list itself, where no program can stop it.
    """
    kind = QtCore.QSettings
    kind.setPath(kind.Format.NativeFormat, kind.Scope.UserScope, os.devnull)


def ask_where(parent: QWidget, name: str, kinds: str, title: str) -> Path | None:
    """Ask where to save a file that might be called ``name``; None where the person thought better of it."""
    leave_no_trace()
    chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    return Path(chosen) if chosen else None


def ask_which(parent: QWidget, folder: str, kinds: str, title: str) -> list[Path]:
    """Ask which files to read, beginning in ``folder``; none where the person thought better of it."""
    leave_no_trace()
    names, _kind = QtWidgets.QFileDialog.getOpenFileNames(parent, title, folder, f"{kinds};;{_('All files (*)')}")
    return [Path(name) for name in names]


class CopyOut:
    """Writes a file where the person wants it, on a worker thread, and tells them how that went."""

    def __init__(self, parent: QWidget, told: Told) -> None:
        self._told = told
        self._work: Rendering[str] = Rendering(parent)
        self._work.done.connect(told.tell)
        self._work.broke.connect(told.tell)
        self._work.slow.connect(self._say_slow)

    def start(self, path: Path, data: bytes, done: str) -> None:
        """Write ``data``; then say ``done``, with the file's name in it."""
        self._work.start(partial(_written, path, data, done))

    def start_record(self, parent: QWidget, data: bytes, today: date) -> None:
        """Ask where the record, as one plain file, is to be saved; and save it there."""
        name = f"my-notes-{today.isoformat()}{ENDING}"
        path = ask_where(parent, name, _("Notes (*.json)"), _("Save a copy as one file"))
        if path is not None:
            self.start(path, data, _("A copy is saved as {name}. Anyone who has that file can read it."))

    def _say_slow(self) -> None:
        self._told.tell(_("The copy is being saved…"))


def _written(path: Path, data: bytes, done: str) -> str:
    try:
        write_copy(path, data)
    except BadInput as problem:
        return str(problem)
    return done.format(name=path.name)
