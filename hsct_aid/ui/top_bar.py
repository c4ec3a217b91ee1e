"""What is always in reach: undo, text size, colours, the length of the way, help, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hsct_aid.ui import style, theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.on_the_way import tell_on_the_way

SIZES = (100, 115, 130, 150, 175, 200, 250, 300)
"""Text sizes in per cent."""


def themes() -> dict[str, str]:
    """The colours there are, with what each is called."""
    return {
        "system": _("As on this computer"), "light": _("Light"), "dark": _("Dark"),
        "cream": _("Black on cream"), "yellow_on_black": _("Yellow on black"),
    }  # fmt: skip


def lengths() -> dict[str, str]:
    """How much of the aid there may be, with what each is called."""
    return {
        "short": _("Ten-minute sheet"), "standard": _("The whole way, in several sittings"),
        "full": _("The whole way with every detail"),
    }  # fmt: skip


class _Choosing(QMenu):
    """One setting to choose, filled when it opens."""

    def __init__(self, bar: TopBar, setting: str, name: str, choices: Callable[[], dict[str, str]]) -> None:
        super().__init__(bar)
        self._session, self._setting, self._choices = bar.session, setting, choices
        named(self, name)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._choose)

    def _fill(self) -> None:
        self.clear()
        group = QActionGroup(self)
        for key, name in self._choices().items():
            now = getattr(self._session.settings, self._setting) == key
            action = QAction(name, group, checkable=True, checked=now)
            action.setData(key)
            self.addAction(action)

    def _choose(self, action: QAction) -> None:
        self._session.change_settings(**{self._setting: action.data()})


class TopBar(QWidget):
    """The bar above everything. It changes settings and takes answers back; it asks for the list of sections."""

    sections_wanted = Signal()
    help_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._sections = Button(
            _("Sections"), key="show_sections", icon="sections", name=_("Show or hide the list of sections")
        )
        self._undo = Button(_("Undo"), key="undo", icon="undo")
        self._redo = Button(_("Redo"), key="redo", icon="redo")
        self._smaller = Button(_("A–"), key="smaller", name=_("Smaller text"))
        self._larger = Button(_("A+"), key="larger", name=_("Larger text"))
        self._look = Button(_("Colours"), key="colours", icon="colours")
        self._length = Button(_("Length"), key="length", icon="length", name=_("Length: a short way or the whole"))
        self._notes = Button(_("My notes"), key="notes", icon="notes")
        self._help = Button(_("Help"), key="help", icon="help")
        self._saved = Wrapped()
        self._saved.setWordWrap(False)
        self._saved.setMinimumHeight(theme.TARGET)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        named(self._saved, "", key="saved")
        flow = Flow(self)
        flow.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        for widget in (self._sections, self._undo, self._redo, self._smaller, self._larger, self._look,
                       self._length, self._notes, self._help):  # fmt: skip
            flow.addWidget(widget)
        flow.addWidget(self._saved)
        self._look.open_menu(_Choosing(self, "theme", _("Colours"), themes))
        self._length.open_menu(_Choosing(self, "depth", _("Length"), lengths))
        self._connect()
        self.refresh()

    def offer_sections(self, *, offer: bool) -> None:
        """Show the button for the list where there is no room to show it always."""
        self._sections.setVisible(offer)

    def offer_notes(self, *, offer: bool) -> None:
        """Show the button for the person's notes where they are kept."""
        self._notes.setVisible(offer)

    def refresh(self) -> None:
        """Show what can be undone and how far the text can grow."""
        self._undo.setEnabled(self.session.can_undo)
        self._redo.setEnabled(self.session.can_redo)
        self._smaller.setEnabled(self.session.settings.text_size > SIZES[0])
        self._larger.setEnabled(self.session.settings.text_size < SIZES[-1])

    def larger(self) -> None:
        """Make the text larger by one size."""
        self._resize([size for size in SIZES if size > self.session.settings.text_size][:1])

    def smaller(self) -> None:
        """Make the text smaller by one size."""
        self._resize([size for size in SIZES if size < self.session.settings.text_size][-1:])

    def show_help(self) -> None:
        """Ask for help."""
        self.help_wanted.emit()

    def _connect(self) -> None:
        self._sections.clicked.connect(self.sections_wanted)
        self._undo.clicked.connect(self.session.undo)
        self._redo.clicked.connect(self.session.redo)
        self._smaller.clicked.connect(self.smaller)
        self._larger.clicked.connect(self.larger)
        self._notes.clicked.connect(self.notes_wanted)
        self._help.clicked.connect(self.show_help)
        self.session.saved.connect(self._show_saved)
        self.session.save_failed.connect(self._show_failed)
        self.session.record_changed.connect(self.refresh)
        self.session.settings_changed.connect(self.refresh)
        style.running().styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self) -> None:
        """The computer turned dark or light: so does the aid, where the person left that to it."""
        if self.session.settings.theme == "system":
            self.session.settings_changed.emit()

    def _resize(self, sizes: list[int]) -> None:
        if sizes:
            self.session.change_settings(text_size=sizes[0])

    def _show_saved(self, time: str) -> None:
        self._say(_("Saved {time}").format(time=time))

    def _show_failed(self) -> None:
        self._say(_("Not saved"))

    def _say(self, words: str) -> None:
        self._saved.setMinimumHeight(self._help.sizeHint().height())
        self._saved.setText(words)
        named(self._saved, words, key="saved")
        self._saved.updateGeometry()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()  # at once: half a word is not shown even for a moment
        tell_on_the_way(self)  # what was told with “Help” is no longer true
