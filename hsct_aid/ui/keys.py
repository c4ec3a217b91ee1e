"""The keys that work everywhere in the window. The help names them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QShortcut

from hsct_aid.ui.widgets import by_hand

if TYPE_CHECKING:
    from hsct_aid.ui.window import Window


def bind(window: Window) -> None:
    """Let the keys turn pages, take answers back, change the size of the text, help, and leave."""
    standard = QKeySequence.StandardKey
    for keys, slot in (
        ("Alt+Right", window.turn_next), ("Alt+Left", window.turn_back),
        (standard.Undo, window.session.undo), (standard.Redo, window.session.redo),
        (standard.ZoomIn, window.top.larger), (standard.ZoomOut, window.top.smaller),
        (standard.HelpContents, partial(window.explain.explain, "help:keys")),
    ):  # fmt: skip
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(partial(by_hand.note, by_hand=False))
        shortcut.activated.connect(slot)
    leave = QAction(window, shortcut=QKeySequence(standard.Quit))
    leave.triggered.connect(window.close)
    window.addAction(leave)
