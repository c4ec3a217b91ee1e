"""My notes: where they are kept, earlier copies, the people on this computer, and a copy as one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hsct_aid.storage import plain
from hsct_aid.storage.keeping import worth_keeping
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.saves import NotSaved, Saved
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.arrived import bring_in, read
from hsct_aid.ui.beside import Beside
from hsct_aid.ui.escape import escape
from hsct_aid.ui.file_dialogs import CopyOut, ask_which
from hsct_aid.ui.people import People, called, has_passphrases, when
from hsct_aid.ui.protect import Protect
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.column import column
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.told import Told


class Notes(Beside):
    """What a person can do with their notes."""

    def __init__(self, session: Session, shelf: Shelf, store: Store) -> None:
        super().__init__(_("My notes"))
        self._session, self._shelf, self._store = session, shelf, store
        self._build()

    def _build(self) -> None:
        kept = _("The folder of your notes, on this computer:")
        folder = escape(str(self._store.folder))
        self.add(Prose(f"<p>{kept}</p><p>{folder}</p>", _("Where your notes are kept")))
        self.add(Protect(self._session, self._store))
        self.add(Subheading(_("Earlier copies")))
        self._add_copies()
        self.add(Subheading(_("People on this computer")))
        self._people = People(self._session, self._shelf, self._store)
        self._people.open_wanted.connect(self.open_wanted)
        self.add(self._people)
        self.add(Subheading(_("A copy as one file")))
        self._add_file()

    def _add_copies(self) -> None:
        self._copy_told = Told(key="copies.told")
        self._copies = {f"copy.{saved.generation}": saved for saved in _apart(self._store.earlier())}
        shown = worth_keeping(dict(self._copies.values()))
        holder, rows = column(_("Earlier copies"))
        for key, saved in self._copies.items():
            if saved.generation in shown:
                card = Card(when(saved.saved_at, self._session.today), "", key=key)
                card.offer(_("Go back to this copy"), self._go_back)
                rows.addWidget(card)
        if not shown:
            rows.addWidget(Wrapped(_("There is none yet: each save becomes one when the next is made.")))
        self.add(holder)
        self.add(self._copy_told)

    def _go_back(self, key: str) -> None:
        try:
            record = self._store.earlier_record(self._copies[key].generation)
        except NotSaved as problem:
            self._copy_told.tell(str(problem))
            return
        moment = when(self._copies[key].saved_at, self._session.today)
        self._session.go_back_to(record)
        self.told.emit(_("Your notes of {when} are open again. “Undo” takes this back.").format(when=moment))

    def _add_file(self) -> None:
        words = _(
            "The file holds all your notes as plain text. You can keep it elsewhere or bring it to another computer. "
            "A copy that you bring in is added beside the notes that are here: it never goes over them."
        )
        save = Button(_("Save a copy as one file…"), key="notes.save_copy")
        bring = Button(_("Bring in a copy…"), key="notes.bring_in")
        save.clicked.connect(self._save_copy)
        bring.clicked.connect(self._ask_which)
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(save)
        flow.addWidget(bring)
        self._file_told = Told(key="notes.told")
        self._copying = CopyOut(self, self._file_told)
        for widget in (Wrapped(words), buttons, self._file_told):
            self.add(widget)

    def _save_copy(self) -> None:
        self._copying.start_record(self, self._store.plain_copy(self._session.record), self._session.today)

    def _ask_which(self) -> None:
        for path in ask_which(self, str(Path.home()), _("Notes (*.json *.hsct)"), _("Bring in a copy")):
            self._bring_in(path)

    def _bring_in(self, path: Path) -> None:
        try:
            record, save = read(plain.file_bytes(path))
            bring_in(self._shelf, record, save)
        except (BadInput, NotSaved) as problem:
            self._file_told.tell(_("{problem} Nothing was changed.").format(problem=problem))
            return
        self._people.refresh()
        told = _("Brought in as notes of their own, under “People on this computer”: {name}.")
        bare = _("They have no passphrase: to set one, open them there, then choose “My notes” again.")
        name = called(record) if record else _("Notes with a passphrase")
        is_barer = record is not None and has_passphrases(self._shelf)
        self._file_told.tell(" ".join((told.format(name=name), *([bare] if is_barer else ()))))


def _apart(saves: Iterable[Saved]) -> Iterator[Saved]:
    """Saves of one minute look the same to a person: of those one after the other, only the last is offered.

    ``saves`` come newest first. Where the clock was put back, a minute comes again, and each time counts.
    """
    before = None
    for saved in saves:
        minute = saved.saved_at.replace(second=0, microsecond=0)
        if minute != before:
            yield saved
        before = minute
