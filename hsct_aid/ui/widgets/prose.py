"""The running text of a page: one read-only view, one Tab stop, as tall as its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named

LINE_HEIGHT = 125
"""Per cent of the font's own line height."""


class Prose(QTextBrowser):
    """Rich text with links to terms, figures and sources; ``asked`` carries the link that was chosen."""

    asked = Signal(str)

    def __init__(self, html: str, name: str) -> None:
        super().__init__()
        self._html = html
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._ask)
        named(self, name)
        self._draw()

    def show_text(self, html: str) -> None:
        """Replace the text."""
        if html != self._html:
            self._html = html
            self._draw()

    def _draw(self) -> None:
        document = self.document()
        document.setDocumentMargin(theme.FOCUS_WIDTH + 1)
        document.setDefaultFont(self.font())
        document.setDefaultStyleSheet(_sheet(self))
        document.setHtml(self._html)
        _loosen(document)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2)

    def _ask(self, url: QUrl) -> None:
        self.asked.emit(url.toString())

    def sizeHint(self) -> QSize:
        return QSize(theme.measure(self, 60), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, 12), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

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
