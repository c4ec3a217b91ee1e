"""The pages one on the other: each is made at its first visit, or before it while nobody is waiting."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from importlib import import_module

from msgspec import structs
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from hsct_aid.domain.aid import Step
from hsct_aid.ui import theme
from hsct_aid.ui.pages import next_import, page_class
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.measuring import measured
from hsct_aid.ui.widgets.scroll_bar import BAR_WIDTH, wide_bars

PAUSE_MS = 300
"""So long nobody turned a page or answered before a page is made ahead."""
BETWEEN_MS = 1
"""Between two parts of pages made ahead, so that a key pressed meanwhile comes first."""
FRAME_MS = 20
"""What is in sight is on the screen before anything is made that stands below it."""
MEASURING_S = 0.002
"""So long a page made ahead is measured at a time."""


class Stack(QWidget):
    """Holds a page for each step that was visited or is likely to be next. ``asked`` carries a link to explain."""

    # No QStackedWidget: with 80 pages in it, that takes 8 ms to turn to any of them, this 1 ms.
    asked = Signal(str)
    laid_out = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._areas: dict[str, QScrollArea] = {}
        self._caught_up: dict[str, object] = {}
        self._ahead: list[Step] = []
        self._measured: Iterator[object] = iter(())
        self._beside: QScrollArea | None = None
        self._shown: QScrollArea | None = None
        self._is_turning = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._make_one)

    def page(self, step: Step) -> Page:
        """The page of ``step``."""
        page = self._begun(step)
        page.make_whole()
        return page

    @property
    def shown(self) -> QWidget:
        """What is on top, in the area that scrolls it."""
        assert self._shown is not None
        return self._shown

    @property
    def whole(self) -> QWidget:
        """The same, with what stands below the window as well."""
        page = self._shown.widget() if self._shown is not None else None
        if isinstance(page, Page) and page.lacks_rest:
            page.make_whole()
            _lay_out(page)
        return self.shown

    @property
    def is_beside(self) -> bool:
        """Whether something is shown that is no page."""
        return self._beside is not None

    def show_beside(self, widget: QWidget, name: str) -> None:
        """Show ``widget``, which is no page, until a page is shown again."""
        self._leave_beside()
        self._beside = self._scrolling(widget, name)
        self._show(self._beside)

    def catch_up(self, step: Step) -> Page:
        """The page of ``step`` with what the record says now; one that shows it already is left alone."""
        page, said = self.page(step), self._said()
        if self._caught_up[step.id] != said:
            self._caught_up[step.id] = said
            page.refresh()
            _lay_out(page)
        return page

    def turn_to(self, step: Step) -> Page:
        """Show the page of ``step`` from its top, with what the record says now.

        What stands below the window may come a moment later.
        """
        page = self._begun(step)
        if self._shown is None:
            page.make_whole()  # how much of it is in sight is not known yet
        else:
            # to the end of the window: what is explained below is about to go
            page.make_first(self.window().height() - self.mapTo(self.window(), QPoint()).y())
        self._show(self._areas[step.id])
        if page.is_whole:
            self.catch_up(step)  # not before: it would be laid out as wide as it happens to be
        self._areas[step.id].verticalScrollBar().setValue(0)
        self._leave_beside()
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._shown.setGeometry(self.rect())

    def focusNextPrevChild(self, forward: bool) -> bool:
        # what is hidden with the focus asks where that goes: the title of the new page is about to take it
        return self._is_turning or super().focusNextPrevChild(forward)

    def minimumSizeHint(self) -> QSize:
        least = min(theme.em(self, 4), self.window().height() // 8)  # else what is always in reach would be squeezed
        return QSize(theme.measure(self, 14), least)

    def _show(self, area: QScrollArea) -> None:
        before, self._shown = self._shown, area
        if before is not area:
            area.setGeometry(self.rect())
            if before is not None:
                self._is_turning = True
                before.hide()
                self._is_turning = False
            area.show()

    def _drop(self, area: QScrollArea) -> None:
        self._measured = iter(())  # it may be what is measured
        area.hide()  # first: Qt asks at once where the focus goes from here
        if area is self._shown:
            self._shown = None
        area.deleteLater()

    def forget(self) -> None:
        """Throw all pages away: they look different from now on."""
        for area in self._areas.values():
            self._drop(area)
        self._areas.clear()
        self._caught_up.clear()

    def make_ahead(self, steps: Iterable[Step]) -> None:
        """Make these pages, one at a time, once nothing has happened for a while."""
        self._ahead = [step for step in steps if (made := self._made(step)) is None or not made.is_whole]
        self._pause.stop()
        self.wait()
        page = self._shown.widget() if self._shown is not None else None
        if isinstance(page, Page) and not page.is_whole:
            self._ahead.insert(0, page.step)
            self._pause.start(FRAME_MS)

    def wait(self) -> None:
        """Something happened: what is made ahead has to wait."""
        if self._ahead:
            self._pause.start(PAUSE_MS)

    def _make_one(self) -> None:
        """One part of one page, so that a key has to wait for no more than that."""
        step = self._ahead[0]
        if (module := next_import(self._session.aid.kinds[step.id])) is not None:
            import_module(module)
        elif not (page := self._begun(step)).is_whole:
            page.make_part()
            self._measured = measured(*page.unseen())
        else:
            self._measure()
        if self._ahead:
            self._pause.start(BETWEEN_MS)

    def _measure(self) -> None:
        """Measure what is on the page for a moment."""
        until = time.perf_counter() + MEASURING_S
        for _item in self._measured:
            if time.perf_counter() > until:
                return
        self.page(self._ahead.pop(0))

    def _said(self) -> object:
        """What pages are made of."""
        session = self._session
        return structs.replace(session.record, place="", read=()), session.settings, session.fresh

    def _leave_beside(self) -> None:
        if self._beside is not None:
            self._drop(self._beside)
            self._beside = None

    def _begun(self, step: Step) -> Page:
        """The page of ``step``; where it is made ahead, parts of it may be missing.

        If something was said since such a page was begun, it is begun anew: nobody has seen it.
        """
        page = self._made(step)
        is_old = self._caught_up.get(step.id) != self._said()
        if page is not None and not page.is_whole and is_old and self._areas[step.id] is not self._shown:
            self._drop(self._areas.pop(step.id))
            page = None
        if page is None:
            self._areas[step.id] = self._area(step)
            self._caught_up[step.id] = self._said()
            page = self._made(step)
            assert page is not None
        if not page.is_whole and self._areas[step.id] is not self._shown:
            page.resize(self.width() - BAR_WIDTH, self.height())  # as wide as it will be: tables look at that
        return page

    def _made(self, step: Step) -> Page | None:
        """The page of ``step`` as far as it is made."""
        page = self._areas[step.id].widget() if step.id in self._areas else None
        assert page is None or isinstance(page, Page)
        return page

    def _area(self, step: Step) -> QScrollArea:
        page = page_class(self._session.aid.kinds[step.id])(self._session, step)
        page.asked.connect(self.asked)
        page.turn_to.connect(self._session.go)
        page.laid_out.connect(self.laid_out)
        return self._scrolling(page, step.heading)

    def _scrolling(self, widget: QWidget, name: str) -> QScrollArea:
        area = QScrollArea(self)
        area.hide()
        wide_bars(area)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # its room is always kept: a page that turns out to be long would be laid out twice
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setWidget(widget)
        named(area, name)
        return area


def _lay_out(page: Page) -> None:
    """Now, and from the inside out: left to itself, Qt takes a frame for each level."""
    for layout in reversed(page.findChildren(QLayout)):
        layout.activate()
