"""The links of a running text, in the order in which the Tab key comes to them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextDocument, QTextFragment

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


def _pieces(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            yield place.fragment()
            place += 1
        block = block.next()
