"""The passphrase of the open notes: set it, change it, take it away; and the recovery code that goes with it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hsct_aid.domain.record import Record
from hsct_aid.storage.passphrase import SHORTEST, Key
from hsct_aid.storage.saves import NotSaved
from hsct_aid.storage.store import Store
from hsct_aid.storage.why import why
from hsct_aid.ui.paper import paper_of
from hsct_aid.ui.recovery_code import RecoveryCode, beside, stacked
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.in_sight import bring_into_sight
from hsct_aid.ui.widgets.secret import Secret
from hsct_aid.ui.widgets.told import Told


class _Asking(QWidget):
    """Asks for a new passphrase, twice."""

    def __init__(self) -> None:
        super().__init__()
        words = _(
            "Choose something long that you will remember, such as four words that do not belong together. You will "
            "be asked for it each time you open these notes. You also get a recovery code, to keep on paper. If you "
            "lose both, nobody can open your notes any more, and neither can we."
        )
        self.first = Secret(_("New passphrase"), key="protect.first")
        self.again = Secret(_("The same once more"), key="protect.again")
        self.go_on = Button(_("Go on"), key="protect.go_on")
        self.leave = Button(_("Leave it as it is"), key="protect.leave")
        self.first.entered.connect(self.again.box.setFocus)
        self.again.entered.connect(self.go_on.click)
        stacked(self, Wrapped(words), self.first, self.again, beside(self.go_on, self.leave))

    def is_right(self) -> bool:
        """Whether it can be set; else what is wrong is said at the box where it is, with the cursor put there."""
        if len(self.first.words().strip()) < SHORTEST:
            short = _("Please choose {n} characters or more: a short passphrase is quickly guessed.")
            self.first.refuse(short.format(n=SHORTEST))
        elif self.first.words() != self.again.words():
            self.again.refuse(_("The two are not the same: write the second one again, or show what you type."))
        else:
            return True
        return False

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()


class Protect(QWidget):
    """Who can open the notes, and what can be changed about it."""

    def __init__(self, session: Session, store: Store) -> None:
        super().__init__()
        self._session, self._store = session, store
        self._making: Rendering[tuple[Key, str]] = Rendering(self)
        self._setting: Rendering[str] = Rendering(self)
        self._taking: Rendering[str] = Rendering(self)
        self._key: Key | None = None
        self._told = Told(key="protect.told")
        self._state = Told(key="protect.state")
        self._set = Button(_("Set a passphrase…"), key="protect.set")
        self._change = Button(_("Choose another passphrase…"), key="protect.change")
        self._away = Button(_("Take the passphrase away…"), key="protect.away")
        self._asking, self._code = _Asking(), RecoveryCode(self._told, session.today, paper_of(session.settings))
        question = Wrapped(
            _("Take the passphrase away? Then anyone who can sign in to this account can open your notes.")
        )
        self._yes = Button(_("Take it away"), key="protect.yes")
        self._no = Button(_("Keep it"), key="protect.no")
        self._question = QWidget()
        stacked(self._question, question, beside(self._yes, self._no))
        ways = beside(self._set, self._change, self._away)
        stacked(self, self._state, ways, self._asking, self._code, self._question, self._told)
        self._connect()
        self._rest("")

    def _connect(self) -> None:
        for button, slot in (
            (self._set, self._ask), (self._change, self._ask), (self._away, self._ask_away),
            (self._asking.go_on, self._make), (self._asking.leave, self._leave), (self._code.leave, self._leave),
            (self._code.kept, self._protect), (self._no, self._leave), (self._yes, self._take_away),
        ):  # fmt: skip
            button.clicked.connect(slot)
        self._making.done.connect(self._show_code)
        self._setting.done.connect(self._end)
        self._taking.done.connect(self._end)
        for work in (self._making, self._setting, self._taking):
            work.broke.connect(self._end)

    def _rest(self, words: str) -> None:
        """Offer what can be done now, and say how it went."""
        self._key = None
        self._asking.clear()
        self._code.show_code("")
        has = self._store.has_passphrase()
        self._state.tell(
            _("These notes have a passphrase: nobody opens them without it, or without the recovery code.")
            if has
            else _("These notes have no passphrase. Anyone who can sign in to this account can open your notes.")
        )
        for widget, is_there in (
            (self._set, not has), (self._change, has), (self._away, has),
            (self._asking, False), (self._code, False), (self._question, False),
        ):  # fmt: skip
            widget.setVisible(is_there)
        self._told.tell(words)

    def _busy(self, part: QWidget, words: str) -> None:
        part.hide()
        self._told.tell(words)

    def _leave(self) -> None:
        self._end(_("Nothing was changed."))

    def _end(self, words: str) -> None:
        """Rest, with the keyboard on what can be done next and the words in sight."""
        self._rest(words)
        (self._change if self._store.has_passphrase() else self._set).setFocus()
        bring_into_sight(self._told)

    def _only(self, part: QWidget) -> None:
        for widget in (self._set, self._change, self._away, self._asking, self._code, self._question):
            widget.setVisible(widget is part)
        self._told.tell("")
        bring_into_sight(part)

    def _ask(self) -> None:
        self._only(self._asking)
        self._asking.first.box.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_away(self) -> None:
        self._only(self._question)
        self._no.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self) -> None:
        if self._asking.is_right():
            self._busy(self._asking, _("One moment: the key is being made."))
            self._making.start(partial(self._store.new_key, self._asking.first.words()))

    def _show_code(self, made: tuple[Key, str]) -> None:
        self._asking.clear()
        self._key, code = made
        self._only(self._code)
        self._code.show_code(code)
        self._code.setFocus(Qt.FocusReason.TabFocusReason)

    def _protect(self) -> None:
        if self._key is not None:
            self._busy(self._code, _("One moment: every copy of your notes is being closed."))
            self._setting.start(partial(_protected, self._store, self._key, self._session.record))

    def _take_away(self) -> None:
        self._busy(self._question, _("One moment: the passphrase is being taken away."))
        self._taking.start(partial(_unprotected, self._store))


def _protected(store: Store, key: Key, record: Record) -> str:
    """Set the passphrase; how that went, in a sentence."""
    try:
        all_closed = store.protect(key, record, datetime.now())
    except NotSaved as problem:
        return _("{problem} Nothing was changed.").format(problem=problem)
    if not all_closed:
        return _("The passphrase is set. Some earlier copies are closed when you next open these notes.")
    return _("The passphrase is set, for every earlier copy too. Files saved elsewhere stay as they are.")


def _unprotected(store: Store) -> str:
    try:
        store.unprotect()
    except NotSaved as problem:
        return str(problem)
    except OSError as problem:
        return _("{why} The passphrase stays.").format(why=why(problem))
    return _("The passphrase is taken away.")
