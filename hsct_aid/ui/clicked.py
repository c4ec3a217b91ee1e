"""The application on macOS, where a double-click on a file is an event and not a word on the command line."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from hsct_aid.storage import instance


class ClickedApplication(QApplication):
    """Says which file was opened outside, also while it runs: macOS starts no second one."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def take_clicks(application: QApplication, data_dir: Path) -> None:
    """Let the window ask about a file that was opened outside, as if a second start had named it."""

    def leave_mark(path: str) -> None:
        with suppress(OSError):  # where nothing can be written, nothing can be brought in either, and that is told
            instance.ask_to_raise(data_dir, Path(path))

    if isinstance(application, ClickedApplication):
        application.file_opened.connect(leave_mark)
