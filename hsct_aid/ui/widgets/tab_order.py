"""The way the Tab key takes: as the eye reads, set anew at each turn of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_tab_order(parts: Iterable[QWidget]) -> None:
    """Chain everything that takes the focus in ``parts``, in this order; inside a part in the order it was laid out."""
    chain: list[QWidget] = []
    for part in parts:
        chain += [widget for widget in _stops(part) if widget not in chain]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget
