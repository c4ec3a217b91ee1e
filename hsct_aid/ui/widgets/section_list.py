"""The list "Sections": where one is, what is done, and a way to jump."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from hsct_aid.domain.aid import Section
from hsct_aid.ui import drawing, icons, theme
from hsct_aid.ui.widgets import by_hand
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.scroll_bar import wide_bars

_BEFORE_MARK = 3
"""Pixels that Fusion keeps free before an icon."""


class SectionList(QListWidget):
    """Sections with a tick where one has been; ``chosen`` carries the id of a section's first step."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ground = QWidget()  # Python would look long for the kind of the one that Qt makes
        self.setViewport(self._ground)
        self._titles: list[str] = []
        self._marks: list[icons.Name | None] = []
        self._here = 0
        wide_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(theme.GAP // 2, 0, 0, 0)
        self.setSpacing(theme.GAP // 2)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.itemSelectionChanged.connect(self._look_again)
        named(self, _("Sections"), key="sections")

    def show_sections(self, rows: list[tuple[Section, str, bool]], here: int) -> None:
        """Show sections as (section, id of its first step, done) and mark the one at ``here``."""
        marks: list[icons.Name | None] = []
        for number, (section, first, done) in enumerate(rows):
            item = self.item(number) or QListWidgetItem(self)
            words = _("{section}, done") if done else _("{section}, you are here") if number == here else "{section}"
            marks.append("done" if done else "here" if number == here else None)
            item.setText(section.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.format(section=section.title))
            item.setData(Qt.ItemDataRole.UserRole, first)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        self._here = here
        self.setCurrentRow(here)
        titles = [section.title for section, _first, _done in rows]
        if titles != self._titles:  # not at every turn of a page: Qt keeps each picture that an item ever had
            self._titles = titles
            self._fit()
        if marks != self._marks:
            self._marks = marks
            self._ground.update()

    def _fit(self) -> None:
        height, side = max(theme.TARGET, theme.em(self, 1.9)), theme.em(self, 0.6)
        room = QPixmap(side, side)  # marks stand in a column of their own, so that the titles keep theirs
        room.fill(QColor.fromRgba(0))
        words = [self.fontMetrics().horizontalAdvance(self.item(n).text()) for n in range(self.count())]
        for number in range(self.count()):
            self.item(number).setSizeHint(QSize(0, height))
            self.item(number).setData(Qt.ItemDataRole.DecorationRole, room)
        self.setFixedWidth(max(words, default=0) + theme.em(self, 2.4) + theme.GAP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        by_hand.note(by_hand=True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setCurrentRow(self._here)  # to slide off takes the press back

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCurrentRow(self._here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_hand.note(by_hand=False)
        if event.key() == Qt.Key.Key_Space and (item := self.currentItem()) is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self._ground)
        for number, name in enumerate(self._marks):
            if name is not None:
                self._draw_mark(painter, self.item(number), name)
        if self.hasFocus() and (item := self.currentItem()) is not None:
            drawing.focus_ring(painter, self.visualItemRect(item), self.palette())

    def _draw_mark(self, painter: QPainter, item: QListWidgetItem, name: icons.Name) -> None:
        whole, side = self.visualItemRect(item), theme.em(self, 0.6)
        box = QRect(whole.left() + _BEFORE_MARK, whole.top() + (whole.height() - side) // 2, side, side)
        role = QPalette.ColorRole.HighlightedText if item.isSelected() else QPalette.ColorRole.Text
        icons.paint(painter, QRectF(drawing.mirrored(painter, whole, box)), name, self.palette().color(role))

    def _look_again(self) -> None:
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        """Assistive technology selects a section and moves no cursor: keys and hands do both, and then press."""
        selected = self.selectedItems()
        if selected and selected[0] is not self.currentItem():
            self._choose(selected[0])

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
