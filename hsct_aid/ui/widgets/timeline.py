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
        return -(-len(self._names) // self._across(width)) * self._row()

    def sizeHint(self) -> QSize:
        width = theme.measure(self, 72)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 14), self._row())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        across = self._across(self.width())
        cell, dot = self.width() // across, theme.em(self, 1.3)
        for number, name in enumerate(self._names):
            row, column = divmod(number, across)
            left, top = column * cell, row * self._row()
            last = number == len(self._names) - 1
            line = QRect(left + dot, top + dot // 2, 0 if last else cell - dot, 0)
            drawing.milestone(painter, QRect(left, top, dot, dot), line, str(number + 1), self.palette(),
                              here=number == self._here)  # fmt: skip
            room = QRect(left, top + dot + theme.em(self, 0.2), cell - theme.em(self, 0.5), self._row() - dot)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, name)

    def _across(self, width: int) -> int:
        return max(1, width // theme.measure(self, 18))

    def _row(self) -> int:
        return theme.em(self, 1.3 + 0.4 + 3.2)
