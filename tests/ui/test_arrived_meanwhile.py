"""A copy of notes that was opened outside while something else is going on: it waits, and says so."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hsct_aid.app import _ask_passphrase, _take
from hsct_aid.domain.record import Record
from hsct_aid.storage import instance
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.ui.coming_forward import come_forward_when_asked
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.window import Window
from tests.storage.keys import key
from tests.ui.arriving import NOON, OLD, Take, names, text, title
from tests.windows import part


def test_the_same_notes_are_said_to_be_here_and_the_same_file_is_asked_about_once(
    window: Window, shelf: Shelf, take: Take, copy: Path
) -> None:
    shelf.add(OLD, NOON)
    take([copy])
    assert "The same notes are on this computer already" in text(window)
    assert [part(window, f"arrived.{way}").font().bold() for way in ("leave", "bring")] == [True, False]
    take([copy])
    window.turn_back()
    take([])
    assert not window.stack.is_beside
    assert not window.explain.isVisible()


def test_it_waits_for_my_notes_and_for_a_dialog_and_says_so(
    window: Window, take: Take, copy: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(write_record(Record(name="Bob")))
    dialog = QFileDialog(window)
    qtbot.addWidget(dialog)
    dialog.open()
    take([copy, other])
    assert not window.stack.is_beside
    dialog.close()
    take([])
    assert "Ann, old" in text(window)
    take([copy])
    window.turn_back()
    take([])
    assert "Bob" in text(window)
    take([copy])
    assert "as soon as you leave this page" in window.explain.prose.toPlainText()
    window.turn_back()
    take([])
    assert "Ann, old" in text(window)


def test_a_copy_opened_at_the_passphrase_is_asked_about_in_the_first_frame_after_it(
    window: Window, shelf: Shelf, copy: Path
) -> None:
    store = shelf.stores()[0]
    store.load()
    store.protect(key()[0], Record(name="Zoë"), NOON)
    hold = instance.begin(shelf.folder.parent)
    assert hold is not None
    instance.ask_to_raise(shelf.folder.parent, copy)
    waiting: list[Path] = []
    locked = shelf.stores()[0]
    told: list[str] = []

    def look() -> None:
        lines = (one for one in QApplication.allWidgets() if isinstance(one, Told))
        told.extend(line.text() for line in lines if line.objectName() == "unlock.waits")
        QApplication.exit()

    QTimer.singleShot(0, look)
    assert _ask_passphrase(shelf, locked, locked.load(), hold, waiting)[0] is None
    assert waiting == [copy]
    assert told == ["You opened a file. The aid asks about it as soon as notes are open: these, or new ones."]
    come_forward_when_asked(window, hold.asked, partial(_take, window, shelf, waiting)).stop()
    assert title(window) == "Bring in these notes?"
    assert "Notes with a passphrase" in text(window)
    hold.end()


def test_unsaved_words_are_not_left_behind_for_a_copy(
    window: Window, shelf: Shelf, take: Take, copy: Path, qtbot: QtBot
) -> None:
    def full(_record: Record) -> None:
        raise OSError(28, "")

    window.session._keep = full
    with qtbot.waitSignal(window.session.save_failed):
        window.session.answer("start.companion", "my sister")
    take([copy])
    qtbot.mouseClick(part(window, "arrived.bring"), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert names(shelf) == ["Zoë"]
    assert part(window, "arrived.told").accessibleName().startswith("Your own notes are not saved yet")
    window.session.forget()


def test_where_nothing_can_be_written_that_is_said_in_place(
    window: Window, shelf: Shelf, take: Take, copy: Path, qtbot: QtBot
) -> None:
    take([copy])
    shelf.folder.rename(shelf.folder.with_name("away"))
    shelf.folder.write_bytes(b"in the way")
    qtbot.mouseClick(part(window, "arrived.bring"), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert part(window, "arrived.told").accessibleName().endswith("Nothing was changed.")
