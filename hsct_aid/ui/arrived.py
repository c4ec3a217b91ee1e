"""Asks whether to bring in a copy of notes that was opened outside the aid, as by a double-click."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path

from hsct_aid.domain.record import Record
from hsct_aid.storage import plain
from hsct_aid.storage.plain import BadInput, NewerVersion, OwnSave
from hsct_aid.storage.saves import NotSaved
from hsct_aid.storage.shelf import Shelf, read_save
from hsct_aid.storage.store import Store
from hsct_aid.ui.beside import Beside
from hsct_aid.ui.escape import escape
from hsct_aid.ui.people import called, has_passphrases, in_words
from hsct_aid.ui.recovery_code import beside
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.window import Window


def ask(window: Window, shelf: Shelf, path: Path) -> None:
    """Ask in ``window`` about the copy at ``path``, or say there why it cannot be brought in."""
    has_told = not window.explain.isHidden()
    window.show_beside(partial(_page, window.session, shelf, path))
    window.explain.setVisible(has_told)  # what was told at the start is not lost


def _page(session: Session, shelf: Shelf, path: Path) -> Beside:
    try:
        data = plain.file_bytes(path)
    except BadInput as problem:
        return _refused(path, str(problem), "")
    try:
        return Arrived(session, shelf, path, *read(data))
    except NewerVersion as problem:
        return _refused(path, str(problem), "")
    except BadInput as problem:
        told = _("This is not a copy of notes, or it was changed since it was saved.")
        right = _("A copy of notes is the file that “Save a copy as one file…” wrote, in “My notes”.")
        found = _("For someone who helps you with computers: {problem}").format(problem=problem)
        return _refused(path, told, f"<p>{right}</p><p>{escape(found)}</p>")


def read(data: bytes) -> tuple[Record | None, bytes]:
    """What a file of notes holds, None where it has a passphrase, and its bytes if it is to be kept as it is.

    Raises BadInput.
    """
    try:
        return plain.read_record(data), b""
    except OwnSave:
        return read_save(data), data


def bring_in(shelf: Shelf, record: Record | None, save: bytes) -> Store:
    """Keep what was read as one more, beside all that is there. Raises NotSaved."""
    return shelf.add(record, datetime.now()) if record and not save else shelf.add_save(save)


class Arrived(Beside):
    """The question. A copy that is brought in becomes notes of its own, which then open: nothing is written over."""

    def __init__(self, session: Session, shelf: Shelf, path: Path, record: Record | None, save: bytes) -> None:
        super().__init__(_("Bring in these notes?"))
        self._session, self._shelf, self._record, self._save = session, shelf, record, save
        self._name = called(record) if record else _("Notes with a passphrase")
        self.setObjectName(path.as_uri())
        here, is_here = self._here()
        self._is_barer = record is not None and has_passphrases(shelf)
        self.add(Prose(self._words(path, here, is_here=is_here), _("The copy that you opened")))
        bring = Button(_("Bring it in"), key="arrived.bring", main=not is_here)
        leave = Button(_("Not now"), key="arrived.leave", main=is_here)
        bring.clicked.connect(self._bring_in)
        leave.clicked.connect(self.left)
        self.add(beside(bring, leave))
        self._told = Told(key="arrived.told")
        self.add(self._told)

    def _words(self, path: Path, here: str, *, is_here: bool) -> str:
        copy = _("The file {file} is a copy of notes: {name}.").format(file=plain.one_line(path.name), name=self._name)
        added = _("It is added beside the notes that are here, and then it opens. Nothing that is here is changed.")
        if is_here:
            added = _("The same notes are on this computer already: you need not bring them in again.")
        elif self._record is None:
            added += " " + _("You are asked for its passphrase then.")
        elif self._is_barer:
            added += " " + _(
                "Unlike other notes here, it has no passphrase: you can set one in “My notes” when it is open."
            )
        now = f"<p>{_('On this computer now:')}</p>{here}" if here else ""
        return f"<p><b>{escape(copy)}</b></p><p>{added}</p>{now}"

    def _here(self) -> tuple[str, bool]:
        """The notes on this computer one a line, and whether the copy is the same as some of them."""
        items, is_here = "", False
        with suppress(OSError):  # where the folder cannot be read, nothing can be brought in either, and that says why
            for store in self._shelf.stores():
                name, how = in_words(store, self._session.today)
                record = store.read().record
                if store.folder.name == self._session.settings.last_record:
                    record = self._session.record
                    name, how = called(record), _("Open now")
                items += f'<p class="point">•&nbsp;&nbsp;{escape(f"{name}. {how}.")}</p>'
                is_here = is_here or (record is not None and record == self._record)
            is_here = is_here or bool(self._save and self._shelf.has_save(self._save))
        return items, is_here

    def _bring_in(self) -> None:
        if not self._session.settle():
            self._told.tell(_("Your own notes are not saved yet: look above what you can do."))
            return
        try:
            store = bring_in(self._shelf, self._record, self._save)
        except NotSaved as problem:
            self._told.tell(_("{problem} Nothing was changed.").format(problem=problem))
            return
        words = _("These are the notes that you brought in: {name}. All others are in “My notes”.")
        bare = _("They have no passphrase: to set one, choose “My notes”, then “Set a passphrase…”.")
        self._session.parting = " ".join((words.format(name=self._name), *([bare] if self._is_barer else ())))
        self.open_wanted.emit(store)


def _refused(path: Path, problem: str, more: str) -> Beside:
    """Why nothing can be brought in; ``more`` as HTML."""
    page = Beside(_("This file cannot be brought in"))
    page.setObjectName(path.as_uri())
    file = escape(_("The file: {file}").format(file=plain.one_line(path.name)))
    nothing = escape(_("{problem} Nothing was changed.").format(problem=problem))
    page.add(Prose(f"<p>{file}</p><p><b>{nothing}</b></p>{more}", page.heading.text()))
    leave = Button(_("Go on to my notes"), key="arrived.leave", main=True)
    leave.clicked.connect(page.left)
    page.add(beside(leave))
    return page
