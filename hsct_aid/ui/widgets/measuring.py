"""How tall everything on a page will be, worked out one by one: a key has to wait for no more than one of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QBoxLayout, QWidget


def height_of(part: QWidget, across: int) -> int:
    """How tall ``part`` is where there is so much room across."""
    width = min(across, part.maximumWidth())
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def measured(part: QWidget, width: int) -> Iterator[QWidget]:
    """``part`` and all that it holds, each once it knows how tall it is where ``part`` is so wide.

    From the inside out: what holds others asks them, and remembers the answer. So not before all is made: while it is
    hidden, Qt tells what holds it of no change.
    """
    layout = part.layout()
    if isinstance(layout, QBoxLayout):
        margins = layout.contentsMargins()
        across = width - margins.left() - margins.right()
        for inner in part.children():
            if isinstance(inner, QWidget) and not inner.isHidden():
                yield from measured(inner, min(across, inner.maximumWidth()))
    part.heightForWidth(width)
    yield part
