"""Shows the parts of a page one at a time, with a button to the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Wrapped


class OneAtATime(QWidget):
    """``turned`` says which part is wanted (from 0); the page fills ``body``. ``words`` tells where one is."""

    turned = Signal(int)

    def __init__(self, words: str, before: str, after: str, *, key: str) -> None:
        super().__init__()
        self._words, self._at = words, 0
        self._where = Wrapped()
        self._before = Button(before, key=f"{key}.before")
        self._after = Button(after, key=f"{key}.after")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.em(self, 0.6))
        rows.setSpacing(theme.GAP)
        rows.addWidget(self._where)
        # a widget of its own: assistive technology reads what is put into it later before the buttons too
        part = QWidget()
        self.body = QVBoxLayout(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(part)
        holder = QWidget()
        buttons = Flow(holder)
        buttons.addWidget(self._before)
        buttons.addWidget(self._after)
        rows.addWidget(holder)
        self._before.clicked.connect(self._turn_back)
        self._after.clicked.connect(self._turn_on)

    def show_part(self, at: int, count: int) -> None:
        """Say that part ``at`` of ``count`` is shown."""
        self._at = at
        self._where.setText(self._words.format(n=at + 1, count=count))
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at + 1 < count)

    def _turn_back(self) -> None:
        self.turned.emit(self._at - 1)

    def _turn_on(self) -> None:
        self.turned.emit(self._at + 1)
