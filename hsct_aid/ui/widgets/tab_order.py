"""The way the Tab key takes: as the eye reads, set anew whenever a page turns or grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_WHOLE = QAbstractScrollArea | QLabel | QLineEdit | QComboBox
"""What holds nothing of ours. Python meets the first part that Qt made itself with 20 ms of looking at types."""


def set_tab_order(parts: Iterable[QWidget], before: Sequence[QWidget] = ()) -> list[QWidget]:
    """Chain everything that takes the focus in ``parts``, in this order; inside a part as it is laid out.

    Gives back the chain; nothing is done where it is still as ``before``.
    """
    chain = list(dict.fromkeys(stop for part in parts for stop in _stops(part)))
    if chain != list(before):
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)
    return chain


def _stops(part: QWidget) -> Iterator[QWidget]:
    # of radio buttons only the picked one is a stop, and which one that is may change
    can_be = part.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(part, QRadioButton)
    if can_be and part.focusProxy() is None:
        yield part
    for child in inside(part):
        if not child.isWindow():
            yield from _stops(child)


def inside(part: QWidget) -> Iterator[QWidget]:
    """The widgets right inside ``part`` in the order in which they are laid out, and those that stand loose."""
    if isinstance(part, QScrollArea):
        yield from filter(None, [part.widget()])
    elif not isinstance(part, _WHOLE):
        layout = part.layout()
        placed = list(_laid_out(layout)) if layout is not None else []
        yield from placed
        known = set(placed)
        yield from (child for child in part.children() if isinstance(child, QWidget) and child not in known)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
