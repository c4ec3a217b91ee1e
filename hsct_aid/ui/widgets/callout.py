"""A text set apart from the page: a note, or something to take care of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, icons, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.prose import Prose


class _Mark(QWidget):
    """The sign before the title; what it means is said in the title."""

    def __init__(self, *, care: bool) -> None:
        super().__init__()
        self._care = care

    def sizeHint(self) -> QSize:
        return QSize(theme.em(self, 1.1), theme.em(self, 1.1) + 2 * theme.FOCUS_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.em(self, 1.0)
        box = QRectF(0, theme.em(self, 0.1) + theme.FOCUS_WIDTH, side, side)
        role = QPalette.ColorRole.Accent if self._care else QPalette.ColorRole.Highlight
        icons.paint(QPainter(self), box, "care" if self._care else "note", self.palette().color(role))


class Callout(Flowing):
    """A framed text with a bar at its side and a sign, so that it is not told by colour alone."""

    def __init__(self, heading: str, html: str, *, care: bool = False) -> None:
        super().__init__()
        self._care = care
        self.prose = Prose(html, heading)
        named(self, heading, role=QAccessible.Role.Grouping)
        rows = QVBoxLayout(self)
        side = theme.em(self, 0.7)
        rows.setContentsMargins(side * 2, side, side * 2, side)
        rows.setSpacing(theme.em(self, 0.25))
        if heading:
            title = QHBoxLayout()
            title.setSpacing(theme.GAP)
            title.addWidget(_Mark(care=care), 0, Qt.AlignmentFlag.AlignTop)
            title.addWidget(Subheading(heading), 1)
            rows.addLayout(title)
        rows.addWidget(self.prose)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.callout_ground(QPainter(self), self.rect(), self.palette(), care=self._care)
