"""Buttons one can hit with a shaky hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.access import named


class Button(QPushButton):
    """A button of 44 px or more; ``main`` is the one that leads on, ``quiet`` has no ground of its own."""

    def __init__(self, text: str, *, key: str, name: str = "", main: bool = False, quiet: bool = False) -> None:
        super().__init__(text)
        self._main = main
        self.setFlat(quiet)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self, name or text.replace("&", ""), key=key)
        self._dress()

    def _dress(self) -> None:
        if self._main:
            self.setPalette(theme.strong(QApplication.palette()))
            self.setFont(theme.scaled(QApplication.font(), 1.0, bold=True))

    def say(self, text: str) -> None:
        """Change what the button says, aloud too."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange):
            self._dress()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = hint.width() + theme.em(self, 0.9)
        return QSize(max(theme.TARGET, width), max(theme.TARGET, hint.height() + theme.em(self, 0.3)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
