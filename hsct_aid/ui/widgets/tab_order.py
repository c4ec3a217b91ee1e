"""The way the Tab key takes: as the eye reads, set anew whenever a page turns or grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def tab_stops(parts: Iterable[QWidget]) -> list[QWidget]:
    """Everything that takes the focus in ``parts``, in this order; inside a part as it is laid out."""
    chain: dict[QWidget, None] = {}
    for part in parts:
        chain |= dict.fromkeys(_stops(part))
    return list(chain)


def set_tab_order(chain: Iterable[QWidget]) -> None:
    """Let the Tab key go through ``chain``."""
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    for child in _inside(part):
        if not child.isWindow():
            yield from _stops(child)


def _inside(part: QWidget) -> Iterator[QWidget]:
    if isinstance(part, QScrollArea):
        yield from filter(None, [part.widget()])
    elif not isinstance(part, QAbstractScrollArea):
        if (layout := part.layout()) is not None:
            yield from _laid_out(layout)
        yield from (child for child in part.children() if isinstance(child, QWidget))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
