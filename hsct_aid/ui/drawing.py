"""How frames, rings, people and milestones are painted, in the colours of a palette."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QLine, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from hsct_aid.domain.crowd import Crowd, Sign
from hsct_aid.ui import theme

_SIGN_COLOURS = {
    "none": QPalette.ColorRole.Mid, "harm": QPalette.ColorRole.BrightText, "harm_more": QPalette.ColorRole.BrightText,
}  # fmt: skip
"""The colours of people in pictures; the others have the accent."""
BLOCKS = 5
"""So many blocks of 100 people stand beside each other where there is room."""


def mirrored(painter: QPainter, whole: QRect, box: QRect) -> QRect:
    """``box`` where it stands in ``whole`` in the direction of writing: on the other side from right to left."""
    return placed(painter.layoutDirection(), whole, box)


def placed(direction: Qt.LayoutDirection, whole: QRect, box: QRect) -> QRect:
    """``box`` where it stands in ``whole`` when it is written in ``direction``."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return box
    return box.translated(whole.left() + whole.right() - box.left() - box.right(), 0)


def focus_ring(painter: QPainter, rect: QRect, chosen: QPalette) -> None:
    """The visible focus: a ring of 3 px."""
    _ring(painter, rect, chosen.color(QPalette.ColorRole.Accent), theme.FOCUS_WIDTH)


def outline(painter: QPainter, rect: QRect, chosen: QPalette) -> None:
    """The edge of something that can be pressed; Fusion's own vanishes in high contrast."""
    _ring(painter, rect, chosen.color(QPalette.ColorRole.Mid), 1)


def button(painter: QPainter, rect: QRect, chosen: QPalette, *, is_down: bool, has_ground: bool) -> None:
    """A flat button: its ground, a clear edge, darker while pressed."""
    if has_ground:
        ground = chosen.color(QPalette.ColorRole.Button)
        if is_down:
            ground = ground.darker(115)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()
    outline(painter, rect, chosen)


def rule(painter: QPainter, line: QLine, chosen: QPalette, *, heavy: bool) -> None:
    """The line under a row of a table, heavier under its head."""
    painter.setPen(QPen(chosen.color(QPalette.ColorRole.Highlight if heavy else QPalette.ColorRole.Mid), 1 + heavy))
    painter.drawLine(line)


