"""What was really painted: words that run into an edge, and words or handles too faint to see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTextEdit, QWidget

from tests.audit.contrast import EDGE, TEXT, ratio
from tests.audit.seen import Finding, called, ours

INK = 2.0
"""From this contrast on it is ink, and not the soft rim of something that ends there."""
_FRAME = 5
"""Pixels at the edge of a button that hold its frame and its focus ring."""


def words(root: QWidget) -> Iterator[Finding]:
    """Painted text ends before the edge of its widget and stands out from its ground."""
    for widget in ours(root):
        is_text = isinstance(widget, QLabel | QTextEdit | QAbstractButton)
        if not is_text or widget.size().isEmpty() or widget.hasFocus():
            continue
        frame = _FRAME if isinstance(widget, QAbstractButton) else 0
        pixels = painted(widget)[frame : widget.height() - frame or None, frame : widget.width() - frame or None]
        if not pixels.size:
            continue
        ground = _commonest(pixels)
        if at := _edge(pixels, ground):
            yield Finding("ink", f"{called(widget)} is painted up to its {at} edge")
        strongest = _strongest(pixels, ground)
        if widget.isEnabled() and 1 < strongest < TEXT:
            yield Finding("faint", f"{called(widget)} is painted at {strongest:.1f}:1")


def handles(root: QWidget) -> Iterator[Finding]:
    """The handle of every scroll bar stands out from the bar."""
    for area in ours(root):
        bar = area.verticalScrollBar() if isinstance(area, QScrollArea) else None
        if bar is not None and bar.isVisible() and bar.maximum() > bar.minimum():
            pixels = painted(bar)
            middle = pixels[:, pixels.shape[1] // 2 : pixels.shape[1] // 2 + 1]
            strongest = _strongest(middle, _colour(QColor(area.palette().window().color())))
            if strongest < EDGE:
                yield Finding("faint", f"the scroll bar of {called(area)} is painted at {strongest:.1f}:1")


def painted(widget: QWidget) -> Any:
    """The widget's picture: rows × columns of colours as whole numbers."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    bits = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return bits[:, : image.width()] & 0xFFFFFF


def _commonest(pixels: Any) -> int:
    colours, times = np.unique(pixels, return_counts=True)
    return int(colours[times.argmax()])


def _edge(pixels: Any, ground: int) -> str:
    edges = {"top": pixels[0], "bottom": pixels[-1], "left": pixels[:, 0], "right": pixels[:, -1]}
    return next((name for name, line in edges.items() if _strongest(line, ground) > INK), "")


def _strongest(pixels: Any, ground: int) -> float:
    return max(ratio(QColor(int(colour)), QColor(ground)) for colour in np.unique(pixels))


def _colour(colour: QColor) -> int:
    return colour.rgb() & 0xFFFFFF
