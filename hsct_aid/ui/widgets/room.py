"""Says under a box that it is full, and stops saying so once there is room again."""

from __future__ import annotations

from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.widgets.typed import OneLine, Text


class Room(Told):
    """The line that belongs under ``box``."""

    def __init__(self, box: OneLine | Text) -> None:
        super().__init__(key=f"{box.objectName()}.room")
        box.typed.connect(self._clear)
        box.overfull.connect(self.tell)

    def _clear(self) -> None:
        self.tell("")
