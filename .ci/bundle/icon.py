"""Draws the icon as Windows and macOS want it, in all the sizes they show, from the one drawing of it."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QIcon, QImage, QPainter

WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels in the list of files, the task bar and the start menu, at the scales of common screens."""
MACOS = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024}
"""Pixels by the kind of entry: https://en.wikipedia.org/wiki/Apple_Icon_Image_format. 11 to 14 are for fine screens."""


def draw(drawing: Path, made: Path) -> Path:
    """Write ``drawing`` (SVG) to ``made``, a name that ends in .ico or .icns. Raises OSError."""
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(ico(drawing) if made.suffix == ".ico" else icns(drawing))
    return made


def ico(drawing: Path) -> bytes:
    """The icon of Windows: a table of sizes, and a PNG for each. Raises OSError."""
    pictures = [png(drawing, pixels) for pixels in WINDOWS]
    table, at = struct.pack("<3H", 0, 1, len(WINDOWS)), 6 + 16 * len(WINDOWS)
    for pixels, picture in zip(WINDOWS, pictures, strict=True):
        side = pixels % 256  # 0 stands for 256
        table += struct.pack("<4B2H2L", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return table + b"".join(pictures)


def icns(drawing: Path) -> bytes:
    """The icon of macOS: one PNG after the other, each with its kind and length. Raises OSError."""
    entries = b""
    for kind, pixels in MACOS.items():
        picture = png(drawing, pixels)
        entries += kind + struct.pack(">L", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">L", 8 + len(entries)) + entries


def png(drawing: Path, pixels: int) -> bytes:
    """``drawing``, so many pixels wide and high, as PNG. Raises OSError."""
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QIcon(str(drawing)).paint(painter, image.rect())
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(written, "PNG"):  # type: ignore[call-overload]  # its stub says bytes, which it refuses
        raise OSError(f"the icon could not be drawn from {drawing}")
    return bytes(written.data().data())
