"""A box for a passphrase: hidden until the person wants to see it. Pasting is welcome, and nothing is counted."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hsct_aid.storage.passphrase import LONGEST
from hsct_aid.ui import theme
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.in_sight import bring_into_sight
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import OneLine, label_of


class Secret(QWidget):
    """A named box and the button that shows what is in it. ``entered`` comes with the Return key.

    ``told`` says under the box what is wrong with it, until one types on.
    """

    entered = Signal()

    def __init__(self, name: str, *, key: str) -> None:
        super().__init__()
        self.box = OneLine(name, key=key, limit=LONGEST, width=36)
        self.told = Room(self.box)
        self._show = Button(
            _("Show what I type"), key=f"{key}.show", name=_("Show what I type: {name}").format(name=name)
        )
        self._show.setCheckable(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        for widget in (label_of(self.box), self.box, self.told, self._show):
            rows.addWidget(widget)
        self.box.returnPressed.connect(self.entered)
        self._show.toggled.connect(self._look)
        self._look(shown=False)

    def words(self) -> str:
        """What is in the box."""
        return self.box.text()

    def refuse(self, words: str) -> None:
        """Say what is wrong with what was typed, and put the cursor there."""
        self.told.tell(words)
        self.box.setFocus()
        bring_into_sight(self.told)

    def clear(self) -> None:
        """Empty the box and hide what will be typed."""
        self.box.clear()
        self._show.setChecked(False)

    def _look(self, shown: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
