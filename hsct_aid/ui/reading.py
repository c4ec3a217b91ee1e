"""Reading aloud with the computer's own voice: which voice there is, what there is to read, one passage at a time."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from hsct_aid.ui.widgets.access import is_picture
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.tab_order import inside

HUSH_MS: Final = 300
"""How long a voice may take to be silent before the next is heard."""
FASTEST, SLOWEST = 80, 5
"""Characters that a voice may say in a second. Who is faster was not heard; who is slower hangs."""
FEW, BEGIN_MS = 40, 5000
"""So few characters may be said in no time; so long may a voice take to begin."""
Speed = Literal["slow", "normal", "fast"]
_SAPI: Final = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = {rate}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


class Voice(Struct, frozen=True):
    """A program that speaks what it is given on its standard input, so that no list of programs shows the words.

    ``hush`` is what stops it where ending the program does not.
    """

    program: str
    arguments: tuple[str, ...]
    rates: Mapping[Speed, int]
    hush: tuple[str, ...] = ()

    def command(self, speed: Speed, language: str) -> list[str]:
        """Its arguments for a speed and a language."""
        tag = language.replace("_", "-").lower()  # as voices are called: pt-br
        return [one.format(rate=self.rates[speed], language=tag) for one in self.arguments]


_SPD: Final = Voice("spd-say", ("-w", "-e", "-l", "{language}", "-r", "{rate}"),
                    {"slow": -40, "normal": 0, "fast": 40}, ("-S",))  # fmt: skip
_ESPEAK: Final = Voice("espeak-ng", ("--stdin", "-v", "{language}", "-s", "{rate}"),
                       {"slow": 120, "normal": 165, "fast": 220})  # fmt: skip
_SAY: Final = Voice("say", ("-r", "{rate}", "-f", "-"), {"slow": 130, "normal": 175, "fast": 230})
_WINDOWS: Final = Voice("powershell", ("-NoProfile", "-NonInteractive", "-Command", _SAPI),
                        {"slow": -3, "normal": 0, "fast": 3})  # fmt: skip


def voices(platform: str = sys.platform) -> tuple[Voice, ...]:
    """The voices of this computer, that of the desktop first."""
    known = {"darwin": (_SAY,), "win32": (_WINDOWS,)}.get(platform, (_SPD, _ESPEAK))
    return tuple(one for one in known if shutil.which(one.program))


class Passage(Struct, frozen=True):
    """A piece to read in one go, and where it stands: characters ``start`` to ``end`` of a running text."""

    words: str
    widget: QWidget
    start: int = 0
    end: int = 0


def passages(page: QWidget) -> Iterator[Passage]:
    """What is visible on the page, in its order: headings, paragraphs, answers, pictures in words."""
    for child in inside(page):
        if child.isVisibleTo(page):
            yield from _of(child)
            if not isinstance(child, QAbstractButton):
                yield from passages(child)


def _of(widget: QWidget) -> Iterator[Passage]:
    match widget:
        case Prose():
            block = widget.document().begin()
            while block.isValid():
                if words := _line(block.text()):
                    yield Passage(words, widget, block.position(), block.position() + block.length() - 1)
                block = block.next()
        case QLabel():
            yield from _one(widget.text(), widget)
        case QAbstractButton():
            said = filter(None, (widget.accessibleName(), widget.accessibleDescription()))
            yield from _one(". ".join(said), widget)
        case _ if is_picture(widget):
            yield from _one(widget.accessibleName(), widget)


def _one(text: str, widget: QWidget) -> Iterator[Passage]:
    if words := _line(text):
        yield Passage(words, widget)


def _line(text: str) -> str:
    """``text`` as one line, without the pictures in it; a voice takes a line break for the end of what is said."""
    # spd-say takes a line that begins with an exclamation mark for a command
    words = " ".join(text.replace("\ufffc", " ").replace("\u200b", "").split()).lstrip("!")
    return words if any(letter.isalnum() for letter in words) else ""


class Reading(QObject):
    """Speaks passages one after the other. ``reached`` says which one is spoken now; ``ended`` that it is silent.

    A pause ends the voice; going on begins again with the passage it was at. Where a voice does not answer, the next
    one takes its place.
    """

    reached = Signal(object)
    ended = Signal(bool, bool)
    """Silent for good: whether no voice answered, and whether all was read."""

    def __init__(self, voices: tuple[Voice, ...], language: str, speed: Speed) -> None:
        super().__init__()
        self.speed = speed
        self._all, self._voices, self._language = voices, voices, language
        self._left: list[Passage] = []
        self._speaking: QtCore.QProcess | None = None
        self._hushing: QtCore.QProcess | None = None
        self._since = QElapsedTimer()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._fail)

    @property
    def is_speaking(self) -> bool:
        """Whether the voice is heard now."""
        return self._speaking is not None

    @property
    def is_begun(self) -> bool:
        """Whether there is something left to read, spoken or paused."""
        return bool(self._left)

    def begin(self, passages: list[Passage]) -> None:
        """Read these."""
        self._left = passages
        self.go_on()

    def go_on(self) -> None:
        """Read from the passage one is at."""
        if not self._left:
            self.ended.emit(False, True)
            return
        self._wait_for_silence()
        self._speaking = speaking = self._process()
        speaking.finished.connect(self._finish)
        speaking.errorOccurred.connect(self._fail)
        words = self._left[0].words
        self._patience.start(BEGIN_MS + len(words) * 1000 // SLOWEST)
        self._since.start()
        speaking.start(self._voices[0].program, self._voices[0].command(self.speed, self._language))
        if speaking is self._speaking:  # else it could not be started
            speaking.write(f"{words}\n".encode())
            speaking.closeWriteChannel()
            self.reached.emit(self._left[0])

    def pause(self) -> None:
        """Be silent at once, and keep the place."""
        if self._speaking is None:
            return
        self._let_go()
        if self._voices[0].hush:
            # not waited for: a voice that hangs would take the window with it
            self._wait_for_silence()
            self._hushing = self._process()
            self._hushing.start(self._voices[0].program, list(self._voices[0].hush))
            self._hushing.closeWriteChannel()

    def stop(self) -> None:
        """Be silent and forget the place."""
        was_begun, self._left = self.is_begun, []
        self.pause()
        if was_begun:
            self.ended.emit(False, False)

    def close(self) -> None:
        """Be silent, and leave nothing running."""
        self.stop()
        self._wait_for_silence()

    def _process(self) -> QtCore.QProcess:
        made = QtCore.QProcess(self)
        made.setStandardOutputFile(QtCore.QProcess.nullDevice())
        made.setStandardErrorFile(QtCore.QProcess.nullDevice())
        return made

    def _wait_for_silence(self) -> None:
        """What silences a voice would silence the next one as well."""
        hushing, self._hushing = self._hushing, None
        if hushing is not None:
            if hushing.state() != QtCore.QProcess.ProcessState.NotRunning and not hushing.waitForFinished(HUSH_MS):
                hushing.kill()
                hushing.waitForFinished()
            hushing.deleteLater()

    def _finish(self, code: int, status: QtCore.QProcess.ExitStatus) -> None:
        words = len(self._left[0].words)
        was_heard = words < FEW or self._since.elapsed() > words * 1000 / FASTEST
        if code or status != QtCore.QProcess.ExitStatus.NormalExit or not was_heard:
            self._fail()
            return
        self._let_go()
        self._left = self._left[1:]
        self.go_on()

    def _fail(self) -> None:
        self._let_go()
        self._voices = self._voices[1:]
        if self._voices:
            self.go_on()
            return
        self._voices, self._left = self._all, []
        self.ended.emit(True, False)

    def _let_go(self) -> None:
        self._patience.stop()
        speaking, self._speaking = self._speaking, None
        if speaking is not None:
            speaking.finished.disconnect(self._finish)
            speaking.errorOccurred.disconnect(self._fail)
            speaking.kill()
            speaking.waitForFinished()
            speaking.deleteLater()


def place(passage: Passage) -> QTextCursor:
    """The passage in its running text, as what a cursor has selected."""
    assert isinstance(passage.widget, Prose)
    cursor = QTextCursor(passage.widget.document())
    cursor.setPosition(passage.start)
    cursor.setPosition(passage.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
