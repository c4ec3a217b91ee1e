"""Buttons one can hit with a shaky hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from hsct_aid.ui import icons, theme
from hsct_aid.ui.widgets import by_hand
from hsct_aid.ui.widgets.access import named


class Button(QPushButton):
    """A button of 44 px or more; ``main`` is the one that leads on, ``quiet`` has no ground of its own.

    ``icon`` stands before its words, behind them where it leads on.
    """

    def __init__(  # noqa: PLR0913  # what it says, and how it looks
        self, text: str, *, key: str, name: str = "", main: bool = False, quiet: bool = False,
        icon: icons.Name | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text)
        self._main, self._icon = main, icon
        self.setFlat(quiet)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self, name or text.replace("&", ""), key=key)
        self._dress()

    def _dress(self) -> None:
        if self._main:
            self.setPalette(theme.strong(QApplication.palette()))
            self.setFont(theme.scaled(QApplication.font(), 1.0, bold=True))
        if theme.is_large():
            self.setIcon(QIcon())
        elif self._icon is not None:
            is_mirrored = QApplication.isRightToLeft()
            room, scale = QSize(theme.em(self, 1.05), theme.em(self, 0.8)), self.devicePixelRatioF()
            self.setIcon(icons.icon(self._icon, room, scale, self.palette(), mirrored=is_mirrored))
            self.setIconSize(room)
            if self._icon == "next":
                ends = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
                self.setLayoutDirection(ends[not is_mirrored])

    def say(self, text: str) -> None:
        """Change what the button says, aloud too."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        by_hand.note(by_hand=True)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_hand.note(by_hand=False)
        super().keyPressEvent(event)

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
