"""One of many in a list that drops down, for narrowing a list; an answer of the record is never asked for so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from hsct_aid.domain.aid import Choice
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named


class _Tall(QStyledItemDelegate):
    """Lines that a shaky hand can hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(theme.TARGET, size.height()))


class Pick(QComboBox):
    """``choices`` to pick one of; ``chosen`` is the id of what is picked."""

    def __init__(self, name: str, choices: Sequence[Choice], *, key: str) -> None:
        super().__init__()
        for choice in choices:
            self.addItem(choice.label, choice.id)
        self.setItemDelegate(_Tall(self))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self, name, key=key)

    @property
    def chosen(self) -> str:
        """The id of what is picked."""
        return str(self.currentData())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme.em(self, 0.6), max(theme.TARGET, hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 14), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # the page scrolls; what is picked never changes under a passing wheel
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        drawing.outline(painter, self.rect(), self.palette())
        if self.hasFocus():
            drawing.focus_ring(painter, self.rect(), self.palette())
