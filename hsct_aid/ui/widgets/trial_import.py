"""Takes the file that was downloaded from ClinicalTrials.gov, by button or drop, and says how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.file_dialogs import ask_which
from hsct_aid.ui.registry_import import RegistryImport
from hsct_aid.ui.widgets.access import named, say
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped


class TrialImport(QWidget):
    """A frame to choose or drop files in. ``arrived`` carries the FreshList that was read."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._reader = RegistryImport(self)
        self._choose = Button(_("Choose the file…"), key="trials.choose")
        self._bar = named(QProgressBar(), _("How far the file is read"), key="trials.progress")
        self._cancel = Button(_("Cancel"), key="trials.cancel", name=_("Cancel reading the file"))
        self._told = named(Wrapped(), "", key="trials.told")
        rows = QVBoxLayout(self)
        side = theme.em(self, 0.6)
        rows.setContentsMargins(side, side, side, side)
        rows.setSpacing(theme.GAP)
        words = _("The file you downloaded, in JSON or CSV. You can also drop it into this frame.")
        for widget in (Wrapped(words), self._choose, self._bar, self._cancel, self._told):
            rows.addWidget(widget)
        self._choose.clicked.connect(self._ask)
        self._cancel.clicked.connect(self._reader.cancel)
        self._reader.progressed.connect(self._bar.setValue)
        self._reader.arrived.connect(self._arrive)
        self._reader.refused.connect(self._refuse)
        self._reader.stopped.connect(self._stop)
        self._show_running(is_running=False)
        self.tell("")

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files in a process of its own."""
        self._bar.setValue(0)
        self.tell(_("Reading the file…"))
        self._show_running(is_running=True)
        self._reader.start(paths)

    def tell(self, words: str) -> None:
        """Say how it went."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._told.setAccessibleName(words)
        if words:
            say(self._told)

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        paths = ask_which(self, folder, _("Downloads (*.json *.csv)"), _("The file you downloaded"))
        if paths:
            self.read(paths)

    def _arrive(self, fresh: object) -> None:
        self._show_running(is_running=False)
        self.tell("")
        self.arrived.emit(fresh)

    def _refuse(self, words: str) -> None:
        self._show_running(is_running=False)
        self.tell(_("{problem} What was here before stays.").format(problem=words))

    def _stop(self) -> None:
        self._show_running(is_running=False)
        self.tell(_("Cancelled. What was here before stays."))

    def _show_running(self, *, is_running: bool) -> None:
        had_focus = self._choose.hasFocus() or self._cancel.hasFocus()
        for widget in (self._bar, self._cancel):
            widget.setVisible(is_running)
        self._choose.setVisible(not is_running)
        if had_focus:
            (self._cancel if is_running else self._choose).setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()) and not self._reader.is_running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(_files(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.outline(QPainter(self), self.rect(), self.palette())


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
