"""A copy of notes that was opened outside: the question, and what comes of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.storage import seal
from hsct_aid.storage.plain import MOST_BYTES, write_record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.window import Window
from tests.audit.page import CHECKS
from tests.storage.keys import WORDS, key
from tests.test_cli import WRONG
from tests.ui.arriving import NOON, OLD, Take, names, text, title
from tests.windows import part


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