def scroll_handle(painter: QPainter, bar: QRect, handle: QRect, chosen: QPalette) -> None:
    """A scroll bar: a plain bar, and a handle as clear as any outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chosen.color(QPalette.ColorRole.Window))
    painter.drawRect(bar)  # not fillRect, for which Python would look at every kind of gradient
    painter.setBrush(chosen.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(handle.adjusted(3, 3, -3, -3), 6, 6)
    painter.restore()


def answer_frame(painter: QPainter, rect: QRect, chosen_palette: QPalette, *, chosen: bool, focused: bool) -> None:
    """The frame of an answer one can pick: a clear edge, a heavier one when picked, a ring in focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = rect.adjusted(2, 2, -2, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QPalette.ColorRole.AlternateBase if chosen else QPalette.ColorRole.Base
    painter.setBrush(chosen_palette.color(ground))
    painter.drawRoundedRect(inside, 6, 6)
    edge = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid
    _ring(painter, inside, chosen_palette.color(edge), 2 if chosen else 1)
    if focused:
        focus_ring(painter, rect, chosen_palette)


def arrow(painter: QPainter, box: QRect, chosen: QPalette, *, down: bool) -> None:
    """A triangle in ``box``: in the direction of writing for what is closed, down for what is open."""
    onward = -1 if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    across, along = QPoint(onward * box.width() // 2, 0), QPoint(0, box.height() // 2)
    if down:
        across, along = along, QPoint(box.width() // 2, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chosen.color(QPalette.ColorRole.Highlight))
    painter.drawPolygon(
        [box.center() - along - across / 2, box.center() + along - across / 2, box.center() + across / 2]
    )


def pick_mark(painter: QPainter, box: QRect, chosen: QPalette, *, picked: bool, is_round: bool) -> None:
    """The ring or box before an answer, clear in every theme; a dot or a tick in it when it is picked."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(box).adjusted(2, 2, -2, -2)
    accent = chosen.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(accent if picked else chosen.color(QPalette.ColorRole.Mid), 2))
    painter.setBrush(chosen.color(QPalette.ColorRole.Base))
    corner = inside.width() / (2 if is_round else 8)
    painter.drawRoundedRect(inside, corner, corner)
    if picked and is_round:
        painter.setBrush(accent)
        painter.drawEllipse(inside.center(), inside.width() / 4, inside.height() / 4)
    elif picked:
        painter.setPen(QPen(accent, max(2, box.width() / 9)))
        painter.drawPolyline([_within(inside, *point) for point in ((0.22, 0.52), (0.43, 0.73), (0.8, 0.28))])


def _within(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


def callout_ground(painter: QPainter, rect: QRect, chosen: QPalette, *, care: bool) -> None:
    """The ground of a callout, with a bar at the side where its lines begin."""
    role = QPalette.ColorRole.Light if care else QPalette.ColorRole.AlternateBase
    bar = QPalette.ColorRole.Accent if care else QPalette.ColorRole.Highlight
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chosen.color(role))
    painter.drawRect(rect)
    side = mirrored(painter, rect, QRect(rect.left(), rect.top(), 6, rect.height()))
    painter.setBrush(chosen.color(bar))
    painter.drawRect(side)


def person(painter: QPainter, cell: QRectF, chosen: QPalette, sign: Sign) -> None:
    """One whole person; each sign has a shape of its own, so that it reads the same without colour.

    In outline: not counted. Filled: counted, for a harm with broad shoulders. In a filled box: one of those
    more than in the group beside.
    """
    role = _SIGN_COLOURS.get(sign, QPalette.ColorRole.Highlight)
    colour, is_boxed = chosen.color(role), sign.endswith("_more")
    if is_boxed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))
        colour, cell = chosen.color(QPalette.ColorRole.Window), cell.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(colour, max(0.8, cell.width() / 14)))
    painter.setBrush(colour if sign != "none" else Qt.BrushStyle.NoBrush)
    head, centre = cell.width() * 0.15, cell.center().x()
    painter.drawEllipse(QRectF(centre - head, cell.top() + cell.height() * 0.08, 2 * head, 2 * head))
    if sign.startswith("harm"):
        shape = ((0.03, 0.43), (0.97, 0.43), (0.55, 0.97), (0.45, 0.97))
        painter.drawPolygon([_within(cell, *corner) for corner in shape])
    else:
        body = QRectF(_within(cell, 0.25, 0.45), _within(cell, 0.75, 0.93))
        painter.drawRoundedRect(body, cell.width() * 0.18, cell.width() * 0.18)


def blocks_across(width: int, side: int) -> int:
    """How many blocks of 100 people, each in a square of ``side``, stand beside each other where there is ``width``."""
    return max(1, min(BLOCKS, (width // side + 1) // 11))


def crowd_size(of: int, side: int, across: int = BLOCKS) -> QSize:
    """The room for ``of`` people, each in a square of ``side``: blocks of 100, ``across`` beside each other."""
    blocks = of // 100
    return QSize((min(across, blocks) * 11 - 1) * side, (-(-blocks // across) * 11 - 1) * side)


def crowd(painter: QPainter, people: Crowd, side: int, chosen: QPalette, across: int = BLOCKS) -> None:
    """The people of ``people``: rows of ten, filled from the bottom of each block."""
    stamps: dict[Sign, QtGui.QImage] = {}
    for number in range(people.base):
        sign = people.sign(number)
        if sign not in stamps:
            stamps[sign] = stamp(painter.device().devicePixelRatioF(), side, chosen, sign)
        block, inside = divmod(number, 100)
        row, column = divmod(inside, 10)
        place = QPoint((block % across * 11 + column) * side, (block // across * 11 + 9 - row) * side)
        painter.drawImage(place, stamps[sign])


def crowd_picture(scale: float, side: int, chosen: QPalette, people: Crowd, across: int) -> QtGui.QImage:
    """``crowd`` for running text, as ``<img src="people:5/100/harm/2">``; the words beside it say the same."""
    size = crowd_size(people.base, side, across) * scale
    picture = QtGui.QImage(size, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(scale)
    picture.fill(0)
    painter = QPainter(picture)
    crowd(painter, people, side, chosen, across)
    painter.end()
    return picture


def stamp(scale: float, side: int, chosen: QPalette, sign: Sign) -> QtGui.QImage:
    """One person drawn once: a thousand painted anew would make the page slow."""
    image = QtGui.QImage(QSize(side, side) * scale, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    person(painter, QRectF(0, 0, side, side), chosen, sign)
    painter.end()
    return image


def milestone(  # noqa: PLR0913  # where, what and in which colours
    painter: QPainter, dot: QRect, line: QRect, number: str, chosen: QPalette, *, here: bool
) -> None:
    """A numbered dot and the line to the next one; the one that is shown is filled, the others are rings."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = chosen.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(accent, 2))
    if line.width():
        painter.drawLine(line.topLeft(), line.topRight())
    painter.setBrush(accent if here else chosen.color(QPalette.ColorRole.Base))
    painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
    painter.setPen(chosen.color(QPalette.ColorRole.HighlightedText if here else QPalette.ColorRole.Text))
    painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()


def _ring(painter: QPainter, rect: QRect, colour: QColor, width: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2  # whole pixels: half of one would be half as strong
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
    painter.restore()
