"""A table of words that turns into cards where its columns would get too narrow to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.access import named, with_role
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.prose import Prose

NARROWEST = 18
"""Characters a column needs; below it each row becomes a card."""


class Grid(QWidget):
    """Rows × columns of rich text; ``asked`` carries a link that was chosen in a cell."""

    asked = Signal(str)

    def __init__(self, heading: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__()
        self._columns, self._rows = columns, rows
        self._wide: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        with_role(named(self, heading), QAccessible.Role.Grouping)
        self._cells = QGridLayout(self)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(theme.GAP)
        self._lay(wide=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = theme.measure(self, NARROWEST) * (len(self._columns) + 1)
        self._lay(wide=event.size().width() >= needed)

    def _lay(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        while (item := self._cells.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if wide:
            self._lay_table()
        else:
            self._lay_cards()

    def _lay_table(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for place, column in enumerate(self._columns, 1):
            self._cells.addWidget(Wrapped(column, bold=True), 0, place, Qt.AlignmentFlag.AlignBottom)
            self._cells.setColumnStretch(place, 1)
        for down, (name, cells) in enumerate(self._rows, 1):
            self._cells.addWidget(Wrapped(name, bold=True), down, 0, top)
            for place, cell in enumerate(cells, 1):
                self._cells.addWidget(self._cell(cell, f"{name}: {self._columns[place - 1]}"), down, place, top)

    def _lay_cards(self) -> None:
        down = 0
        for name, cells in self._rows:
            self._cells.addWidget(Subheading(name), down, 0)
            down += 1
            for column, cell in zip(self._columns, cells, strict=True):
                html = f"<b>{column}</b><br>{cell}" if column else cell
                self._cells.addWidget(self._cell(html, f"{name}: {column}"), down, 0)
                down += 1

    def _cell(self, html: str, name: str) -> Prose:
        cell = Prose(html, name)
        cell.asked.connect(self.asked)
        cell.show()
        return cell
