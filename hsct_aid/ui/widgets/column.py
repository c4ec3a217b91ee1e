"""Widgets under each other, some of them added while the page is on screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.flowing import Flowing

Soon = Callable[[Callable[[], object]], object]
"""Who makes a part: a page that is made ahead makes one of a long list at a time."""


def now(part: Callable[[], object]) -> None:
    """Make ``part`` here and now: it is on screen already."""
    part()


def column(list_name: str = "") -> tuple[QWidget, QVBoxLayout]:
    """A holder for widgets under each other, and its rows; with a name it is heard as a list of what groups there."""
    holder = Flowing()
    if list_name:
        named(holder, list_name, role=QAccessible.Role.List)
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.GAP)
    return holder, rows


def put(layout: QVBoxLayout, widget: QWidget, *, widest: int = 0) -> None:
    """Add ``widget`` to what may be on screen already, so that it can take the focus at once.

    It gets no wider than ``widest`` pixels, where that is given.
    """
    if widest:
        layout.addLayout(in_row(widget, widest))
    else:
        layout.addWidget(widget)
    holder = layout.parentWidget()
    if holder is not None and holder.isVisible():  # else Qt would lay it out here and now, as wide as it happens to be
        widget.show()


def in_row(widget: QWidget, widest: int) -> QHBoxLayout:
    """A row for ``widget``, to be put into a column; it gets no wider than ``widest`` pixels."""
    # a column works out heights for its whole width; a row knows how wide the widget may get
    widget.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout``."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
