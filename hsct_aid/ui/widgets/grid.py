"""A table of words that turns into cards where its columns would get too narrow to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLine, QRect, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.column import in_row, put
from hsct_aid.ui.widgets.flowing import Flowing
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


class Grid(Flowing):
    """Rows × columns of rich text; ``asked`` carries a link that was chosen in a cell."""

    asked = Signal(str)

    def __init__(self, heading: str, columns: Sequence[str], rows: Sequence[GridRow], corner: str = "") -> None:
        super().__init__()
        self._columns, self._table, self._corner = columns, rows, corner
        self._inside: _Ruled | _Cards | None = None
        self._wide: bool | None = None
        self._made = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        named(self, heading, role=QAccessible.Role.Grouping)
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)

    def make_row(self, width: int) -> None:
        """Make the next row ahead, for a table that will be about as wide as that."""
        if self._wide is None:
            self._begin(wide=self.is_wide(width))
        if self._made < len(self._table):
            self._add_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.updatesEnabled():  # not while a picture of the window is taken: cells made then are never painted
            self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide, rows = self.is_wide(self.width()), self._made or len(self._table)  # what is made in parts goes on so
        if wide != self._wide:
            self._begin(wide=wide)
        while self._made < rows:
            self._add_row()

    def is_wide(self, width: int) -> bool:
        """Whether it is a table where there is so much room, not cards."""
        return width >= theme.measure(self, NARROWEST) * (len(self._columns) + 1)

    def _begin(self, *, wide: bool) -> None:
        self._wide, self._made = wide, 0
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        names = [Wrapped(column, bold=True) for column in (self._corner, *self._columns)]
        self._inside = _Ruled(names) if wide else _Cards()
        put(self._holder, self._inside)

    def _add_row(self) -> None:
        assert self._inside is not None
        self._inside.add(self._cells(self._made) if self._wide else [self._as_card(self._made)])
        self._made += 1

    def _cells(self, number: int) -> list[QWidget]:
        name, cells = self._table[number]
        words = _plain(name)
        first = self._prose(f"<b>{name}</b>", words) if "<a " in name else Wrapped(words, bold=True)
        named_cells = zip(self._columns, cells, strict=True)
        return [first, *(self._prose(f'<div class="cell">{cell}</div>', f"{words}: {of}") for of, cell in named_cells)]

    def _as_card(self, number: int) -> QWidget:
        if len(self._table) * len(self._columns) <= FEW:
            return self._card(number)
        return Fold(_plain(self._table[number][0]), "", partial(self._card, number), key=f"row.{number}")

    def _card(self, number: int) -> QWidget:
        name, cells = self._table[number]
        parts = [f"<p><b>{name}</b></p>"]
        for column, cell in zip(self._columns, cells, strict=True):
            parts.append(f"<p><b>{column}</b><br>{cell}</p>" if column else f"<p>{cell}</p>")
        card = Framed("".join(parts), _plain(name))
        card.prose.asked.connect(self.asked)
        return card

    def _prose(self, html: str, name: str) -> Prose:
        cell = Prose(html, name, self._inside)
        cell.asked.connect(self.asked)
        return cell


class _Cards(Flowing):
    """Each row a card of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)

    def add(self, cards: Sequence[QWidget]) -> None:
        """Put cards under the others."""
        for card in cards:
            self._rows.addLayout(in_row(card, theme.measure(self, theme.LINE)))


class _Ruled(Flowing):
    """Cells in columns of one width, with a line between their rows, so that the eye keeps the row."""

    # No QGridLayout: it asks every cell for its height at five widths.

    def __init__(self, names: Sequence[QWidget]) -> None:
        super().__init__()
        self._rows: list[Sequence[QWidget]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(names)

    def add(self, cells: Sequence[QWidget]) -> None:
        """Put a row under the others."""
        self._rows.append(cells)
        for cell in cells:
            cell.setParent(self)
            if self.isVisible():
                cell.show()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        column = self._column(width)
        return sum(_height(row, column) + theme.GAP for row in self._rows) - theme.GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        column, top = self._column(self.width()), 0
        for number, row in enumerate(self._rows):
            height = _height(row, column)
            for place, cell in enumerate(row):
                own = cell.heightForWidth(column)
                sits = top + height - own if number == 0 else top  # the names of the columns stand on their line
                box = QRect(place * (column + theme.GAP), sits, column, own)
                cell.setGeometry(drawing.placed(self.layoutDirection(), self.rect(), box))
            top += height + theme.GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, column, y = QPainter(self), self._column(self.width()), -theme.GAP // 2
        for number, row in enumerate(self._rows[:-1]):
            y += _height(row, column) + theme.GAP
            drawing.rule(painter, QLine(0, y, self.width(), y), self.palette(), heavy=number == 0)

    def _column(self, width: int) -> int:
        return max(1, (width - theme.GAP * (len(self._rows[0]) - 1)) // len(self._rows[0]))


def _height(row: Iterable[QWidget], column: int) -> int:
    """How tall the tallest cell of a row is in a column of this width."""
    return max(cell.heightForWidth(column) for cell in row)


def _plain(html: str) -> str:
    """The words of ``html`` as one line, without the marks of sources."""
    without = re.sub(r'<a class="source".*?</a>', "", html)
    return " ".join(QTextDocumentFragment.fromHtml(without).toPlainText().split())
