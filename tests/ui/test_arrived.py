"""A copy of notes that was opened outside: the question, what comes of it, and what it has to wait for."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hsct_aid.app import _ask_passphrase, _take
from hsct_aid.domain.record import Record
from hsct_aid.storage import instance, seal
from hsct_aid.storage.plain import MOST_BYTES, write_record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.ui.coming_forward import come_forward_when_asked
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.window import Window
from tests.audit.page import CHECKS
from tests.storage.keys import WORDS, key
from tests.test_cli import WRONG
from tests.windows import part

NOON = datetime(2026, 11, 23, 12, 0)
OLD = Record(name="Ann, old <computer>", place="start_facts")
Take = Callable[[list[Path]], None]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "notes")
    made.add(Record(name="Zoë"), NOON)
    return made


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "my-notes.hsct-aid.json"
    path.write_bytes(write_record(OLD))
    return path


@pytest.fixture
def take(window: Window, shelf: Shelf) -> Take:
    return partial(_take, window, shelf, [])


def title(window: Window) -> str:
    return next(one.text() for one in window.findChildren(Heading) if one.isVisibleTo(window))


def text(window: Window) -> str:
    views = window.stack.shown.findChildren(type(window.explain.prose))
    return " ".join(view.toPlainText() for view in views)


def names(shelf: Shelf) -> list[str]:
    records = [store.read().record for store in shelf.stores()]
    return sorted(record.name for record in records if record)


def test_by_keys_alone_a_copy_is_brought_in_beside_what_is_here_and_opens(
    window: Window, shelf: Shelf, take: Take, copy: Path, qtbot: QtBot
) -> None:
    take([copy])
    assert title(window) == "Bring in these notes?"
    qtbot.waitUntil(lambda: isinstance(held := QApplication.focusWidget(), Heading) and held.isVisible())
    for told in ("my-notes.hsct-aid.json", "Ann, old <computer>", "Zoë. Last saved today, 12:00."):
        assert told in text(window)
    for _stop in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Bring it in"
    assert [found for check in CHECKS for found in check(window)] == []
    assert names(shelf) == ["Zoë"]
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert names(shelf) == ["Ann, old <computer>", "Zoë"]
    assert window.following is not None
    assert window.following.read().record == OLD
    assert not window.isVisible()
    assert "Ann, old <computer>" in window.session.parting


@pytest.mark.parametrize("way", ["arrived.leave", "back", "escape"])
def test_not_now_changes_nothing_and_goes_back_to_where_one_was(
    window: Window, take: Take, copy: Path, qtbot: QtBot, way: str
) -> None:
    take([copy])
    if way == "escape":
        qtbot.keyClick(part(window, "arrived.bring"), Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(part(window, way), Qt.MouseButton.LeftButton)
    take([])
    assert not window.stack.is_beside
    assert window.isVisible()
    assert window.following is None
    assert copy.exists()


def test_what_is_no_copy_is_told_in_the_window_with_a_way_on_and_nothing_is_changed(
    window: Window, shelf: Shelf, take: Take, tmp_path: Path, qtbot: QtBot
) -> None:
    given = tmp_path / os.fsdecode(b"wrong\n\xff<b>.hsct-aid.json")
    closed = seal.wrap(write_record(OLD), 7, NOON, key()[0])
    for problem, data in (
        ("There is no file", None),
        ("A newer version", WRONG["newer version"]),
        ("This is not JSON", WRONG["not JSON"]),
        ("This is not a copy of notes, or it was changed", WRONG["not JSON"]),
        ("This is not a copy of notes, or it was changed", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ("This file is damaged: choose another one from its folder.", closed[:-1]),
        ("This file is empty", b""),
        ("That file is too large", b" " * (MOST_BYTES + 1)),
        ("A newer version", seal.wrap(WRONG["newer version"], 7, NOON)),
    ):
        if data is not None:
            given.write_bytes(data)
        window.explain.tell("A damaged copy was set aside.")
        take([given])
        assert title(window) == "This file cannot be brought in"
        assert "wrong\N{REPLACEMENT CHARACTER}" in text(window)
        assert problem in text(window)
        assert "Nothing was changed." in text(window)
        assert "canary" not in text(window)
        assert window.explain.isVisible()
        qtbot.mouseClick(part(window, "arrived.leave"), Qt.MouseButton.LeftButton)
        assert not window.stack.is_beside
    take([tmp_path])
    assert "That is not a file that can be read" in text(window)
    assert names(shelf) == ["Zoë"]


@pytest.mark.parametrize("with_key", [False, True])
def test_a_save_from_the_folder_of_other_notes_is_brought_in_as_it_is(
    window: Window, shelf: Shelf, take: Take, tmp_path: Path, with_key: bool
) -> None:
    given = tmp_path / "record-0000000007.hsct"
    given.write_bytes(seal.wrap(write_record(OLD), 7, NOON, key()[0] if with_key else None))
    take([given])
    assert title(window) == "Bring in these notes?"
    assert ("You are asked for its passphrase then." in text(window)) == with_key
    assert ("Ann, old" in text(window)) != with_key
    assert not shelf.has_save(given.read_bytes())
    QTest.mouseClick(part(window, "arrived.bring"), Qt.MouseButton.LeftButton)
    store = window.following
    assert store is not None
    assert [one.read_bytes() for one in store.folder.iterdir()] == [given.read_bytes()]
    store.load()
    assert store.is_locked == with_key
    assert not with_key or store.unlock(WORDS)
    assert store.load().record == OLD
    assert names(shelf) == (["Zoë"] if with_key else ["Ann, old <computer>", "Zoë"])


@pytest.mark.parametrize("with_key", [False, True])
def test_a_save_of_notes_that_are_here_need_not_be_brought_in(
    window: Window, shelf: Shelf, take: Take, with_key: bool
) -> None:
    store = shelf.stores()[0]
    if with_key:
        store.load()
        store.protect(key()[0], Record(name="Zoë"), NOON)
    take([max(store.folder.iterdir())])
    assert "The same notes are on this computer already" in text(window)


def test_where_other_notes_have_a_passphrase_it_is_said_that_what_is_brought_in_has_none(
    window: Window, shelf: Shelf, take: Take, copy: Path, qtbot: QtBot
) -> None:
    take([copy])
    assert "passphrase" not in text(window)
    window.turn_back()
    store = shelf.stores()[0]
    store.load()
    store.protect(key()[0], Record(name="Zoë"), NOON)
    take([copy])
    assert "Unlike other notes here, it has no passphrase: you can set one in “My notes”" in text(window)
    qtbot.mouseClick(part(window, "arrived.bring"), Qt.MouseButton.LeftButton)
    assert "They have no passphrase: to set one, choose “My notes”" in window.session.parting


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
