"""A text set apart from the page: a note, or something to take care of."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.prose import Prose


class Callout(QWidget):
    """A framed text with a bar at its side, so that it is not told by colour alone."""

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
            rows.addWidget(Subheading(heading))
        rows.addWidget(self.prose)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.callout_ground(QPainter(self), self.rect(), self.palette(), care=self._care)
