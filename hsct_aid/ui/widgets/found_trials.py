"""The trials of a fresh list, one under the other, each with its status and the day of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hsct_aid.domain.availability import status_words
from hsct_aid.domain.fresh_list import FoundTrial, as_trial
from hsct_aid.report.fresh_list import kind_name
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.scroll_bar import wide_bars

Index = QModelIndex | QPersistentModelIndex
_BATCH = 16
"""Rows that are laid out at once: the rest follow while the first are already seen."""
_NOTE = Qt.ItemDataRole.UserRole


class Trials(QAbstractListModel):
    """Found trials as rows: the title, under it status, where and the address of the record."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: Sequence[FoundTrial] = ()

    def show_trials(self, rows: Sequence[FoundTrial]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def trial(self, index: Index) -> FoundTrial | None:
        """The trial in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.trial(index)
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role in (_NOTE, Qt.ItemDataRole.AccessibleDescriptionRole):
            kind = "" if found.kind == "trial" else kind_name(found.kind)
            said = (kind, status_words(as_trial(found), self._today), ", ".join(found.countries), found.address)
            return " · ".join(filter(None, said))
        return None


class _Row(QStyledItemDelegate):
    """A frame with the title in bold and the note under it; both wrap."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        title, note = _rooms(view, QRect(0, 0, width, 0), index)
        return QSize(width, max(theme.TARGET, title.height() + note.height() + theme.em(view, 0.7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        rect: QRect = option.rect
        palette: QPalette = view.palette()
        # the option would say it, in one of the 570 names of QStyle: Python takes 10 ms to meet them
        is_chosen = view.selectionModel().isSelected(index)
        is_current = view.hasFocus() and view.currentIndex() == index
        painter.save()
        drawing.answer_frame(painter, rect, palette, chosen=is_chosen, focused=is_current)
        title, note = _rooms(view, rect, index)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(_bold(view))
        painter.drawText(title, Qt.TextFlag.TextWordWrap, str(index.data()))
        painter.setFont(view.font())
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(note, Qt.TextFlag.TextWordWrap, str(index.data(_NOTE)))
        painter.restore()


def _rooms(view: QListView, rect: QRect, index: Index) -> tuple[QRect, QRect]:
    """Where the title and the note stand in a row that begins at the top of ``rect``."""
    side, top = theme.em(view, 0.5), theme.em(view, 0.35)
    room = QRect(rect.left() + side, rect.top() + top, max(1, rect.width() - 2 * side), 100_000)
    texts = ((_bold(view), str(index.data())), (view.font(), str(index.data(_NOTE))))
    title, note = (
        QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for font, text in texts
    )
    first = QRect(room.left(), room.top(), room.width(), title)
    return first, QRect(room.left(), first.bottom() + 1, room.width(), note)


def _bold(view: QListView) -> QFont:
    return theme.scaled(view.font(), 1.0, bold=True)


class FoundTrials(QListView):
    """A list to look through by keys or mouse; ``chosen`` carries the FoundTrial one is at, or None."""

    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._trials = Trials(today, self)
        self.setModel(self._trials)
        self.setItemDelegate(_Row(self))
        wide_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(0)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setWordWrap(True)  # or Qt keeps the rows where they stood when the list gets wider or narrower
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        named(self, _("Trials that were found"), key="trials.found")

    def show_trials(self, rows: Sequence[FoundTrial]) -> None:
        """Show these; the first is not chosen."""
        self._trials.show_trials(rows)
        self.chosen.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._trials.trial(current))

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), theme.em(self, 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 16), theme.em(self, 12))
