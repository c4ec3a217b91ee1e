"""What holds texts below each other and is as tall as they need at its width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from hsct_aid.ui import theme


class Flowing(QWidget):
    """Its hints are guesses: true ones would lay every text inside at two more widths, which nobody sees."""

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), theme.em(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 12), 0)
