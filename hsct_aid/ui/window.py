"""The window: the list of sections, the page, Back and Next, and what is always in reach."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hsct_aid.domain.aid import Step
from hsct_aid.domain.evidence import toggled
from hsct_aid.ui import style, theme
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.pages import PAGES
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.session import Session
from hsct_aid.ui.top_bar import TopBar
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.explain import Explain
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.section_list import SectionList
from hsct_aid.ui.widgets.tab_order import set_tab_order


class Window(QMainWindow):
    """Shows the session's current step and turns pages. It holds no answer of its own."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._pages: dict[str, QScrollArea] = {}
        self._stops: list[QWidget] = []
        self._explained = ""
        self.sections = SectionList()
        self.top = TopBar(session)
        self.where = Wrapped()
        self.stack = QStackedWidget()
        self.explain = Explain()
        self.back = Button(_("Back"), key="back")
        self.next = Button(_("Next"), key="next", main=True)
        self._lay_out()
        self._connect()
        self._shortcuts()
        self.resize(theme.em(self, 62), theme.em(self, 40))
        self._show_place()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page(self.session.journey.step)

    def page_of(self, step: Step) -> Page:
        """The page of ``step``, made at its first visit."""
        return self._page(step)

    def turn_next(self) -> None:
        """Go to the next step; never blocked by an unanswered question."""
        if (step := self.session.journey.next) is not None:
            self.session.go(step.id)

    def turn_back(self) -> None:
        """Go to the step before."""
        if (step := self.session.journey.back) is not None:
            self.session.go(step.id)

    def tell(self, words: str) -> None:
        """Say something that the person needs to know, such as a damaged file that was set aside."""
        if words:
            self._open(_("Please note"), f"<p>{escape(words)}</p>")

    def show_help(self) -> None:
        """Open the help where every explanation opens."""
        self._explain("help:people")

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.where.setContentsMargins(theme.em(self), theme.em(self, 0.3), theme.em(self), 0)
        named(self.where, "", key="where")
        column.addWidget(self.where)
        column.addWidget(self.stack, 1)
        column.addWidget(self.explain)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.em(self), theme.GAP, theme.em(self), theme.GAP)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column.addLayout(foot)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.sections)
        middle.addLayout(column, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addLayout(middle, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.back.clicked.connect(self.turn_back)
        self.next.clicked.connect(self.turn_next)
        self.sections.chosen.connect(self.session.go)
        self.top.sections_wanted.connect(self._toggle_sections)
        self.top.help_wanted.connect(self.show_help)
        self.explain.prose.asked.connect(self._explain)
        self.session.place_changed.connect(self._show_place)
        self.session.record_changed.connect(self._show_record)
        self.session.settings_changed.connect(self._show_settings)

    def _shortcuts(self) -> None:
        for keys, slot in (
            ("Alt+Right", self.turn_next), ("Alt+Left", self.turn_back),
            (QKeySequence.StandardKey.Undo, self.session.undo), (QKeySequence.StandardKey.Redo, self.session.redo),
            (QKeySequence.StandardKey.ZoomIn, self.top.larger), (QKeySequence.StandardKey.ZoomOut, self.top.smaller),
            (QKeySequence.StandardKey.HelpContents, self.top.show_help),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, slot)
        leave = QAction(self, shortcut=QKeySequence(QKeySequence.StandardKey.Quit))
        leave.triggered.connect(self.close)
        self.addAction(leave)

    def _page(self, step: Step) -> Page:
        if step.id not in self._pages:
            page = PAGES[self.session.aid.kinds[step.id]](self.session, step)
            page.asked.connect(self._explain)
            page.turn_to.connect(self.session.go)
            page.laid_out.connect(self._set_tab_order)
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(page)
            named(area, step.heading)
            self._pages[step.id] = area
            self.stack.addWidget(area)
        shown = self._pages[step.id].widget()
        assert isinstance(shown, Page)
        return shown

    def _show_place(self) -> None:
        journey = self.session.journey
        page = self._page(journey.step)
        page.refresh()
        self.explain.hide()
        self.stack.setCurrentWidget(self._pages[journey.step.id])
        self._pages[journey.step.id].verticalScrollBar().setValue(0)
        self.setWindowTitle(f"{journey.step.heading} · {self.session.aid.title}")
        self.back.setEnabled(journey.back is not None)
        self.next.setEnabled(journey.next is not None)
        self._show_sections()
        self._set_tab_order()
        QTimer.singleShot(0, page.heading, page.heading.setFocus)

    def _set_tab_order(self) -> None:
        parts = [self.page.heading, self.page, self.explain, self.back, self.next, self.sections, self.top]
        self._stops = set_tab_order(parts, self._stops)

    def _show_sections(self) -> None:
        journey, aid = self.session.journey, self.session.aid
        kind = aid.kinds[journey.step.id]
        rows = []
        for section in aid.sections:
            first = next((step.id for step in journey.steps if step in section.steps), "")
            if first:
                rows.append((section, first, journey.is_done(section)))
        here = next(number for number, (section, _first, _done) in enumerate(rows) if section.kind == kind)
        self.sections.show_sections(rows, here)
        steps = [step for step in journey.steps if step in rows[here][0].steps]
        screen = _("{section}: screen {n} of {of}.").format(
            section=rows[here][0].title, n=steps.index(journey.step) + 1, of=len(steps)
        )
        left = journey.minutes_left
        words = f"{screen} {ngettext('About {n} minute left.', 'About {n} minutes left.', left).format(n=left)}"
        self.where.setText(words)
        named(self.where, words, key="where")

    def _show_record(self) -> None:
        self.page.refresh()

    def _show_settings(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        style.dress(application, self.session.settings)
        self._forget_pages()
        self._show_place()
        self._make_room()

    def _forget_pages(self) -> None:
        for area in self._pages.values():
            self.stack.removeWidget(area)
            area.deleteLater()
        self._pages.clear()

    def _make_room(self) -> None:
        narrow = self.width() < self.sections.width() + theme.measure(self, 62)
        self.top.offer_sections(offer=narrow)
        self.sections.setVisible(not narrow)

    def _toggle_sections(self) -> None:
        self.sections.setVisible(not self.sections.isVisible())
        if self.sections.isVisible():
            self.sections.setFocus()

    def _explain(self, link: str) -> None:
        kind, _colon, part = link.partition(":")
        if kind == "keep":
            self.session.answer("evidence.kept", toggled(self.session.record.evidence.kept, part))
            if self.explain.isVisible():
                self.explain.prose.show_text(self._words_of(self._explained)[1])
        else:
            self._explained = link
            self._open(*self._words_of(link))

    def _words_of(self, link: str) -> tuple[str, str]:
        return explanation(self.session.aid, self.session.record, self.session.today, link)

    def _open(self, title: str, html: str) -> None:
        self.explain.open_with(title, html, self.height() * 3 // 5)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.session.save()
