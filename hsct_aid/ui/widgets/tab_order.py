"""The way the Tab key takes: as the eye reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

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


def stop_after(parts: Iterable[QWidget], at: QWidget | None, *, forward: bool) -> QWidget | None:
    """What the Tab key leads to from ``at``: through ``parts`` in this order, inside a part as it is laid out, round.

    Worked out when the key is pressed: to chain all widgets after each other at every page turn took 10 ms and more.
    """
    chain = [stop for part in parts for stop in _stops(part)]
    while at is not None and at not in chain:
        at = at.parentWidget()
    begin = chain.index(at) + 1 if at is not None else 0
    onward = chain[begin:] + chain[: max(0, begin - 1)]
    if not forward:
        onward = chain[: max(0, begin - 1)][::-1] + chain[begin:][::-1]
    return next((stop for stop in onward if stop.focusPolicy() & Qt.FocusPolicy.TabFocus), None)


def _stops(part: QWidget) -> Iterator[QWidget]:
    if not part.isVisible():
        return
    # of radio buttons only the picked one is a stop, but one can be at another
    can_be = part.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(part, QRadioButton)
    if can_be and part.isEnabled() and part.focusProxy() is None:
        yield part
    for child in inside(part):
        if not child.isWindow():
            yield from _stops(child)


def inside(part: QWidget) -> Iterator[QWidget]:
    """The widgets right inside ``part`` in the order in which they are laid out, and those that stand loose."""
    if isinstance(part, QScrollArea):
        yield from filter(None, [part.widget()])
    elif not isinstance(part, _WHOLE):
        widgets, layout = [child for child in part.children() if isinstance(child, QWidget)], part.layout()
        placed = list(_laid_out(layout, widgets)) if layout is not None else []
        yield from placed
        known = set(placed)
        yield from (child for child in widgets if child not in known)


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """In the order of their places.

    No item of a layout is asked for: PySide remembers it by its address as long as that layout lives, and takes a new
    item made there for it. A row of our own (``flow.py``) then loses that item with the old layout.
    """
    parts: list[QWidget | QLayout] = [*widgets, *(child for child in layout.children() if isinstance(child, QLayout))]
    placed = [(place, part) for part in parts if (place := layout.indexOf(part)) >= 0]
    for _place, part in sorted(placed, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, widgets)
        else:
            yield part
