"""One file with all that was written, to save elsewhere and to bring in."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.storage.keys import key
from tests.ui.notes.opened import NOON, OpenOn, choose, click, words


def test_a_copy_is_saved_as_one_file_and_brought_in_beside_what_is_there(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shelf.folder.parent
    window = open_on(ann)
    window.show_notes()
    for name in ("one.json", "two.json"):
        choose(monkeypatch, folder / name)
        click(window, "notes.save_copy", qtbot)
        qtbot.waitUntil(lambda name=name: name in words(window, "notes.told"))  # type: ignore[misc]
    assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()
    choose(monkeypatch, folder / "one.json")
    click(window, "notes.bring_in", qtbot)
    assert words(window, "notes.told").endswith("“People on this computer”: Ann Example.")
    assert len(shelf.stores()) == 2
    assert [store.read().record for store in shelf.stores()] == [window.session.record] * 2
    assert len(ann.earlier()) == 2
    ann.protect(key()[0], window.session.record, NOON)
    click(window, "notes.bring_in", qtbot)
    assert words(window, "notes.told").endswith("open them there, then choose “My notes” again.")


def test_a_file_that_cannot_be_used_is_refused_in_place_and_changes_nothing(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shelf.folder.parent
    (folder / "bad.json").write_text('{"schema_version": 1, "canary": 1}', encoding="utf-8")
    window = open_on(ann)
    window.show_notes()
    for path in (folder / "bad.json", folder / "nowhere.json", folder):
        choose(monkeypatch, path)
        click(window, "notes.bring_in", qtbot)
        assert words(window, "notes.told").endswith("Nothing was changed.")
        assert "canary" not in words(window, "notes.told")
    choose(monkeypatch, folder / "no" / "folder.json")
    click(window, "notes.save_copy", qtbot)
    there_is_none = "There is no file or folder of that name: check how it is written."
    qtbot.waitUntil(lambda: words(window, "notes.told") == there_is_none)
    assert len(shelf.stores()) == 1
