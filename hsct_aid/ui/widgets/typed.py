"""Boxes to type in: one line or several, capped before a long paste can hang them."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEvent, QMimeData, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import labelled, named
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.scroll_bar import wide_bars

LONGEST_TEXT = 2000


def _clean(text: str, *, lines: bool) -> str:
    """Control characters never get in; a new line only where there is room for one."""
    kept = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    return kept if lines else " ".join(kept.split("\n"))


class OneLine(QLineEdit):
    """One line of text. ``typed`` follows every key; ``left`` comes when the person moves on.

    What is over the limit is not taken, and ``overfull`` says so.
    """

    typed = Signal(str)
    left = Signal()
    overfull = Signal(str)

    def __init__(self, name: str, *, key: str, limit: int, width: int = 40, example: str = "") -> None:
        super().__init__()
        self._width, self._is_cut = width, False
        self.setMaxLength(limit)
        self.setPlaceholderText(example)
        self.setTextMargins(theme.GAP, 0, theme.GAP, 0)
        # changed, not edited: assistive technology and dictation put a text in without a key
        self.textChanged.connect(self._type)
        self.inputRejected.connect(self._say_cut)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self, name, key=key)

    def show_text(self, text: str) -> None:
        """Show ``text``; a box that holds it already is left alone, cursor and all."""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)

    def _type(self, text: str) -> None:
        kept = _clean(text, lines=False)
        if kept != text:
            place = self.cursorPosition() - (len(text) - len(kept))
            self.show_text(kept)
            self.setCursorPosition(place)
        self.typed.emit(kept)
        # Last, so that nothing that follows what was typed wipes it away.
        if self._is_cut and len(kept) == self.maxLength():
            self._say_cut()
        self._is_cut = False

    def _say_cut(self) -> None:
        self._is_cut = True
        self.overfull.emit(_full_words(self.maxLength()))

    def sizeHint(self) -> QSize:
        height = max(theme.TARGET, super().sizeHint().height() + theme.em(self, 0.5))
        return QSize(theme.measure(self, self._width + 4), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.measure(self, min(10, self._width)), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_edge(self, self)


class Text(QPlainTextEdit):
    """Several lines of text. Tab leaves it; what is over the limit is not taken, and ``overfull`` says so."""

    typed = Signal(str)
    left = Signal()
    overfull = Signal(str)

    def __init__(self, name: str, *, key: str, limit: int = LONGEST_TEXT, lines: int = 4) -> None:
        super().__init__()
        self._limit, self._lines = limit, lines
        wide_bars(self)
        self._edge = _Edge(self)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.GAP)
        self.textChanged.connect(self._type)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named(self, name, key=key)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show ``text``; a box that holds it already is left alone, cursor and all."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText())
        text = _clean(source.text()[: self._limit * 2], lines=True)
        self.insertPlainText(text[: max(0, room)])
        if len(source.text()) > max(0, room):
            self._say_cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._edge.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._edge.update()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()  # and beside the scroll bar, if there is one
        self._edge.setGeometry(drawing.placed(self.layoutDirection(), inside, QRect(inside.topLeft(), event.size())))

    def _type(self) -> None:
        text = self.toPlainText()
        if len(text) > self._limit:
            cursor = self.textCursor()
            cursor.deletePreviousChar()
            self._say_cut()
            return
        self.typed.emit(text)

    def _say_cut(self) -> None:
        self.overfull.emit(_full_words(self._limit))

    def _dress(self) -> None:
        self.setFixedHeight(
            max(theme.TARGET, self.fontMetrics().lineSpacing() * self._lines + 2 * theme.GAP + theme.em(self, 0.3))
        )


def label_of(box: OneLine | Text) -> Wrapped:
    """The label of ``box``, to be put in before it: its name, for the eye."""
    label = Wrapped(box.accessibleName(), bold=True)
    labelled(box, label)
    return label


def _full_words(limit: int) -> str:
    return _("This box holds {n} characters. The rest was not taken.").format(n=limit)


class _Edge(QWidget):
    """The edge of a box that scrolls, over its text: the view that Qt made inside is left alone, as in ``Prose``."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _draw_edge(self, self._box)


def _draw_edge(surface: QWidget, box: QWidget) -> None:
    painter = QPainter(surface)
    drawing.outline(painter, surface.rect(), box.palette())
    if box.hasFocus():
        drawing.focus_ring(painter, surface.rect(), box.palette())
