"""Ends the program's loop with its window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Ending(QObject):
    """Installed on the window. Qt alone goes on, unseen, where a dialog for a file was open before."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            QApplication.exit()
        return False
