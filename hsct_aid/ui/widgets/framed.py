"""A framed text: one thing among others of its kind, such as a body's words, a study or a trial."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.prose import Prose


class Framed(Flowing):
    """Rich text in a frame; what can be done with it is added below."""

    def __init__(self, html: str, name: str) -> None:
        super().__init__()
        named(self, name, role=QAccessible.Role.Grouping)
        self.prose = Prose(html, name)
        self._rows = QVBoxLayout(self)
        side = theme.em(self, 0.5)
        self._rows.setContentsMargins(side, side, side, side)
        self._rows.setSpacing(theme.GAP)
        self._rows.addWidget(self.prose)

    def add(self, widget: QWidget) -> None:
        """Put a widget under the text."""
        self._rows.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.answer_frame(QPainter(self), self.rect(), self.palette(), chosen=False, focused=False)
