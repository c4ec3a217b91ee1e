"""What stands beside the pages, in their place for a while: the notes, the first start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.column import in_row
from hsct_aid.ui.widgets.heading import Heading


class Beside(QWidget):
    """A heading and, under it, what ``add`` is given. ``left`` asks to be closed, ``told`` has words for the page.

    ``open_wanted`` carries the store of the notes to open instead; ``laid_out`` comes when something moved.
    ``leads_on`` says whether Next leads from here to the page.
    """

    left = Signal()
    told = Signal(str)
    open_wanted = Signal(object)
    laid_out = Signal()
    leads_on = False

    def __init__(self, title: str) -> None:
        super().__init__()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        outer.addWidget(body, 1, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(0)
        self._rows = QVBoxLayout(body)
        margin = theme.em(self)
        self._rows.setContentsMargins(margin, theme.em(self, 0.4), margin, margin)
        self._rows.setSpacing(theme.em(self, 0.6))
        self.heading = Heading(title)
        self.add(self.heading)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` under what is there, no wider than a line of text."""
        self._rows.addLayout(in_row(widget, theme.measure(self, theme.LINE)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not any(box.isModified() and box.text() for box in self.findChildren(QLineEdit)):  # it loses no word
                self.left.emit()
        else:
            super().keyPressEvent(event)
