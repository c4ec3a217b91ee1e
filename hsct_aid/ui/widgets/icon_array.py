"""A still picture of a count: one figure for each person, in blocks of 100, filled from the bottom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.domain.estimate import Base, Count, Percent, Share, per, spoken
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named, with_role
from hsct_aid.ui.widgets.heading import Wrapped

_ROW = 10


class IconArray(QWidget):
    """100 or 1,000 people, the counted ones filled and the others in outline: it reads the same in black and white."""

    def __init__(self, share: Share, words: str) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        with_role(named(self, words), QAccessible.Role.Graphic)

    @property
    def _blocks(self) -> int:
        return self._share.base // 100

    def _side(self) -> float:
        return theme.em(self, 0.62) if self._blocks == 1 else theme.em(self, 0.3)

    def sizeHint(self) -> QSize:
        side, across = self._side(), min(5, self._blocks)
        down = -(-self._blocks // 5)
        gap = side
        return QSize(round(across * (_ROW * side + gap)), round(down * (_ROW * side + gap)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        for person in range(self._share.base):
            block, inside = divmod(person, 100)
            row, column = divmod(inside, _ROW)
            left = (block % 5) * (_ROW + 1) * side + column * side
            top = (block // 5) * (_ROW + 1) * side + (_ROW - 1 - row) * side
            drawing.person(painter, QRectF(left, top, side, side), self.palette(), counted=person < self._share.n)


class Pictured(QWidget):
    """An icon array with its words beside it: the same fact twice, both framings."""

    def __init__(self, figure: Count | Percent, label: str, base: Base) -> None:
        super().__init__()
        words = spoken(figure, base)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.em(self))
        beside.addWidget(IconArray(per(figure, base), f"{label}: {words}"), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.addWidget(Wrapped(label, bold=True))
        text.addWidget(Wrapped(words))
        text.addStretch(1)
        beside.addLayout(text, 1)
