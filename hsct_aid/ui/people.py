"""The people whose notes are kept on this computer: open, add, delete."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.dates import say
from hsct_aid.domain.record import Record
from hsct_aid.storage.saves import NotSaved
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.storage.why import why
from hsct_aid.ui import theme
from hsct_aid.ui.escape import escape
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.column import clear, column
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.in_sight import bring_into_sight
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.widgets.typed import OneLine, label_of

LONGEST_NAME = 200


def when(moment: datetime, today: date | None) -> str:
    """A moment in words, such as “today, 14:02”; with its day where ``today`` is not given."""
    day = moment.date()
    near = {today: _("today"), today - timedelta(days=1): _("yesterday")} if today else {}
    return _("{day}, {time}").format(day=near.get(day) or say(day), time=f"{moment:%H:%M}")


def called(record: Record) -> str:
    """What to call the notes of a person in a list."""
    return record.name.strip() or _("Notes without a name")


def in_words(store: Store, today: date | None) -> tuple[str, str]:
    """What to call the notes in ``store``, and a line on how they are."""
    try:
        loaded = store.read()
    except OSError as problem:
        return _("Notes that cannot be read"), why(problem)
    if loaded.saved is None:
        return _("Notes that do not open"), _("The files are damaged. Nothing of them was deleted.")
    last = _("Last saved {when}").format(when=when(loaded.saved.saved_at, today))
    if store.is_locked:
        return _("Notes with a passphrase"), last
    if loaded.record is None:
        return _("Notes of a newer version of the aid"), last
    return called(loaded.record), last


def has_passphrases(shelf: Shelf) -> bool:
    """Whether some of the notes on this computer open with a passphrase only."""
    with suppress(OSError):
        return bool(shelf.closed())
    return False


class _Question(Framed):
    """Asks once before notes are deleted, and says what that can and cannot remove."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__("", _("Delete notes?"))
        buttons = QWidget()
        flow = Flow(buttons)
        self._keep = Button(_("Keep them"), key="people.keep")
        delete = Button(_("Delete for good"), key="people.delete")
        self._keep.clicked.connect(self.hide)
        delete.clicked.connect(self.confirmed)
        flow.addWidget(self._keep)
        flow.addWidget(delete)
        self.add(buttons)
        self.hide()

    def ask(self, question: str) -> None:
        """Come into view, with the focus on the answer that changes nothing."""
        removes = _("This removes them from this computer, with all their earlier copies. It cannot be undone.")
        leaves = _(
            "It cannot remove what is elsewhere: files you saved, pages you printed or sent, backups, and traces that "
            "the disk keeps of removed files."
        )
        self.prose.show_text(f"<p><b>{escape(question)}</b></p><p>{removes}</p><p>{leaves}</p>")
        self.show()
        self._keep.setFocus()
        bring_into_sight(self)


class People(QWidget):
    """One card a person. ``open_wanted`` carries the store of the notes that are to be shown instead of these."""

    open_wanted = Signal(object)

    def __init__(self, session: Session, shelf: Shelf, store: Store) -> None:
        super().__init__()
        self._session, self._shelf, self._store = session, shelf, store
        self._stores: dict[str, Store] = {}
        self._act: Callable[[], None] = self.refresh
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)
        self._list, self._cards = column(_("People on this computer"))
        self._card_of: dict[str, Card] = {}
        self._question = _Question()
        self._name = OneLine(_("Name of the person to add"), key="people.name", limit=LONGEST_NAME)
        room = Room(self._name)
        self._add = Button(_("Add this person"), key="people.add")
        self._delete_all = Button(_("Delete the notes of everybody…"), key="people.delete_all", quiet=True)
        self.told = Told(key="people.told")
        for widget in (self._list, label_of(self._name), self._name, room, self._add, self._delete_all, self.told):
            self._rows.addWidget(widget)
        self._question.confirmed.connect(self._do)
        self._add.clicked.connect(self._add_person)
        self._delete_all.clicked.connect(self._ask_all)
        self.refresh()

    def refresh(self) -> None:
        """Show whose notes there are now."""
        self._bring_question_home()
        clear(self._cards)
        open_now = self._store.folder.name
        self._stores = {open_now: self._store}
        try:
            self._stores |= {key: store for store in self._shelf.stores() if (key := store.folder.name) != open_now}
        except OSError as problem:
            self.told.tell(why(problem))
        self._card_of = {key: self._card(key, store) for key, store in self._stores.items()}
        for card in self._card_of.values():
            self._cards.addWidget(card)

    def _card(self, key: str, store: Store) -> Card:
        if store is self._store:
            card = Card(called(self._session.record), _("Open now"), key=key)
        else:
            card = Card(*in_words(store, self._session.today), key=key)
            card.offer(_("Open"), self._open)
        card.offer(_("Delete…"), self._ask)
        return card

    def _open(self, key: str) -> None:
        try:
            self._stores[key].read()
        except OSError as problem:
            self.told.tell(why(problem))
            return
        if self._session.settle():
            self.open_wanted.emit(self._stores[key])
        else:
            self.told.tell(_("Your own notes are not saved yet: look above what you can do."))

    def _add_person(self) -> None:
        name = " ".join(self._name.text().split())
        if not name:
            self.told.tell(_("Write a name first. It can be any name that you will know again."))
            self._name.setFocus()
            return
        try:
            store = self._shelf.add(Record(name=name), datetime.now())
        except NotSaved as problem:
            self.told.tell(str(problem))
            return
        self._name.clear()
        self.refresh()
        self._open(store.folder.name)

    def _ask(self, key: str) -> None:
        name = called(self._session.record) if key == self._store.folder.name else in_words(self._stores[key], None)[0]
        self._act = partial(self._delete, key)
        self._card_of[key].add(self._question)
        self._question.ask(_("Delete these notes: {name}?").format(name=name))

    def _ask_all(self) -> None:
        self._act = self._delete_everything
        self._bring_question_home()
        self._question.ask(_("Delete the notes of everybody who uses this computer account?"))

    def _bring_question_home(self) -> None:
        """Out of the card it stands in, which may be on its way out."""
        self._question.hide()
        self._rows.insertWidget(self._rows.indexOf(self.told), self._question)

    def _do(self) -> None:
        self._bring_question_home()
        try:
            self._act()
        except OSError as problem:
            self.told.tell(why(problem))

    def _delete(self, key: str) -> None:
        if key != self._store.folder.name:
            self._shelf.delete(self._stores[key])
            self.refresh()
            self.told.tell(_("Deleted."))
            self._add.setFocus()
            bring_into_sight(self.told)
            return
        self._session.settle()
        with suppress(FileNotFoundError):  # where nothing was saved yet
            self._shelf.delete(self._store)
        self._session.forget()
        others = [store for store in self._stores.values() if store is not self._store]
        self.open_wanted.emit(others[0] if others else self._shelf.create())

    def _delete_everything(self) -> None:
        self._session.settle()
        self._shelf.delete_all()
        self._session.forget()
        self.open_wanted.emit(self._shelf.create())
