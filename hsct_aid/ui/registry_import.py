"""Reads downloads in a process of its own, so that a large or hostile file can neither hold up nor stop the window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

import hsct_aid
from hsct_aid import shipped
from hsct_aid.storage.fresh_list import decoded
from hsct_aid.storage.plain import BadInput

_WAIT_MS = 2000
_PERCENT = re.compile(r"([0-9]{1,3})%")


class RegistryImport(QObject):
    """Runs our own command ``trials``. ``arrived`` carries a FreshList, ``refused`` a sentence, ``progressed`` a
    percentage; ``stopped`` comes when it was cancelled."""

    progressed = Signal(int)
    arrived = Signal(object)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = False
        self._said = ""
        self._process = QProcess(self)
        # where the package lies, so that the process finds it from wherever the aid was started
        self._process.setWorkingDirectory(str(Path(hsct_aid.__file__).parents[1]))
        self._process.readyReadStandardError.connect(self._hear)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.close)

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, paths: Sequence[Path]) -> None:
        """Begin to read; nothing happens while other files are being read."""
        if self.is_running:
            return
        self._cancelled, self._said = False, ""
        program, *arguments = shipped.command()
        files = [str(path.absolute()) for path in paths]
        self._process.start(program, [*arguments, "trials", "--json", "--progress", "--", *files])

    def cancel(self) -> None:
        """Stop reading at once; what was read before stays."""
        if self.is_running:
            self._cancelled = True
            self._process.kill()

    def close(self) -> None:
        """Stop reading and wait until it has."""
        self.cancel()
        self._process.waitForFinished(_WAIT_MS)

    def _hear(self) -> None:
        self._said += bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if percents := _PERCENT.findall(self._said):
            self.progressed.emit(min(100, int(percents[-1])))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.refused.emit(_("The file could not be read here: try again."))

    def _finish(self, code: int, how: QProcess.ExitStatus) -> None:
        printed = bytes(self._process.readAllStandardOutput().data())
        if self._cancelled:
            self.stopped.emit()
            return
        try:
            if how != QProcess.ExitStatus.NormalExit or code != 0:
                raise BadInput(self._problem() if code == 1 else _("The file could not be read: choose another one."))
            self.arrived.emit(decoded(printed))
        except BadInput as problem:
            self.refused.emit(str(problem))

    def _problem(self) -> str:
        self._hear()
        last = self._said.strip().rpartition("\n")[2]
        return last.removeprefix("hsct-aid: ") or _("The file could not be read: choose another one.")
