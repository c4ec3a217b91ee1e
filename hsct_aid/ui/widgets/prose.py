"""The running text of a page: one read-only view, one Tab stop, as tall as its text."""

from __future__ import annotations

import re
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from hsct_aid.domain.crowd import Crowd, Sign
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets import links
from hsct_aid.ui.widgets.access import named

_MARKS = {"point": "•\u00a0\u00a0", "number": "0.\u00a0", "numbers": "00.\u00a0"}
"""What stands before an item of a list: its lines begin behind that."""
_PEOPLE = re.compile('(?<=src=")people:[^"]+')
LINE_HEIGHT, WIDE_LINE_HEIGHT = 125, 155
"""Per cent of the font's own line height, as it is and where more space was asked for."""


class Prose(QTextEdit):
    """Rich text with links to terms, figures and sources; ``asked`` carries the link that was chosen."""

    # No QTextBrowser: assistive technology takes that for a label, and a screen reader never says what it holds.
    asked = Signal(str)

    def __init__(self, html: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html, self._pressed = html, ""
        self._heights: dict[int, int] = {}
        self._across = drawing.BLOCKS
        self._drawn_with: tuple[QFont, QPalette] | None = None
        # The view that Qt made inside is left alone: Python meets its first such part with 10 ms of looking at types.
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        named(self, name)
        self._draw()

    def show_text(self, html: str) -> None:
        """Replace the text; who is in the middle of it stays there."""
        if html != self._html:
            self._html = html
            self._draw()

    def _draw(self) -> None:
        self._drawn_with = self._look()
        document, place = self.document(), self.textCursor().position()
        document.setDocumentMargin(theme.FOCUS_WIDTH + 1)
        document.setDefaultFont(self.font())
        document.setIndentWidth(theme.em(self, 1.1))
        html = f"<div>{self._html}</div>"  # what stands in no paragraph has its lines set apart as well
        document.setDefaultStyleSheet(_sheet(self, html) + (_hung(self) if "<p class=" in html else ""))
        document.setHtml(html)
        # Qt leaves the cursor behind the last word, and an arrow key would find nothing to read
        self._put(place, place)
        self._heights.clear()
        self.updateGeometry()

    def loadResource(self, kind: int, url: QtCore.QUrl | str) -> object:
        address, scale, colours = QtCore.QUrl(url), self.devicePixelRatioF(), self.palette()
        if address.scheme() == "people":
            n, base, counts, more = address.path().split("/")
            people = Crowd(int(n), 1000 if base == "1000" else 100, counts == "harm", int(more))
            return drawing.crowd_picture(scale, person_side(self, people.base), colours, people, self._across)
        if address.scheme() == "person":
            return drawing.stamp(scale, theme.em(self, 0.75), colours, cast("Sign", address.path()))
        return super().loadResource(kind, url)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            self._fit(width)
            document.setTextWidth(width)
            if document.textWidth() != width:  # the very first time the view puts its own width in the place of this
                document.setTextWidth(width)
            self._heights[width] = round(document.size().height()) + 2
            if self.isVisible():  # else the view is about to get a width, and takes it
                document.setTextWidth(before)
                self._fit(self.width())
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        """Put as many blocks of a thousand people beside each other as there is room for."""
        people, room = _PEOPLE.findall(self._html), width - 2 * (theme.FOCUS_WIDTH + 1)
        if people and (across := drawing.blocks_across(room, person_side(self, 1000))) != self._across:
            self._across = across
            document, kind = self.document(), QTextDocument.ResourceType.ImageResource.value
            for address in map(QtCore.QUrl, people):
                document.addResource(kind, address, self.loadResource(kind, address))
            document.setTextWidth(-1)  # or the text stays as it was laid out with the picture before

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), theme.em(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 12), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if link := self._link():
                self.asked.emit(link)
        else:
            super().keyPressEvent(event)
            self._follow()

    def _link(self) -> str:
        """The link that one is at, if any."""
        cursor = self.textCursor()
        return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""

    def focusNextPrevChild(self, forward: bool) -> bool:
        cursor = self.textCursor()
        if link := links.following(self.document(), cursor, forward=forward):
            self._put(*link)
        elif cursor.hasSelection() and not forward:
            self._put(0, 0)  # before the first link comes the text itself
        else:
            return super().focusNextPrevChild(forward)
        self._follow()
        return True

    def _put(self, start: int, end: int) -> None:
        """Put the cursor here; what is selected is the link that one is at."""
        cursor, last = self.textCursor(), self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.anchorAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        link, self._pressed = self._pressed, ""
        if link and link == self.anchorAt(event.position().toPoint()):  # to slide off it takes the press back
            self.asked.emit(link)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.viewport().setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_link = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor)

    def _follow(self) -> None:
        """Keep the line or link that one is at in sight: the page scrolls, not this view."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.hasFocus() and (page := area.widget()) is not None:
            line = self.cursorRect()
            for corner in (line.topLeft(), line.bottomLeft()):
                place = self.viewport().mapTo(page, corner)
                area.ensureVisible(0, place.y(), 0, theme.em(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt tells of both once the text is put into a page, where mostly nothing but its ground changes
        changes = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if event.type() in changes and self._look() != self._drawn_with:
            self._draw()

    def _look(self) -> tuple[QFont, QPalette]:
        """What the text is drawn with; its ground is clear once it is in a page, and no part of it before."""
        return self.font(), theme.clear(self.palette())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason and (found := links.links(self.document())):
            self._put(*found[-1])
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            place = 0 if event.reason() == Qt.FocusReason.BacktabFocusReason else self.textCursor().position()
            self._put(place, place)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter, whole = QPainter(self.viewport()), self.viewport().rect()
            for room in links.rooms(self) if self._link() else (whole,):
                drawing.focus_ring(painter, room & whole, self.palette())


def person_side(view: QWidget, of: int) -> int:
    """How large one person is drawn: smaller where there are a thousand."""
    return theme.em(view, 0.62) if of == 100 else theme.em(view, 0.38)


def _sheet(view: QTextEdit, html: str) -> str:
    """What ``html`` is drawn with, and no more: a table has a hundred such texts."""
    chosen = view.palette()
    link, text = chosen.link().color().name(), chosen.text().color().name()
    apart, height = (0.8, WIDE_LINE_HEIGHT) if theme.is_wide(view.font()) else (0.4, LINE_HEIGHT)
    rules = {
        "<": f"div, p {{ line-height: {height}%; }}",  # slow readers need the lines apart
        "<p": f"p {{ margin-bottom: {theme.em(view, apart)}px; margin-top: 0; }}",
        "<a": f"a {{ color: {link}; }}",
        'class="figure"': f"a.figure {{ color: {text}; font-weight: bold; text-decoration: none; }}",
        'class="cell"': ".cell a.figure { font-weight: normal; }",
        'class="source"': f"a.source {{ color: {link}; font-size: small; text-decoration: none; }}",
    }
    return "".join(rule for mark, rule in rules.items() if mark in html)


def _hung(view: QTextEdit) -> str:
    """The items of lists: the mark stands out; not from right to left, where Qt takes the text for wider then."""
    by = {kind: 0 if view.isRightToLeft() else view.fontMetrics().horizontalAdvance(_MARKS[kind]) for kind in _MARKS}
    return "".join(f".{kind} {{ -qt-block-indent: 1; text-indent: -{out}px; }}" for kind, out in by.items())
