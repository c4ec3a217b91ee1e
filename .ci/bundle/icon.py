"""Draws the icon as Windows and macOS want it, from the one drawing of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPainter


def draw(drawing: Path, made: Path, pixels: int) -> Path:
    """Write ``drawing`` (SVG) to ``made`` (.ico, .icns or .png), ``pixels`` wide and high. Raises OSError."""
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QIcon(str(drawing)).paint(painter, image.rect())
    painter.end()
    made.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(made)):
        raise OSError(f"the icon could not be written to {made}")
    return made
