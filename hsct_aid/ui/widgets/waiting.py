"""Says that something is being made, once that takes long, and offers to drop it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.access import named, say
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped


class Waiting(QWidget):
    """Not there until ``work`` is slow, and gone when it is over."""

    def __init__(self, work: Rendering[Any], words: str, cancel: str, *, key: str) -> None:
        super().__init__()
        self._told = named(Wrapped(words), words, key=f"{key}.waiting")
        button = Button(cancel, key=f"{key}.cancel")
        button.clicked.connect(work.drop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        rows.addWidget(self._told)
        rows.addWidget(button)
        work.slow.connect(self._show)
        work.over.connect(self.hide)
        self.hide()

    def _show(self) -> None:
        self.show()
        say(self._told)
