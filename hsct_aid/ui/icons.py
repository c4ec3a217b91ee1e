"""Drawn icons. They stand beside words and never for them, in the colours of what they stand on."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Name = Literal[
    "back",
    "next",
    "undo",
    "redo",
    "sections",
    "colours",
    "notes",
    "help",
    "aloud",
    "care",
    "note",
    "done",
    "here",
    "length",
]

_LINES: Final[dict[Name, str]] = {
    "back": "M.88,.5 L.12,.5 M.44,.18 L.12,.5 L.44,.82",
    "undo": "M.14,.36 L.6,.36 C.94,.36 .94,.84 .6,.84 L.36,.84 M.36,.14 L.14,.36 L.36,.58",
    "sections": "M.12,.22 L.88,.22 M.12,.5 L.88,.5 M.12,.78 L.88,.78",
    "colours": "O.08,.08,.84,.84 F.5,.08 C1.05,.08 1.05,.92 .5,.92",
    "notes": "M.2,.08 L.8,.08 L.8,.92 L.2,.92 L.2,.08 M.36,.34 L.64,.34 M.36,.54 L.64,.54 M.36,.74 L.54,.74",
    "help": "O.08,.08,.84,.84 M.36,.4 C.36,.2 .66,.22 .64,.42 C.62,.52 .5,.52 .5,.62 D.5,.76",
    "aloud": "F.1,.36 L.28,.36 L.52,.14 L.52,.86 L.28,.64 L.1,.64 M.66,.36 C.76,.44 .76,.56 .66,.64 "
             "M.78,.22 C.98,.38 .98,.62 .78,.78",
    "care": "M.5,.12 L.9,.86 L.1,.86 L.5,.12 M.5,.4 L.5,.6 D.5,.74",
    "done": "M.12,.54 L.4,.82 L.88,.2",
    "here": "F.24,.14 L.84,.5 L.24,.86",
    "length": "O.08,.08,.84,.84 M.5,.26 L.5,.52 L.68,.64",
    "note": "O.08,.08,.84,.84 M.5,.46 L.5,.72 D.5,.3",
}  # fmt: skip
"""Lines in a square of side 1: M moves, L draws, C bends, O is a ring, D a dot, F begins a filled shape."""
_MIRRORED: Final[dict[Name, Name]] = {"next": "back", "redo": "undo"}
_STROKE: Final = 0.1


def paint(painter: QPainter, box: QRectF, name: Name, colour: QColor) -> None:
    """Draw the icon into ``box``; one that points does so in the direction of writing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    source = _MIRRORED.get(name, name)
    points = source in ("back", "undo", "here")
    if points and (name != source) != (painter.layoutDirection() == Qt.LayoutDirection.RightToLeft):
        painter.translate(1, 0)
        painter.scale(-1, 1)
    strokes, filled = _paths(_LINES[source])
    pen = QPen(colour, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(strokes, pen)
    painter.fillPath(filled, colour)
    painter.restore()


@cache
def _paths(lines: str) -> tuple[QPainterPath, QPainterPath]:
    strokes, filled = QPainterPath(), QPainterPath()
    current = strokes
    words = lines.split()
    at = 0
    while at < len(words):
        kind, first = words[at][0], words[at][1:]
        at += 1
        numbers = [float(one) for one in first.split(",")]
        if kind in "MF":
            current = strokes if kind == "M" else filled
            current.moveTo(*numbers)
        elif kind == "L":
            current.lineTo(*numbers)
        elif kind == "C":
            bend, end = ([float(one) for one in words[at + n].split(",")] for n in (0, 1))
            current.cubicTo(QPointF(*numbers), QPointF(*bend), QPointF(*end))
            at += 2
        elif kind == "O":
            strokes.addEllipse(QRectF(*numbers))
        elif kind == "D":
            filled.addEllipse(QPointF(*numbers), _STROKE * 0.7, _STROKE * 0.7)
    return strokes, filled
