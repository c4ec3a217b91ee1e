"""Looks over what stands beside the pages: first start, notes, a copy that was opened, the passphrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from hsct_aid import shipped
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui import style
from hsct_aid.ui.arrived import ask
from hsct_aid.ui.first_start import FirstStart
from hsct_aid.ui.notes import Notes
from hsct_aid.ui.protect import Protect
from hsct_aid.ui.session import Session
from hsct_aid.ui.unlock import Unlock
from hsct_aid.ui.window import Window
from tests.audit.seen import Finding, ours
from tests.audit.walk import Check, Look, settle
from tests.storage.keys import key

NOON = datetime(2026, 11, 23, 12, 0)
LONGEST_TURNS = 2000


def besides(aid: Aid, look: Look, checks: Sequence[Check]) -> Iterator[Finding]:
    """Everything that is shown in place of a page, or before one, in this look."""
    settings = Settings(theme=look.theme, text_size=look.size)  # type: ignore[arg-type]  # one of the four
    style.dress(style.running(), settings)
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        zoe = shelf.add(Record(name="Zoë" * 20), NOON)
        ann = shelf.add(Record(name="Ann"), NOON - timedelta(days=2))
        ann.save(Record(name="Ann Example"), NOON - timedelta(days=1))
        session = Session(
            aid, Record(name="Ann Example"), settings, keep=_full, keep_settings=lambda _settings: None,
            today=date(2026, 11, 23), clock=lambda: NOON,
        )  # fmt: skip
        window = Window(session, lambda: Notes(session, shelf, ann))
        window.resize(*look.room)
        window.show()
        window.activateWindow()
        for where in _in_window(window, ann, zoe):
            yield from _found(window, checks, where)
        window.close()
        session.close()
        window.deleteLater()
        yield from _locked(shelf, ann, look, checks)


def _full(_record: Record) -> None:
    raise OSError(28, "No space left on device")


def _in_window(window: Window, ann: Store, zoe: Store) -> Iterator[str]:
    """Show one thing after the other; what it is."""
    window.show_beside(lambda: FirstStart(window.session, ann.folder, ann))
    yield "the first start"
    window.turn_next()
    ask(window, Shelf(ann.folder.parents[1]), shipped.folder("demo") / "sample-person.json")
    yield "the question about a copy that was opened"
    ask(window, Shelf(ann.folder.parents[1]), ann.folder)
    yield "a file that cannot be brought in"
    window.turn_back()
    window.show_notes()
    yield "the notes"
    _press(window, "people.add")
    _press(window, f"{zoe.folder.name}.1")
    yield "the notes, about to delete some"
    _press(window, "people.keep")
    _press(window, "protect.set")
    _press(window, "protect.go_on")
    yield "the notes, asking for a passphrase"
    protect = window.stack.shown.findChild(Protect)
    assert protect is not None
    protect._show_code(key())  # making one takes a second
    yield "the notes, with a recovery code"
    _protect(window, ann)
    yield "the notes, with a passphrase"
    _press(window, "protect.away")
    yield "the notes, about to lose their passphrase"
    window.session.answer("start.companion", "my sister")
    window.session.save()
    for _turn in range(LONGEST_TURNS):
        if window.unsaved.isVisible():
            break
        QTest.qWait(10)
    window.unsaved.ask_before_closing()
    yield "the notes, not saved"


def _protect(window: Window, ann: Store) -> None:
    ann.protect(key()[0], Record(name="Ann Example"), NOON)
    window.turn_back()
    window.show_notes()


def _locked(shelf: Shelf, ann: Store, look: Look, checks: Sequence[Check]) -> Iterator[Finding]:
    """The page that asks for the passphrase, with a wrong one."""
    store = Store(ann.folder)
    page = Unlock(shelf, store, store.load())
    page.resize(*look.room)
    page.show()
    page.activateWindow()
    yield from _found(page, checks, "the question for the passphrase")
    _press(page, "unlock.open")
    yield from _found(page, checks, "the question for the passphrase, not answered")
    page.close()
    page.deleteLater()


def _found(window: QWidget, checks: Sequence[Check], where: str) -> Iterator[Finding]:
    settle(window)
    for check in checks:
        for finding in check(window):
            yield Finding(finding.rule, f"{where}: {finding.what}")


def _press(window: QWidget, name: str) -> None:
    settle(window)
    (button,) = (one for one in ours(window) if isinstance(one, QPushButton) and one.objectName() == name)
    button.click()
