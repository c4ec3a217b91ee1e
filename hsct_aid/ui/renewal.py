"""Says when another copy of the aid was put in the place of the one that runs, as by an update of the system."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hsct_aid import shipped

LOOK_MS = 5000
"""How often it looks."""


def tell_of_renewal(window: QWidget, tell: Callable[[str], object]) -> QTimer:
    """Look from now on, until there is something to ``tell``, once, or ``window`` is gone."""
    began = shipped.mark()

    def look() -> None:
        if shipped.mark() != began:
            timer.stop()
            tell(
                _(
                    "The aid was updated or removed while this window was open: close it, and open the aid again. "
                    "Every answer is saved."
                )
            )

    timer = QTimer(window, interval=LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    return timer
