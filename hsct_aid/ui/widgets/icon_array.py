"""A still picture of a count: one figure for each person, in blocks of 100, filled from the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.domain.crowd import Crowd
from hsct_aid.domain.estimate import Base
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.prose import Prose, person_side


class IconArray(QWidget):
    """100 or 1,000 people; what each sign stands for, the legend below says. It reads the same in black and white."""

    def __init__(self, people: Crowd, words: str) -> None:
        super().__init__()
        self._people = people
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        named(self, words, role=QAccessible.Role.Graphic)

    def sizeHint(self) -> QSize:
        return drawing.crowd_size(self._people.base, person_side(self, self._people.base))

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.crowd(QPainter(self), self._people, person_side(self, self._people.base), self.palette())


class Pictured(QWidget):
    """An icon array with its words below it: the same fact twice, both framings, and where it comes from."""

    def __init__(self, people: Crowd, words: str, label: str, html: str) -> None:
        super().__init__()
        self.prose = Prose(html, label)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        rows.addWidget(IconArray(people, f"{label}: {words}"))
        rows.addWidget(Wrapped(label, bold=True))
        rows.addWidget(self.prose)
        rows.addStretch(1)


class Pictures(QWidget):
    """Pictures on one denominator beside each other, as many in a row as there is room for."""

    asked = Signal(str)

    def __init__(self, pictured: Sequence[Pictured], base: Base) -> None:
        super().__init__()
        self._pictured, self._base = pictured, base
        self._across = 0
        self._cells = QGridLayout(self)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(theme.em(self))
        for picture in pictured:
            picture.prose.asked.connect(self.asked)
        self._lay(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        crowd = drawing.crowd_size(self._base, person_side(self, self._base)).width()
        widest = max(crowd, theme.measure(self, 24)) + theme.em(self)
        self._lay(max(1, min(len(self._pictured), event.size().width() // widest)))

    def _lay(self, across: int) -> None:
        if across == self._across:
            return
        for place in range(self._across):
            self._cells.setColumnStretch(place, 0)
        self._across = across
        for number, picture in enumerate(self._pictured):
            self._cells.addWidget(picture, number // across, number % across, Qt.AlignmentFlag.AlignTop)
            self._cells.setColumnStretch(number % across, 1)
