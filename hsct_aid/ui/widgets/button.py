"""Buttons one can hit with a shaky hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSizePolicy

from hsct_aid.ui import drawing, icons, theme
from hsct_aid.ui.widgets import by_hand
from hsct_aid.ui.widgets.access import named

_APART = 4
"""Between the icon and the words, in pixels, as Fusion measures it."""
_LEAST = 80
"""So wide Fusion makes a button of one letter."""


class Button(QPushButton):
    """A button of 44 px or more; ``main`` is the one that leads on, ``quiet`` has no ground of its own.

    ``icon`` stands before its words, behind them where it leads on.
    """

    def __init__(  # noqa: PLR0913  # what it says, and how it looks
        self, text: str, *, key: str, name: str = "", main: bool = False, quiet: bool = False,
        icon: icons.Name | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text)
        self._main, self._icon, self._opens = main, icon, False
        self.setFlat(quiet)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self, name or text.replace("&", ""), key=key)
        self._dress()

    def open_menu(self, menu: QMenu) -> None:
        """Open ``menu`` when it is pressed, and show so."""
        self._opens = True
        self.setMenu(menu)

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
        across = hint.width()
        if across <= _LEAST:
            words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
            icon = 0 if self.icon().isNull() else self.iconSize().width() + _APART
            across = min(across, words + icon + theme.em(self))
        width = across + theme.em(self, 0.9)
        return QSize(max(theme.TARGET, width), max(theme.TARGET, hint.height() + theme.em(self, 0.3)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, chosen = QPainter(self), self.rect(), self.palette()
        drawing.button(painter, rect, chosen, is_down=self.isDown(), has_ground=not self.isFlat())
        if self._opens:
            side = theme.em(self, 0.5)
            box = QRect(rect.right() - 2 * side, (rect.height() - side) // 2, side, side)
            rect = rect.adjusted(0, 0, -2 * side, 0)
            drawing.arrow(painter, drawing.mirrored(painter, self.rect(), box), chosen, down=True)
        painter.setPen(chosen.color(QPalette.ColorRole.ButtonText))
        self._write(painter, rect)
        if self.hasFocus():
            drawing.focus_ring(painter, self.rect(), chosen)

    def _write(self, painter: QPainter, room: QRect) -> None:
        """The icon and the words, beside each other in the middle of ``room``."""
        icon, side = self.icon(), QSize(0, 0)
        if not icon.isNull():
            side = self.iconSize()
            wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
            left = room.left() + max(0, (room.width() - side.width() - _APART - wide) // 2)
            box = QRect(left, room.top() + (room.height() - side.height()) // 2, side.width(), side.height())
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            icon.paint(painter, drawing.mirrored(painter, self.rect(), box), mode=mode)
            room = QRect(box.right() + _APART, room.top(), wide + 2, room.height())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(drawing.mirrored(painter, self.rect(), room), flags, self.text())
