"""A save that failed: it can be tried again, kept elsewhere, and nothing closes over unsaved words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import read_record, write_record
from hsct_aid.storage.saves import SecondWriter
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.ui.notes.opened import NOON, OpenOn, choose, click, failing, words
from tests.ui.widgets.test_on_the_way import TOLD_MS
from tests.windows import part


def test_a_failed_save_can_be_tried_again_saved_elsewhere_or_copied(
    open_on: OpenOn, ann: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_on(ann)
    keep = window.session._keep
    failing(window, qtbot)
    assert words(window, "saved") == "Not saved"
    told = "Not saved. The disk is full: make some room on it, then try again. All your words are still here."
    assert words(window, "unsaved.why") == told
    choose(monkeypatch, tmp_path / "elsewhere.json")
    click(window, "unsaved.elsewhere", qtbot)
    qtbot.waitUntil((tmp_path / "elsewhere.json").exists)
    assert read_record((tmp_path / "elsewhere.json").read_bytes()) == window.session.record
    qtbot.waitUntil(lambda: "elsewhere.json" in part(window, "unsaved.copy").accessibleDescription())
    click(window, "unsaved.copy", qtbot)
    assert QGuiApplication.clipboard().text() == write_record(window.session.record).decode()
    window.session._keep = keep
    with qtbot.waitSignal(window.session.saved):
        click(window, "unsaved.again", qtbot)
    qtbot.waitUntil(window.unsaved.isHidden)
    assert words(window, "saved") == "Saved 12:00"


def test_who_hears_the_window_is_told_what_became_of_the_last_save(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    qtbot.wait(TOLD_MS)
    with qtbot.waitSignal(window.session.saved):
        window.session.answer("start.companion", "my brother")
    assert "Saved 12:00" in part(window, "help").accessibleDescription()
    failing(window, qtbot)
    assert "Saved" not in part(window, "help").accessibleDescription()
    assert "Not saved" in part(window, "help").accessibleDescription()
    assert "The disk is full" in part(window, "unsaved.again").accessibleDescription()
    click(window, "unsaved.copy", qtbot)
    assert "Copied." in part(window, "unsaved.copy").accessibleDescription()


def test_the_next_answer_tries_to_save_again(open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot) -> None:
    window = open_on(ann)
    keep = window.session._keep
    failing(window, qtbot)
    window.session._keep = keep
    with qtbot.waitSignal(window.session.saved):
        window.session.answer("start.asks", ("talk",))
    record = shelf.stores()[0].read().record
    assert record == window.session.record


def test_a_window_with_unsaved_words_closes_only_when_told_twice(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    failing(window, qtbot)
    assert not window.close()
    assert window.isVisible()
    click(window, "unsaved.close", qtbot)
    assert not window.isVisible()


def test_turning_pages_alone_never_holds_the_window_open(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    failing(window, qtbot)
    window.session.undo()
    window.session.go("start_wish")
    assert window.close()


def test_nobody_else_is_opened_while_words_are_unsaved(open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot) -> None:
    zoe = shelf.add(Record(name="Zoë"), NOON)
    window = open_on(ann)
    failing(window, qtbot)
    window.show_notes()
    click(window, f"{zoe.folder.name}.0", qtbot)
    assert window.isVisible()
    assert window.following is None
    assert "not saved yet" in words(window, "people.told")


def test_a_second_writer_is_told_and_both_versions_are_kept(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot
) -> None:
    window = open_on(ann)
    other = shelf.stores()[0]
    other.load()
    other.save(Record(name="Ann elsewhere"), NOON)
    with qtbot.waitSignal(window.session.set_beside):
        window.session.answer("start.companion", "my sister")
    qtbot.waitUntil(lambda: "both are kept" in window.explain.prose.toPlainText())
    assert window.session.settle()
    assert not window.unsaved.isVisible()
    kept = {store.read().record for store in shelf.stores()}
    assert {Record(name="Ann elsewhere"), window.session.record} == kept
    assert issubclass(SecondWriter, OSError)
