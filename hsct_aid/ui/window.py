"""The window: the list of sections, the page, Back and Next, and what is always in reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from hsct_aid.storage.store import Store
from hsct_aid.ui import keys, style, theme
from hsct_aid.ui.explain_panel import ExplainPanel
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.session import Session
from hsct_aid.ui.stack import Stack
from hsct_aid.ui.top_bar import TopBar
from hsct_aid.ui.whereabouts import whereabouts
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.on_the_way import tell_on_the_way
from hsct_aid.ui.widgets.read_aloud import ReadAloud
from hsct_aid.ui.widgets.section_list import SectionList
from hsct_aid.ui.widgets.tab_order import stop_after
from hsct_aid.ui.widgets.unsaved import Unsaved

if TYPE_CHECKING:
    from hsct_aid.ui.beside import Beside
    from hsct_aid.ui.notes import Notes


class Window(QMainWindow):
    """Shows the session's current step and turns pages. It holds no answer of its own.

    ``make_notes`` is for notes that are kept on this computer. ``following`` is whose to show once this is closed.
    """

    def __init__(self, session: Session, make_notes: Callable[[], Notes] | None = None) -> None:
        super().__init__()
        self.session = session
        self.following: Store | None = None
        self._make_notes, self._has_to_go, self._has_told = make_notes, False, False
        self._telling = QTimer(self, singleShot=True, interval=50)
        self.sections = SectionList()
        self.top = TopBar(session)
        self.top.offer_notes(offer=make_notes is not None)
        self.unsaved = Unsaved(session)
        self.where = Wrapped()
        self.stack, self.explain = Stack(session), ExplainPanel(session)
        self.aloud = ReadAloud(session, lambda: self.stack.whole)
        self.back = Button(_("Back"), key="back", icon="back")
        self.next = Button(_("Next"), key="next", main=True, icon="next")
        self._lay_out()
        self._connect()
        keys.bind(self)
        self.resize(theme.opening_size(self))
        self._show_place()
        self._make_room()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.stack.page(self.session.journey.step)

    def turn_next(self) -> None:
        """Go to the next step; never blocked by an unanswered question."""
        if self.stack.is_beside:
            if self.next.isVisible():
                self._show_place()
        elif (step := self.session.journey.next) is not None:
            self.session.go(step.id)

    def turn_back(self) -> None:
        """Go to the step before, or from the notes to where one was."""
        if self.stack.is_beside:
            self._show_place()
        elif (step := self.session.journey.back) is not None:
            self.session.go(step.id)

    def show_help(self) -> None:
        """Open the help where every explanation opens."""
        self.explain.explain("help:people")

    def show_notes(self) -> None:
        """Show what can be done with the notes, until one goes back or on."""
        if self._make_notes is not None:
            self.show_beside(self._make_notes)

    def show_beside(self, make: Callable[[], Beside]) -> None:
        """Show what ``make`` makes in place of the page, until one goes back or on."""
        self._make_beside, beside = make, make()
        beside.left.connect(self._show_place)
        beside.told.connect(self.explain.tell_for_now)
        beside.open_wanted.connect(self._open_notes)
        beside.laid_out.connect(self._want_telling)
        self.explain.hide()
        self.where.hide()
        self.next.setVisible(beside.leads_on)
        self.next.setEnabled(True)
        self.stack.show_beside(beside, beside.heading.text())
        self.setWindowTitle(f"{beside.heading.text()} · {self.session.aid.title}")
        self.back.setEnabled(not beside.leads_on)
        self._want_telling()
        QTimer.singleShot(0, beside.heading, beside.heading.setFocus)

    def leave(self) -> None:
        """Save what can be saved and close: the system or the person wants it so."""
        self._has_to_go = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.session.settle() or self._has_to_go):
            self.unsaved.ask_before_closing()
            event.ignore()
            return
        self.session.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        named(self.where, "", key="where")
        self._foot = foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.aloud, 1)
        foot.addStretch()  # where the computer has no voice
        foot.addWidget(self.next)
        whole = QWidget()
        column, middle, rows = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(whole)
        for layout in (column, middle, rows):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.where)
        column.addWidget(self.stack, 1)
        column.addWidget(self.explain)
        column.addLayout(foot)
        middle.addWidget(self.sections)
        middle.addLayout(column, 1)
        rows.addWidget(self.top)
        rows.addWidget(self.unsaved)
        rows.addLayout(middle, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.back.clicked.connect(self.turn_back)
        self.next.clicked.connect(self.turn_next)
        self.sections.chosen.connect(self.session.go)
        self.top.sections_wanted.connect(self._toggle_sections)
        self.top.help_wanted.connect(self.show_help)
        self.top.notes_wanted.connect(self.show_notes)
        self.unsaved.close_anyway.connect(self.leave)
        self._telling.timeout.connect(self._tell)
        self.session.set_beside.connect(self.explain.tell)
        self.stack.asked.connect(self.explain.explain)
        self.stack.laid_out.connect(self._want_telling)
        self.session.place_changed.connect(self._show_place)
        self.session.record_changed.connect(self._show_record)
        self.session.settings_changed.connect(self._show_settings)

    def _show_place(self) -> None:
        journey = self.session.journey
        self.explain.hide()
        self.where.show()
        self.next.show()
        page = self.stack.turn_to(journey.step)
        self.setWindowTitle(f"{journey.step.heading} · {self.session.aid.title}")
        self.back.setEnabled(journey.back is not None)
        self.next.setEnabled(journey.next is not None)
        where = whereabouts(self.session.aid, journey)
        self.sections.show_sections(where.rows, where.here)
        self.where.setText(where.words)
        page.heading.show_place(where.words)
        self._want_telling()
        QTimer.singleShot(0, page.heading, page.heading.setFocus)
        self.stack.make_ahead(step for step in (journey.next, journey.back) if step is not None)

    def _want_telling(self) -> None:
        """Once for all that changes at a time: a page is laid out in several rounds. The Tab key does not wait."""
        if self._has_told:
            self._telling.start()

    def _tell(self) -> None:
        self._has_told = True
        tell_on_the_way(self.unsaved, self.stack.shown, self.explain, self.top)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_told:  # the first frame does not wait for it
            self._telling.start()

    def _show_record(self) -> None:
        self.stack.catch_up(self.session.journey.step)
        self._want_telling()
        self.stack.wait()

    def _show_settings(self) -> None:
        style.dress(style.running(), self.session.settings)
        self._make_room()  # before the window is laid out: it would grow for what is about to be hidden
        was_beside, at = self.stack.is_beside, QApplication.focusWidget()
        held = at.objectName() if at is not None and self.stack.isAncestorOf(at) else ""
        self.stack.forget()
        self._show_place()
        if was_beside:
            self.show_beside(self._make_beside)
        QTimer.singleShot(0, self, partial(self._find_again, held))

    def _find_again(self, held: str) -> None:
        """Put the keyboard back on the part that was changed a moment ago; its page was made anew."""
        again = [part for part in self.stack.whole.findChildren(QWidget, held) if held and part.isVisible()]
        if len(again) == 1:
            again[0].setFocus()

    def _open_notes(self, store: Store) -> None:
        self.following = store
        if not self.close():
            self.following = None

    def _make_room(self) -> None:
        narrow = self.width() < self.sections.width() + theme.measure(self, 62)
        self.sections.setVisible(not narrow)  # first: to show a button lays the window out, which would grow for both
        self.top.offer_sections(offer=narrow)
        inset = theme.em(self)
        self.where.setContentsMargins(inset, theme.em(self, 0.3), inset, 0)
        edge = theme.GAP if theme.is_large() else inset
        self._foot.setContentsMargins(edge, theme.GAP, edge, theme.GAP)

    def _toggle_sections(self) -> None:
        self.sections.setVisible(not self.sections.isVisible())
        if self.sections.isVisible():
            self.sections.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._telling.isActive():
            self._tell()
        page = [self.unsaved, self.stack.whole, self.explain, self.back, self.aloud, self.next]
        stop = stop_after([*page, self.sections, self.top], self.focusWidget(), forward=forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.session.save()
