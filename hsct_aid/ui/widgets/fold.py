"""Detail one button away: a title that opens what belongs to it, and closes it again."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named, show_open
from hsct_aid.ui.widgets.column import put
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.heading import breakable


class _Opener(QPushButton):
    """A wide button with an arrow, a title and a softer line; both wrap. No checkable one: that is told as a box."""

    turned = Signal(bool)

    def __init__(self, key: str, of: str) -> None:
        super().__init__()
        self._of = of
        self._title = self._note = ""
        self._placed: dict[int, tuple[QRect, QRect]] = {}
        self._heights: dict[int, int] = {}
        self.is_open = False
        show_open(self, is_open=False)
        self.setObjectName(key)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self.turn(is_open=not self.is_open)

    def turn(self, *, is_open: bool) -> None:
        if is_open != self.is_open:
            before, self.is_open = self._state, is_open
            show_open(self, is_open=is_open)
            self.setAccessibleDescription(self.accessibleDescription().replace(before, self._state))
            self.update()
            self.turned.emit(is_open)

    @property
    def _state(self) -> str:
        """In words too: Qt passes nothing on when something opens, but a screen reader hears of a new description."""
        return _("Open. Press to hide it.") if self.is_open else _("Press to show more.")

    def show_words(self, title: str, note: str) -> None:
        self._title, self._note = breakable(title), breakable(note)
        self._forget()
        named(self, f"{title}: {self._of}" if self._of else title, f"{note} {self._state}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            _title, note = self._rooms(width)
            self._heights[width] = max(theme.TARGET, note.bottom() + 1 + theme.em(self, 0.7))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), theme.TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 16), theme.TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing.answer_frame(painter, self.rect(), self.palette(), chosen=False, focused=self.hasFocus())
        title, note = (drawing.mirrored(painter, self.rect(), room) for room in self._rooms(self.width()))
        top = (self.height() - title.height() - note.height()) // 2
        side = theme.em(self, 0.6)
        box = QRect(theme.em(self, 0.5), top + (self.fontMetrics().height() - side) // 2, side, side)
        drawing.arrow(painter, drawing.mirrored(painter, self.rect(), box), self.palette(), down=self.is_open)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.setFont(self._bold)
        painter.drawText(title.translated(0, top), Qt.TextFlag.TextWordWrap, self._title)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(note.translated(0, top), Qt.TextFlag.TextWordWrap, self._note)

    @property
    def _bold(self) -> QFont:
        return theme.scaled(self.font(), 1.0, bold=True)

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Where the title and the note stand, from the top; worked out once for each width."""
        if width not in self._placed:
            left = theme.em(self, 1.5)
            across = max(1, width - left - theme.em(self, 0.4))
            room = QRect(0, 0, across, 100_000)
            title, note = (
                QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() if text else 0
                for font, text in ((self._bold, self._title), (self.font(), self._note))
            )
            self._placed[width] = QRect(left, 0, across, title), QRect(left, title, across, note)
        return self._placed[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._forget()

    def _forget(self) -> None:
        self._placed.clear()
        self._heights.clear()


class Fold(Flowing):
    """``make`` builds what is inside when it is first opened. Assistive technology hears whether it is open.

    ``of`` is read after the title where several titles are the same.
    """

    def __init__(self, title: str, note: str, make: Callable[[], QWidget], *, key: str, of: str = "") -> None:
        super().__init__()
        self._title, self._note, self._make = title, note, make
        self._inside: QWidget | None = None
        self._opener = _Opener(key, of)
        self._opener.show_words(title, note)
        self._opener.turned.connect(self._show_inside)
        named(self, title, role=QAccessible.Role.Grouping)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)
        self._rows.addWidget(self._opener)

    @property
    def is_open(self) -> bool:
        """Whether what is inside is shown."""
        return self._opener.is_open

    @property
    def was_opened(self) -> bool:
        """Whether what is inside was ever shown."""
        return self._inside is not None

    def open(self) -> None:
        """Show what is inside."""
        self._opener.turn(is_open=True)

    def take_focus(self) -> None:
        """Put the focus on the title."""
        self._opener.setFocus()

    def show_words(self, title: str, note: str) -> None:
        """Change the title and the line under it."""
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self._opener.show_words(title, note)

    def _show_inside(self, is_open: bool) -> None:
        if self._inside is None:
            self._inside = self._make()
            put(self._rows, self._inside)
        else:
            self._inside.setVisible(is_open)
