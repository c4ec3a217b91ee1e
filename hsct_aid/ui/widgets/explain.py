"""Explains a word, a figure or a source in place, and closes again to where one was."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.access import named, with_role
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.prose import Prose


class Explain(QWidget):
    """A panel under the page. It takes the focus when it opens and gives it back when it closes."""

    def __init__(self) -> None:
        super().__init__()
        with_role(named(self, _("Explanation"), key="explanation"), QAccessible.Role.Grouping)
        self._came_from: QWidget | None = None
        self._title = Subheading("")
        self.prose = Prose("", _("Explanation"))
        close = Button(_("Close explanation"), key="close_explanation")
        close.clicked.connect(self.close_again)
        rows = QVBoxLayout(self)
        side = theme.em(self, 0.6)
        rows.setContentsMargins(side * 2, side, side, side)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(top)
        rows.addWidget(self.prose)
        self.hide()

    def open_with(self, title: str, html: str) -> None:
        """Show an explanation."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._title.setText(title)
        named(self.prose, title)
        self.prose.show_text(html)
        self.show()
        self.prose.setFocus()

    def close_again(self) -> None:
        """Close, and put the focus back where it was."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme.callout_ground(QPainter(self), self.rect(), self.palette(), care=False)
