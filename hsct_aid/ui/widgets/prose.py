"""The running text of a page: one read-only view, one Tab stop, as tall as its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextBrowser, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named

LINE_HEIGHT = 125
"""Per cent of the font's own line height."""


class Prose(QTextBrowser):
    """Rich text with links to terms, figures and sources; ``asked`` carries the link that was chosen."""

    asked = Signal(str)

    def __init__(self, html: str, name: str) -> None:
        super().__init__()
        self._html = ""
        self._heights: dict[int, int] = {}
        # The view that Qt made inside is left alone: Python meets its first such part with 10 ms of looking at types.
        clear = QPalette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        self._html = html
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._ask)
        named(self, name)
        self._draw()

    def show_text(self, html: str) -> None:
        """Replace the text; who is in the middle of it stays there."""
        if html != self._html:
            self._html, place = html, self.textCursor().position()
            self._draw()
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def _draw(self) -> None:
        document = self.document()
        document.setDocumentMargin(theme.FOCUS_WIDTH + 1)
        document.setDefaultFont(self.font())
        document.setDefaultStyleSheet(_sheet(self))
        document.setHtml(self._html)
        _loosen(document)
        self._heights.clear()
        self.updateGeometry()

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        address = QUrl(url)
        if address.scheme() != "people":
            return super().loadResource(kind, url)
        n, _slash, of = address.path().partition("/")
        return self._crowd(int(n), int(of))

    def _crowd(self, n: int, of: int) -> QImage:
        """The picture for ``<img src="people:5/100">``: the words beside it say the same."""
        side, scale = person_side(self, of), self.devicePixelRatioF()
        picture = QImage(drawing.crowd_size(of, side) * scale, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(scale)
        picture.fill(0)
        painter = QPainter(picture)
        drawing.crowd(painter, n, of, side, self.palette())
        painter.end()
        return picture

    def _ask(self, url: QUrl) -> None:
        self.asked.emit(url.toString())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(width)
            if document.textWidth() != width:  # the very first time the view puts its own width in the place of this
                document.setTextWidth(width)
            self._heights[width] = round(document.size().height()) + 2
            document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), theme.em(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 12), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (link := self._link()):
            # Qt's own forgets which link it was at, and Tab would begin with the first one again.
            self.asked.emit(link)
        else:
            super().keyPressEvent(event)
            self._follow()

    def _link(self) -> str:
        """The link that one is at, if any."""
        cursor = self.textCursor()
        return cursor.charFormat().anchorHref() if cursor.hasSelection() else ""

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        self._follow()
        return moved

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
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._draw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            drawing.focus_ring(QPainter(self.viewport()), self.viewport().rect(), self.palette())


def person_side(view: QWidget, of: int) -> int:
    """How large one person is drawn: smaller where there are a thousand."""
    return theme.em(view, 0.62) if of == 100 else theme.em(view, 0.38)


def _sheet(view: QTextBrowser) -> str:
    chosen = view.palette()
    link, text = chosen.link().color().name(), chosen.text().color().name()
    return (
        f"p, li {{ margin-bottom: {theme.em(view, 0.4)}px; margin-top: 0; }}"
        f"a {{ color: {link}; }} a.figure {{ color: {text}; font-weight: bold; text-decoration: none; }}"
        f"a.source {{ color: {link}; font-size: small; text-decoration: none; }}"
    )


def _loosen(document: QTextDocument) -> None:
    """Set the lines apart, which slow readers need."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
