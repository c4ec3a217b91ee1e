"""A table of words that turns into cards where its columns would get too narrow to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLine, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextDocumentFragment
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.column import in_row
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.prose import Prose

NARROWEST = 17
"""Characters a column needs; below it each row becomes a card."""
FEW = 12
"""So many cells are shown at once as cards; in larger tables the cards are titles that open."""

GridRow = tuple[str, Sequence[str]]
"""The name of a row and its cells, all as rich text."""


class Grid(QWidget):
    """Rows × columns of rich text; ``asked`` carries a link that was chosen in a cell."""

    asked = Signal(str)

    def __init__(self, heading: str, columns: Sequence[str], rows: Sequence[GridRow], corner: str = "") -> None:
        super().__init__()
        self._columns, self._table, self._corner = columns, rows, corner
        self._inside: QWidget | None = None
        self._wide: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        named(self, heading, role=QAccessible.Role.Grouping)
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.updatesEnabled():  # not while a picture of the window is taken: cells made then are never painted
            self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide = self.width() >= theme.measure(self, NARROWEST) * (len(self._columns) + 1)
        if wide == self._wide:
            return
        self._wide = wide
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._as_table() if wide else self._as_cards()
        self._holder.addWidget(self._inside)
        self._inside.show()

    def _as_table(self) -> QWidget:
        inside = _Ruled()
        for place, column in enumerate((self._corner, *self._columns)):
            inside.cells.addWidget(Wrapped(column, bold=True), 0, place, Qt.AlignmentFlag.AlignBottom)
            inside.cells.setColumnStretch(place, 1)
        for down, (name, cells) in enumerate(self._table, 1):
            first = self._prose(f"<b>{name}</b>", _plain(name)) if "<a " in name else Wrapped(_plain(name), bold=True)
            inside.cells.addWidget(first, down, 0, Qt.AlignmentFlag.AlignTop)
            for place, cell in enumerate(cells, 1):
                words = self._prose(f'<div class="cell">{cell}</div>', f"{_plain(name)}: {self._columns[place - 1]}")
                inside.cells.addWidget(words, down, place, Qt.AlignmentFlag.AlignTop)
        return inside

    def _as_cards(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        for number, (name, _cells) in enumerate(self._table):
            if len(self._table) * len(self._columns) <= FEW:
                card: QWidget = self._card(number)
            else:
                card = Fold(_plain(name), "", partial(self._card, number), key=f"row.{number}")
            rows.addLayout(in_row(card, theme.measure(self, theme.LINE)))
        return inside

    def _card(self, number: int) -> QWidget:
        name, cells = self._table[number]
        parts = [f"<p><b>{name}</b></p>"]
        for column, cell in zip(self._columns, cells, strict=True):
            parts.append(f"<p><b>{column}</b><br>{cell}</p>" if column else f"<p>{cell}</p>")
        card = Framed("".join(parts), _plain(name))
        card.prose.asked.connect(self.asked)
        return card

    def _prose(self, html: str, name: str) -> Prose:
        cell = Prose(html, name)
        cell.asked.connect(self.asked)
        return cell


class _Ruled(QWidget):
    """Cells in rows with a line between them, so that the eye keeps the row."""

    def __init__(self) -> None:
        super().__init__()
        self.cells = QGridLayout(self)
        self.cells.setContentsMargins(0, 0, 0, 0)
        self.cells.setSpacing(theme.GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row in range(1, self.cells.rowCount()):
            if (first := self.cells.itemAtPosition(row, 0)) is not None:
                y = first.geometry().top() - self.cells.spacing() // 2
                drawing.rule(painter, QLine(0, y, self.width(), y), self.palette(), heavy=row == 1)


def _plain(html: str) -> str:
    """The words of ``html`` as one line, without the marks of sources."""
    without = re.sub(r'<a class="source".*?</a>', "", html)
    return " ".join(QTextDocumentFragment.fromHtml(without).toPlainText().split())
