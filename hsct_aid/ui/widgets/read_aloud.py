"""The buttons for reading aloud, and the mark on what is being read. Not shown where the computer has no voice."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from itertools import dropwhile
from typing import Final
from zlib import crc32

from msgspec.structs import replace
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from hsct_aid.ui import theme
from hsct_aid.ui.reading import Passage, Reading, Speed, passages, place, voices
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.prose import Prose

_NEXT_SPEED: Final[dict[Speed, Speed]] = {"slow": "normal", "normal": "fast", "fast": "slow"}


class ReadAloud(QWidget):
    """Reads ``shown()``, the area of the page on screen. It falls silent when the page turns or the window closes.

    Who comes back to a page that was read halfway goes on with the paragraph it was at.
    """

    def __init__(self, session: Session, shown: Callable[[], QWidget]) -> None:
        super().__init__()
        self._shown = shown
        self._session, self._page = session, ""
        self._halfway = _place(session.settings.reading_at)
        self._marked: Passage | None = None
        self._plain = QPalette()
        self._play = Button("", key="read_aloud", icon="aloud")
        self._speed = Button("", key="reading_speed")
        row = Flow(self)
        row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        row.addWidget(self._play)
        row.addWidget(self._speed)
        found = voices()
        if not found:
            self.hide()
            return
        self._reading = Reading(found, session.aid.language, session.settings.reading_speed)
        self._play.clicked.connect(self._press)
        self._speed.clicked.connect(self._change_speed)
        self._reading.reached.connect(self._mark)
        self._reading.ended.connect(self._end)
        session.place_changed.connect(self._turn)
        session.settings_changed.connect(self._reading.stop)
        self._turn()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # a window that is only made small goes on reading
        if not event.spontaneous() and hasattr(self, "_reading"):
            self._reading.close()

    def _press(self) -> None:
        if self._reading.is_speaking:
            self._reading.pause()
            self._keep_place()
        elif self._reading.is_begun:
            self._reading.go_on()
        else:
            whole = list(passages(self._shown()))
            at = self._halfway.get(self._page)
            self._reading.begin(list(dropwhile(lambda one: _print(one) != at, whole)) or whole)
        self._say()

    def _turn(self) -> None:
        self._reading.stop()
        self._page = self._session.journey.step.id
        self._say()

    def _change_speed(self) -> None:
        self._reading.speed = _NEXT_SPEED[self._reading.speed]
        self._session.settings = replace(self._session.settings, reading_speed=self._reading.speed)
        self._session.keep_settings()
        if self._reading.is_speaking:
            self._reading.pause()
            self._reading.go_on()
        self._say()

    def _say(self) -> None:
        speaking, begun = self._reading.is_speaking, self._reading.is_begun
        goes_on = begun or self._page in self._halfway
        self._play.say(_("Pause") if speaking else _("Read on") if goes_on else _("Read aloud"))
        speeds = {"slow": _("Speed: slow"), "normal": _("Speed: normal"), "fast": _("Speed: fast")}
        self._speed.say(speeds[self._reading.speed])
        self._speed.setVisible(begun)

    def _end(self, is_failed: bool, is_over: bool) -> None:
        self._unmark()
        if is_over:
            self._halfway.pop(self._page, None)
        self._keep_place()
        self._say()
        if is_failed:
            self._play.say(_("The voice did not answer"))

    def _keep_place(self) -> None:
        """Remember the paragraph of this page for when the aid is opened again."""
        at = f"{self._page}:{self._halfway[self._page]}" if self._page in self._halfway else ""
        self._session.settings = replace(self._session.settings, reading_at=at)
        self._session.keep_settings()

    def _mark(self, passage: Passage) -> None:
        """Show what is being read, and bring it into sight."""
        self._unmark()
        widget = passage.widget
        if not isValid(widget):
            return
        self._marked = passage
        self._halfway[self._page] = _print(passage)
        top = 0
        if isinstance(widget, Prose):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = place(passage)
            selection.format.setBackground(widget.palette().highlight())
            selection.format.setForeground(widget.palette().highlightedText())
            widget.setExtraSelections([selection])
            top = widget.cursorRect(selection.cursor).top()
        elif isinstance(widget, QLabel):
            self._plain = widget.palette()
            lit = QPalette(self._plain)
            lit.setColor(QPalette.ColorRole.Window, self._plain.color(QPalette.ColorRole.Highlight))
            lit.setColor(QPalette.ColorRole.WindowText, self._plain.color(QPalette.ColorRole.HighlightedText))
            widget.setPalette(lit)
            widget.setAutoFillBackground(True)
        self._bring_into_sight(widget, top)
        self._say()

    def _bring_into_sight(self, widget: QWidget, top: int) -> None:
        area = self._shown()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            above = widget.mapTo(inside, widget.rect().topLeft()).y()
            for y in (widget.height(), top):
                area.ensureVisible(0, above + y, 0, theme.em(self, 2))

    def _unmark(self) -> None:
        marked, self._marked = self._marked, None
        if marked is None or not isValid(marked.widget):
            return
        if isinstance(marked.widget, Prose):
            marked.widget.setExtraSelections([])
        elif isinstance(marked.widget, QLabel):
            marked.widget.setPalette(self._plain)
            marked.widget.setAutoFillBackground(False)


def _print(passage: Passage) -> int:
    """A number to know a passage by: its words may be the person's own, and are not for the settings."""
    return crc32(passage.words.encode())


def _place(kept: str) -> dict[str, int]:
    """The page and the passage that were kept."""
    page, _colon, at = kept.partition(":")
    return {page: int(at)} if at.isdecimal() else {}
