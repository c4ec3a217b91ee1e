"""Explains a word, a figure or a source in place, and closes again to where one was."""

from __future__ import annotations

from functools import cached_property
from gettext import gettext as _

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.column import in_row
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.on_the_way import tell_on_the_way
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.scroll_bar import wide_bars


class Explain(QWidget):
    """A panel under the page. It takes the focus when it opens and gives it back when it closes."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, _("Explanation"), key="explanation", role=QAccessible.Role.Grouping)
        self._came_from: QWidget | None = None
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @cached_property
    def prose(self) -> Prose:
        """What is explained. It and all around it is made when there is something: the first page does not wait."""
        self._title = Subheading("")
        self._area = QScrollArea()
        prose = Prose("", _("Explanation"))
        prose.asked.connect(self.asked)
        close = Button(_("Close"), key="close_explanation", name=_("Close explanation"))
        close.clicked.connect(self.close_again)
        rows = QVBoxLayout(self)
        side = theme.em(self, 0.6)
        rows.setContentsMargins(side * 2, side, side, side)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(top)
        wide_bars(self._area)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setViewport(QWidget())
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(in_row(prose, theme.measure(self, theme.LINE)))
        inside.addStretch(1)
        self._area.setWidget(holder)
        holder.setAutoFillBackground(False)
        rows.addWidget(self._area)
        return prose

    def open_with(self, title: str, html: str, most: int) -> None:
        """Show an explanation, at most ``most`` pixels high; it scrolls where it is longer."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        named(self.prose, title)
        self._title.setText(title)
        self._want(most)
        self.show()
        self.prose.show_text(html)
        needed = self.prose.heightForWidth(self.prose.width()) + self.height() - self._area.viewport().height()
        self._want(min(most, needed + theme.em(self, 0.5)))
        self._area.verticalScrollBar().setValue(0)
        tell_on_the_way(self)
        self.prose.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def hasHeightForWidth(self) -> bool:
        return False  # or what is inside would say how high it is

    def _want(self, height: int) -> None:
        """So high if there is room: a failed save that is told above takes some of it."""
        self._wanted = height
        self.updateGeometry()

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            self.prose.setMaximumWidth(theme.measure(self, theme.LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.callout_ground(QPainter(self), self.rect(), self.palette(), care=False)
