"""The links of a running text, in the order in which the Tab key comes to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor

from hsct_aid.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument, QTextFragment
    from PySide6.QtWidgets import QTextEdit

Link = tuple[int, int]
"""Where a link begins and ends, in characters."""


def links(document: QTextDocument) -> list[Link]:
    """Every link of the text; one that is drawn in pieces, such as one bold word in it, is one."""
    found: list[tuple[int, int, str]] = []
    for piece in _pieces(document):
        if address := piece.charFormat().anchorHref():
            start, end = piece.position(), piece.position() + piece.length()
            if found and found[-1][1:] == (start, address):
                start = found.pop()[0]
            found.append((start, end, address))
    return [(start, end) for start, end, _address in found]


def following(document: QTextDocument, cursor: QTextCursor, *, forward: bool) -> Link | None:
    """The link after what the cursor is at, or the one before it."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = [link for link in links(document) if (link[0] >= end if forward else link[1] <= start)]
    return found[0 if forward else -1] if found else None


def rooms(view: QTextEdit) -> Iterator[QRect]:
    """Where what the cursor has selected stands in ``view``: a box round its words on each line, with a ring's room."""
    cursor, lines = view.textCursor(), dict[int, QRect]()
    for place in range(cursor.selectionStart(), cursor.selectionEnd() + 1):
        cursor.setPosition(place)
        letter = view.cursorRect(cursor)
        lines[letter.top()] = lines.get(letter.top(), letter) | letter
    out = theme.FOCUS_WIDTH
    return (room.adjusted(-out, -1, out, 1) for room in lines.values() if room.width() > out)


def _pieces(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            yield place.fragment()
            place += 1
        block = block.next()
