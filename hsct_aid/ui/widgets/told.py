"""A line that says how something went, in place and aloud."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hsct_aid.ui.widgets.access import named, say
from hsct_aid.ui.widgets.heading import Wrapped


class Told(Wrapped):
    """Empty and out of the way until there is something to tell; ``told`` comes with every change of its words."""

    told = Signal()

    def __init__(self, *, key: str, bold: bool = False) -> None:
        super().__init__(bold=bold)
        named(self, "", key=key)
        self.hide()

    def tell(self, words: str) -> None:
        """Say this; nothing is shown where there are no words."""
        self.setText(words)
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        if words:
            say(self)
        self.told.emit()
