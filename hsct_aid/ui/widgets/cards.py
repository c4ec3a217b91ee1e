"""A card: something the person wrote or chose, with buttons that act on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.heading import Wrapped


class Card(Flowing):
    """A framed text with a softer line under it. Each button tells its slot the card's ``key``."""

    pressed = Signal(str)

    def __init__(self, text: str, note: str, *, key: str) -> None:
        super().__init__()
        self._key, self._text = key, text
        self._slots: dict[str, Callable[[str], None]] = {}
        named(self, text, note, key=f"card.{key}", role=QAccessible.Role.Grouping)
        self._rows = QVBoxLayout(self)
        side = theme.em(self, 0.5)
        self._rows.setContentsMargins(side, side, side, side)
        self._rows.setSpacing(theme.GAP)
        self._rows.addWidget(Wrapped(text))
        self._soft = Wrapped()
        self._soft.setPalette(theme.quiet(self._soft.palette()))
        self._rows.addWidget(self._soft)
        self.show_note(note)
        self._more = QWidget()
        self._more.hide()
        self._added = QVBoxLayout(self._more)
        self._added.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._more)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        self._rows.addWidget(self._buttons)

    def show_note(self, note: str) -> None:
        """Change the softer line."""
        self._soft.setText(note)
        self._soft.setVisible(bool(note))
        self.setAccessibleDescription(note)

    def offer(self, words: str, slot: Callable[[str], None], *, enabled: bool = True) -> None:
        """Add a button that calls ``slot`` with the card's key."""
        button = Button(words, key=f"{self._key}.{len(self._slots)}", name=f"{words}: {self._text}")
        button.setEnabled(enabled)
        self._slots[button.objectName()] = slot
        button.clicked.connect(self._press)
        self._flow.addWidget(button)

    def add(self, widget: QWidget) -> None:
        """Put a widget above the buttons."""
        self._added.addWidget(widget)
        self._more.show()

    def _press(self) -> None:
        self._slots[self.sender().objectName()](self._key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.answer_frame(QPainter(self), self.rect(), self.palette(), chosen=False, focused=False)
