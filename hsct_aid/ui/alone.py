"""A page with a window of its own, before there are notes to show: the passphrase, a folder that cannot be used."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.beside import Beside
from hsct_aid.ui.widgets.scroll_bar import wide_bars


class Alone(QWidget):
    """A heading and what is added to ``page``, in a window that scrolls where the text is large."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.page = Beside(title)
        self.setWindowTitle(title)
        area = QScrollArea()
        wide_bars(area)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.resize(theme.opening_size(self))

    def begin_at(self, part: QWidget) -> None:
        """Put the keyboard there as soon as the window stands."""
        QTimer.singleShot(0, part, part.setFocus)

    def stay(self) -> None:
        """Show the window until it is closed."""
        self.show()
        QApplication.exec()
        self.deleteLater()
