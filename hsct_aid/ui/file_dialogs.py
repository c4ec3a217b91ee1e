"""The system's own dialogs for a file: the one place that opens them, and it leaves no trace of what was chosen."""

from __future__ import annotations

import os
from datetime import date
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import BadInput, write_copy


def leave_no_trace() -> None:
    """Let Qt's dialogs remember nothing; before the first of them.

    Qt would write every folder that was opened to QtProject.conf in the person's settings, for all Qt programs. A file
    below the null device can be neither made nor read, and Qt goes on without a word. On Windows and macOS the system
    keeps such a list itself, where no program can stop it.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def ask_where(parent: QWidget, name: str, kinds: str, title: str) -> Path | None:
    """Ask where to save a file that might be called ``name``; None where the person thought better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    return Path(chosen) if chosen else None


def ask_which(parent: QWidget, folder: str, kinds: str, title: str) -> list[Path]:
    """Ask which files to read, beginning in ``folder``; none where the person thought better of it."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, folder, f"{kinds};;{_('All files (*)')}")
    return [Path(name) for name in names]


def save_copy(parent: QWidget, record: Record, today: date) -> str:
    """Save the record as one plain file where the person wants it; the sentence to tell them, if any."""
    path = ask_where(parent, f"my-notes-{today.isoformat()}.json", _("Notes (*.json)"), _("Save a copy as one file"))
    if path is None:
        return ""
    try:
        write_copy(path, record)
    except BadInput as problem:
        return str(problem)
    return _("A copy is saved as {name}. Anyone who has that file can read it.").format(name=path.name)
