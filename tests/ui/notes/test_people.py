"""Whose notes there are: adding, opening and deleting them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.ui.notes.opened import NOON, OpenOn, cards, click, is_at_title, words
from tests.windows import part


def test_another_person_is_added_and_opened_by_name(open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot) -> None:
    window = open_on(ann)
    window.session.answer("start.companion", "my sister", typing=True)
    window.show_notes()
    click(window, "people.add", qtbot)
    assert "name" in words(window, "people.told")
    qtbot.keyClicks(part(window, "people.name"), " Zoe  B ")
    click(window, "people.add", qtbot)
    assert not window.isVisible()
    assert window.following is not None
    other = window.following.read().record
    assert other == Record(name="Zoe B")
    again = open_on(window.following)
    again.show_notes()
    assert list(cards(again)) == ["Zoe B", "Ann Example"]
    click(again, f"{ann.folder.name}.0", qtbot)
    assert again.following is not None
    record = again.following.read().record
    assert record is not None
    assert record.start.companion == "my sister"


def test_deleting_asks_once_and_says_what_it_cannot_remove(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot
) -> None:
    zoe = shelf.add(Record(name="Zoë"), NOON)
    window = open_on(ann)
    window.show_notes()
    qtbot.waitUntil(is_at_title)
    click(window, f"{zoe.folder.name}.1", qtbot)
    assert zoe.folder.exists()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is part(window, "people.keep"))
    click(window, "people.keep", qtbot)
    assert zoe.folder.exists()
    click(window, f"{zoe.folder.name}.1", qtbot)
    told = " ".join(view.toPlainText() for view in window.findChildren(type(window.explain.prose)))
    assert "backups" in told
    click(window, "people.delete", qtbot)
    assert not zoe.folder.exists()
    assert words(window, "people.told") == "Deleted."
    assert QApplication.focusWidget() is part(window, "people.add")
    assert "Zoë" not in cards(window)
    click(window, "people.delete_all", qtbot)
    assert ann.folder.exists()


@pytest.mark.parametrize("everybody", [False, True])
def test_deleting_the_open_notes_leaves_nothing_behind(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot, everybody: bool
) -> None:
    zoe = shelf.add(Record(name="Zoë"), NOON)
    window = open_on(ann)
    window.session.answer("start.companion", "typed last", typing=True)
    window.show_notes()
    click(window, "people.delete_all" if everybody else f"{ann.folder.name}.0", qtbot)
    click(window, "people.delete", qtbot)
    assert not window.isVisible()
    assert window.session.parting == "Deleted."
    window.session.close()
    assert not ann.folder.exists()
    assert window.following is not None
    assert [store.folder for store in shelf.stores()] == ([] if everybody else [zoe.folder])
    assert (window.following.folder == zoe.folder) is not everybody


def test_notes_never_saved_can_be_deleted_too(open_on: OpenOn, shelf: Shelf, qtbot: QtBot) -> None:
    store = shelf.create()
    window = open_on(store)
    window.show_notes()
    click(window, f"{store.folder.name}.0", qtbot)
    click(window, "people.delete", qtbot)
    assert window.following is not None
    assert shelf.stores() == ()
