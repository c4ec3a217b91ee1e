"""Buttons one can hit with a shaky hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSizePolicy

from hsct_aid.ui import drawing, icons, theme
from hsct_aid.ui.widgets import by_hand
from hsct_aid.ui.widgets.access import named

_APART = 4
"""Pixels between the icon and the words."""


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
        if main:
            bold = QFont()  # only bold is said: its size follows the settings
            bold.setBold(True)
            self.setFont(bold)
        if icon == "next":
            ends = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
            self.setLayoutDirection(ends[not QApplication.isRightToLeft()])

    def open_menu(self, menu: QMenu) -> None:
        """Open ``menu`` when it is pressed, and show so."""
        self._opens = True
        self.setMenu(menu)

    def _icon_room(self) -> QSize:
        """The icon is as wide as it is high, and stands in the outer end of this."""
        if self._icon is None or theme.is_large():
            return QSize(0, 0)
        return QSize(theme.em(self, 1.05), theme.em(self, 0.8))

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

    def sizeHint(self) -> QSize:
        hint, metrics, icon = super().sizeHint(), self.fontMetrics(), self._icon_room().width()
        words, line = metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width(), metrics.height()
        across = min(hint.width(), words + line)  # Fusion makes a button of one letter 80 pixels wide
        width = across + (icon + _APART if icon else 0) + round(0.9 * line)
        return QSize(max(theme.TARGET, width), max(theme.TARGET, hint.height() + round(0.3 * line)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, chosen = QPainter(self), self.rect(), self.palette()
        if self._main and self.isEnabled():
            chosen = theme.strong(chosen)
        drawing.button(painter, rect, chosen, is_down=self.isDown(), has_ground=not self.isFlat())
        if self._opens:
            side = theme.em(self, 0.5)
            box = QRect(rect.right() - 2 * side, (rect.height() - side) // 2, side, side)
            rect = rect.adjusted(0, 0, -2 * side, 0)
            drawing.arrow(painter, drawing.mirrored(painter, self.rect(), box), chosen, down=True)
        painter.setPen(chosen.color(QPalette.ColorRole.ButtonText))
        self._write(painter, rect, chosen.color(QPalette.ColorRole.ButtonText))
        if self.hasFocus():
            drawing.focus_ring(painter, self.rect(), chosen)

    def _write(self, painter: QPainter, room: QRect, colour: QColor) -> None:
        """The icon and the words, beside each other in the middle of ``room``."""
        side = self._icon_room()
        if self._icon is not None and not side.isEmpty():
            wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
            left = room.left() + max(0, (room.width() - side.width() - _APART - wide) // 2)
            square = QRect(left, room.top() + (room.height() - side.height()) // 2, side.height(), side.height())
            room = QRect(left + side.width() + _APART - 1, room.top(), wide + 2, room.height())
            icons.paint(
                painter, QRectF(drawing.placed(self.layoutDirection(), self.rect(), square)), self._icon, colour
            )
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(drawing.placed(self.layoutDirection(), self.rect(), room), flags, self.text())
