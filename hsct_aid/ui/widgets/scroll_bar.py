"""A scroll bar that a shaky hand can hold: wide, and a plain handle as clear as any outline."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from hsct_aid.ui import drawing
from hsct_aid.ui.widgets.access import named

BAR_WIDTH = 22
_END, _LEAST = 14, 26
"""Fusion's arrows at both ends, which are not drawn here, and its shortest handle: what a click takes for it."""


class ScrollBar(QScrollBar):
    """Drawn here and not by a style of our own: Qt would ask that for thousands of sizes whenever a page turns."""

    def handle(self) -> QRect:
        """Where Fusion takes the handle to be."""
        is_upright = self.orientation() == Qt.Orientation.Vertical
        room = (self.height() if is_upright else self.width()) - 2 * _END
        span, page = self.maximum() - self.minimum(), self.pageStep()
        long = min(room, max(_LEAST, page * room // (span + page))) if span else room
        start = _END + ((room - long) * (self.sliderPosition() - self.minimum()) // span if span else 0)
        return QRect(0, start, self.width(), long) if is_upright else QRect(start, 0, long, self.height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        is_upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(BAR_WIDTH, hint.height()) if is_upright else QSize(hint.width(), BAR_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.maximum() == self.minimum():
            return  # there is room for all
        painter = QPainter(self)
        handle = self.handle()
        if self.orientation() == Qt.Orientation.Horizontal:
            handle = drawing.mirrored(painter, self.rect(), handle)
        drawing.scroll_handle(painter, self.rect(), handle, self.palette())


def wide_bars(area: QAbstractScrollArea) -> None:
    """Give ``area`` bars one can hold."""
    area.setVerticalScrollBar(named(ScrollBar(Qt.Orientation.Vertical), _("Scroll bar")))
    area.setHorizontalScrollBar(named(ScrollBar(Qt.Orientation.Horizontal), _("Scroll bar")))
