"""The pages as they will be printed, in pictures that can be made larger, and the paper they are for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from typing import Final, NamedTuple

from msgspec import structs
from PySide6.QtCore import QBuffer, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.page_process import PAGES
from hsct_aid.report.rendered import Paper
from hsct_aid.ui import theme
from hsct_aid.ui.paper import INCHES, paper_of, told_with
from hsct_aid.ui.rendering import Rendering, get_ready
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import OneOf
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.scroll_bar import wide_bars
from hsct_aid.ui.widgets.sheet import Sheet
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.widgets.waiting import Waiting

ZOOMS: Final = (50, 75, 100, 150, 200, 300)
"""Widths of a page in percent of its usual one."""
USUAL: Final = 72
"""Characters as wide as a page at 100 %; less where the window has less room."""
PPI: Final = (72, 300)
"""The coarsest and the finest picture that is made."""
EACH_MS: Final = 10
"""Between two pictures that are thrown away."""
_PASSED_ON: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that belong to the whole page, which goes up and down; the pictures go sideways alone."""


class Drawn(NamedTuple):
    """The pages as pictures, and the characters that no bundled font could draw."""

    pictures: list[QImage]
    replaced: tuple[str, ...]


def _drawn(summary: Callable[[], Summary], paper: Paper, ppi: int) -> Drawn:
    pages = PAGES.pictures(summary(), paper, ppi)
    return Drawn([decoded(page) for page in pages.pictures], pages.replaced)


def decoded(page: bytes) -> QImage:
    """The picture, by the one way that lets the window's thread run meanwhile: ``QImage.fromData`` does not."""
    data = QBuffer()
    data.setData(page)
    return QImageReader(data, b"png").read()


class Preview(QWidget):
    """Pictures of the page, made in the process for pages, as fine as their size on screen needs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._zoom = 100
        self._rendering: Rendering[Drawn] = Rendering(self)
        self._pictures = Pictures()
        self._told = Told(key="summary.zoom")
        self._smaller = Button(_("Smaller"), key="summary.smaller", name=_("Smaller pictures of the pages"))
        self._larger = Button(_("Larger"), key="summary.larger", name=_("Larger pictures of the pages"))
        self._again = Button(_("Make the pictures again"), key="summary.again")
        self._again.hide()
        papers = [Choice("a4", _("A4 paper")), Choice("letter", _("US Letter paper"))]
        self._paper = OneOf(papers, key="summary.paper", question=_("Size of the paper"))
        self._paper.setMaximumWidth(theme.measure(self, USUAL))
        waiting = Waiting(
            self._rendering, _("The page is being made…"), _("Cancel making the pictures"), key="summary.pages"
        )
        buttons = QWidget()
        flow = Flow(buttons)
        for button in (self._smaller, self._larger):
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        for widget in (self._paper, buttons, self._told, waiting, self._again, self._pictures):
            rows.addWidget(widget)
        self._connect()
        get_ready(PAGES.begin)  # this page may be made ahead

    def show_pages(self) -> None:
        """Make the pictures anew; those that are there stay until then."""
        paper = paper_of(self._session.settings)
        self._paper.show_choice(paper)
        needed = theme.measure(self, USUAL) * self._zoom / 100 * self.devicePixelRatioF() / INCHES[paper]
        ppi = min(PPI[1], max(PPI[0], round(needed)))
        self._again.hide()
        session = self._session
        summary = partial(build_summary, session.aid, session.record, session.today)
        self._rendering.start(partial(_drawn, summary, paper, ppi), PAGES.stop)

    def _connect(self) -> None:
        self._smaller.clicked.connect(partial(self._step, -1))
        self._larger.clicked.connect(partial(self._step, 1))
        self._again.clicked.connect(self.show_pages)
        self._pictures.stepped.connect(self._step)
        self._paper.picked.connect(self._choose_paper)
        self._rendering.done.connect(self._show)
        self._rendering.broke.connect(self._break)
        self._rendering.dropped.connect(self._stop)

    def _step(self, by: int, _checked: bool = False) -> None:
        """Larger, smaller, or as it was where ``by`` is 0."""
        place = ZOOMS.index(self._zoom) + by if by else ZOOMS.index(100)
        zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, place))]
        if zoom != self._zoom:
            self._zoom = zoom
            self._smaller.setEnabled(zoom > ZOOMS[0])
            self._larger.setEnabled(zoom < ZOOMS[-1])
            self._pictures.zoom(zoom)
            self._told.tell(_("Pages at {percent} % of their usual size").format(percent=zoom))
            self.show_pages()

    def _choose_paper(self, paper: str) -> None:
        # Not by change_settings, which dresses the window anew: nothing else on the screen looks at the paper.
        self._session.settings = structs.replace(self._session.settings, paper=paper)
        self._session.keep_settings()
        self.show_pages()

    def _show(self, pages: Drawn) -> None:
        self._pictures.show_pages(pages.pictures)
        if pages.replaced:
            self._told.tell(told_with("", pages.replaced))

    def _break(self, words: str) -> None:
        self._told.tell(words)
        self._again.show()

    def _stop(self) -> None:
        self._told.tell(_("The pictures are not made. The same stands below in words."))
        self._again.show()
        self._again.setFocus()


class Pictures(QScrollArea):
    """Pages below each other. ``stepped`` says that a key wants them larger (1), smaller (-1) or as they were (0)."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        keys = _("Plus and minus make them larger and smaller, zero as they were; arrows go sideways.")
        named(self, _("Pages as they will be printed"), keys, key="summary.pages")
        self.setToolTip(keys)
        wide_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._zoom = 100
        self._holder = QWidget()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._holder)
        self.hide()

    def show_pages(self, pages: list[QImage]) -> None:
        """Show these in place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                # each at a moment of its own: to give back the memory of a fine picture takes 2 ms
                QTimer.singleShot(EACH_MS * self._rows.count(), widget, widget.deleteLater)
        words = _("Page {n} of {count} as it will be printed; the same stands below in words")
        for number, page in enumerate(pages, 1):
            sheet = Sheet(page, words.format(n=number, count=len(pages)))
            self._rows.addWidget(sheet)
            sheet.show()  # at once, so that there is no moment without a page
        self.show()
        self._fit()

    def zoom(self, percent: int) -> None:
        """Show the pages as wide as that."""
        self._zoom = percent
        self._fit()

    def _fit(self) -> None:
        usual = min(self.viewport().width(), theme.measure(self, USUAL))
        width = max(1, usual * self._zoom // 100)
        height = self._rows.totalHeightForWidth(width)
        self._holder.resize(width, height)
        bar = self.horizontalScrollBar().sizeHint().height() if width > self.viewport().width() else 0
        self.setFixedHeight(max(1, height + bar))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)
