"""Headings: the one title of a page, and the smaller ones inside it."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets import by_hand
from hsct_aid.ui.widgets.access import titled

BREAK = "\u200b"
"""An invisible place where a line may break."""
_LONG_WORD = re.compile(r"\S{24}")


def breakable(text: str) -> str:
    """``text`` with places to break in words that would be wider than a narrow window, such as an address."""
    return _LONG_WORD.sub(lambda found: found.group() + BREAK, text)


class Wrapped(QLabel):
    """A label whose text wraps and is never cut."""

    def __init__(self, text: str = "", *, scale: float = 1.0, bold: bool = False) -> None:
        super().__init__()
        self._scale, self._bold = scale, bold
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(theme.FOCUS_WIDTH + 1)  # as running text has: the two stand in line, and a ring goes round
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        if text:
            self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(breakable(text))

    def text(self) -> str:
        return super().text().replace(BREAK, "")

    def _dress(self) -> None:
        font = theme.scaled(QApplication.font(), self._scale, bold=self._bold)
        if font != self.font():
            self.setFont(font)

    def minimumSizeHint(self) -> QSize:
        # How tall it gets follows from its width alone: a fixed least height leaves pages with an empty end.
        return QSize(super().minimumSizeHint().width(), 0)

    def showEvent(self, event: QShowEvent) -> None:
        self._dress()  # while hidden, it hears of no other font
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()


class Heading(Wrapped):
    """The title of a page. It takes the focus when the page turns, so that a screen reader says where one is.

    Whoever uses keys sees that by the ring; for who pressed Next by hand it would only be a frame round every title.
    """

    def __init__(self, text: str) -> None:
        super().__init__(scale=1.55, bold=True)
        self._is_ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        titled(self, text, key="heading")
        self.setText(text)

    def show_place(self, words: str) -> None:
        """Let a screen reader say where one is on the way through, once it has said the title."""
        self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._is_ringed = event.reason() in by_key or not by_hand.is_by_hand()
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._is_ringed:
            drawing.focus_ring(QPainter(self), self.rect(), self.palette())


class Subheading(Wrapped):
    """A smaller title inside a page: a label for assistive technology, which hears one heading a page."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, scale=1.15, bold=True)
        if parent is not None:
            self.setParent(parent)
