"""The page that asks for the passphrase before notes are opened: calm, without a limit of tries."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from hsct_aid.storage.passphrase import read_code
from hsct_aid.storage.saves import Loaded
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.alone import Alone
from hsct_aid.ui.people import in_words
from hsct_aid.ui.recovery_code import beside
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.secret import Secret
from hsct_aid.ui.widgets.told import Told


class Unlock(Alone):
    """Stays until the notes in ``store`` open. ``following`` is whose to show then; None where the person leaves."""

    def __init__(self, shelf: Shelf, store: Store, loaded: Loaded) -> None:
        super().__init__(_("These notes have a passphrase"))
        self.following: Store | None = None
        self._hint = ""
        self._shelf, self._store, self._others = shelf, store, dict[str, Store]()
        self._work: Rendering[bool] = Rendering(self)
        self._box = Secret(_("Passphrase, or recovery code"), key="unlock.words")
        self._open = Button(_("Open my notes"), key="unlock.open", main=True)
        self._told = Told(key="unlock.told", bold=True)
        self._waits = Told(key="unlock.waits")
        self._lay_out()
        self._told.tell(" ".join(loaded.messages))
        self._box.entered.connect(self._try)
        self._open.clicked.connect(self._try)
        self._work.done.connect(self._tried)
        self._work.broke.connect(self._tell)
        self.begin_at(self._box.box)

    def ask(self) -> tuple[Store | None, str]:
        """Show the page until it is closed: whose notes to show then, and a sentence for the page that comes next."""
        self.stay()
        return self.following, self._hint

    def say_what_waits(self, *, is_any: bool) -> None:
        """Say that a file was opened and is asked about after this page, where there is any: once."""
        if is_any and not self._waits.text():
            self._waits.tell(
                _("You opened a file. The aid asks about it as soon as notes are open: these, or new ones.")
            )

    def _lay_out(self) -> None:
        calm = _("Take your time: you can try as often as you like, and nothing is lost.")
        for widget in (self._waits, Wrapped(calm), self._box, beside(self._open), self._told):
            self.page.add(widget)
        self.page.add(Subheading(_("Or")))
        for store in self._shelf.stores():
            if store.folder.name != self._store.folder.name:
                self._others[store.folder.name] = store
                card = Card(*in_words(store, None), key=store.folder.name)
                card.offer(_("Open"), self._open_other)
                self.page.add(card)
        new = Button(_("Begin new notes"), key="unlock.new")
        leave = Button(_("Close the aid"), key="unlock.close")
        new.clicked.connect(self._begin)
        leave.clicked.connect(self.close)
        self.page.add(beside(new, leave))

    def _tell(self, words: str) -> None:
        self._told.tell(words)
        self._open.setEnabled(True)

    def _try(self) -> None:
        if self._work.is_working:
            return
        if not self._box.words().strip():
            self._tell("")
            self._box.refuse(_("Write the passphrase first."))
            return
        self._open.setEnabled(False)
        self._told.tell(_("One moment: the passphrase is being tried."))
        self._work.start(partial(self._store.unlock, self._box.words()))

    def _tried(self, opens: bool) -> None:
        if opens:
            if read_code(self._box.words()):
                self._hint = _("The recovery code opened your notes: you can choose a new passphrase in “My notes”.")
            self._leave_for(self._store)
            return
        self._tell(
            _(
                "That does not open these notes. Look whether capital letters are on, and which language the keyboard "
                "is set to; then try again. Your notes are whole, and nothing was changed."
            )
        )
        self._box.box.setFocus()
        self._box.box.selectAll()

    def _open_other(self, key: str) -> None:
        self._leave_for(self._others[key])

    def _begin(self) -> None:
        self._leave_for(self._shelf.create())

    def _leave_for(self, store: Store) -> None:
        self.following = store
        self.close()
