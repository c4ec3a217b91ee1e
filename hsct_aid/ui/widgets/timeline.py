"""A still picture of the path: its steps in order along a line. The same steps stand below it as text."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named


class Timeline(QWidget):
    """Numbered dots with their names; it breaks into rows where it would get too narrow."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names, self._here = names, 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        listed = ", ".join(f"{number}. {name}" for number, name in enumerate(names, 1))
        words = _("The path in {n} steps: {steps}").format(n=len(names), steps=listed)
        named(self, words, role=QAccessible.Role.Graphic)

    def show_here(self, here: int) -> None:
        """Mark the step that is shown below."""
        self._here = here
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return -(-len(self._names) // self._across(width)) * self._row(width)

    def sizeHint(self) -> QSize:
        width = theme.measure(self, 72)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        across, height = self._across(self.width()), self._row(self.width())
        cell, dot = self.width() // across, theme.em(self, 1.3)
        for number, name in enumerate(self._names):
            row, column = divmod(number, across)
            left, top = column * cell, row * height
            last = number == len(self._names) - 1
            line = QRect(left + dot, top + dot // 2, 0 if last else cell - dot, 0)
            room = QRect(left, top + dot + theme.em(self, 0.2), cell - theme.em(self, 0.5), height - dot)
            place, line, room = (
                drawing.mirrored(painter, self.rect(), box) for box in (QRect(left, top, dot, dot), line, room)
            )
            drawing.milestone(painter, place, line, str(number + 1), self.palette(), here=number == self._here)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, name)

    def _across(self, width: int) -> int:
        return max(1, width // max(theme.measure(self, 18), self._narrowest()))

    def _narrowest(self) -> int:
        """Room for the longest word."""
        words = (word for name in self._names for word in name.split())
        return max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0) + theme.em(self, 0.6)

    def _row(self, width: int) -> int:
        """The height of a row: a dot, and the name with the most lines."""
        room = QRect(0, 0, width // self._across(width) - theme.em(self, 0.5), 100_000)
        flags = Qt.TextFlag.TextWordWrap
        tallest = max((self.fontMetrics().boundingRect(room, flags, name).height() for name in self._names), default=0)
        return theme.em(self, 1.3 + 0.2 + 0.5) + tallest
