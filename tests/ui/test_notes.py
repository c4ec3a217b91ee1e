"""My notes: earlier copies, people, one file; and what is left on the computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import read_record, write_record
from hsct_aid.storage.saves import SecondWriter
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.notes import Notes
from hsct_aid.ui.session import Session
from hsct_aid.ui.theme import TARGET
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.heading import Heading, Wrapped
from hsct_aid.ui.window import Window
from tests.audit.ink import handles
from tests.audit.page import CHECKS
from tests.storage.keys import key
from tests.windows import TODAY, part

NOON = datetime(2026, 11, 23, 12, 0)
OpenOn = Callable[[Store], Window]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "notes")


@pytest.fixture
def open_on(aid: Aid, dressed: QApplication, shelf: Shelf, qtbot: QtBot) -> OpenOn:
    """Opens a window on a store, as the application does."""

    def make(store: Store) -> Window:
        record = store.load().record or Record()
        session = Session(
            aid, record, Settings(theme="light"), keep=lambda kept: store.save(kept, NOON + timedelta(minutes=9)),
            keep_settings=lambda _settings: None, today=TODAY, clock=lambda: NOON,
        )  # fmt: skip
        window = Window(session, lambda: Notes(session, shelf, store))
        window.resize(1280, 800)
        window.show()
        qtbot.addWidget(window, before_close_func=lambda _window: session.close())
        return window

    return make


@pytest.fixture
def ann(shelf: Shelf) -> Store:
    store = shelf.add(Record(name="Ann", place="process_what"), NOON - timedelta(days=1))
    store.save(Record(name="Ann", place="start_wish"), NOON)
    store.save(Record(name="Ann Example", place="start_facts"), NOON + timedelta(minutes=1))
    return store


def click(window: QWidget, name: str, qtbot: QtBot) -> None:
    button = part(window, name)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cards(window: Window) -> dict[str, str]:
    """The cards in sight: their words and their object names."""
    found = [card for card in window.findChildren(Card) if card.isVisibleTo(window)]
    return {card.accessibleName(): card.objectName().removeprefix("card.") for card in found}


def words(window: Window, name: str) -> str:
    told = part(window, name)
    assert isinstance(told, Wrapped)
    return told.text()


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """What the person chooses in the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(paths[0]) if paths else "", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(path) for path in paths], ""))


def test_the_notes_have_one_heading_large_targets_and_say_where_they_are(
    open_on: OpenOn, ann: Store, qtbot: QtBot
) -> None:
    window = open_on(ann)
    click(window, "notes", qtbot)
    headings = [one for one in window.findChildren(Heading) if one.isVisibleTo(window)]
    assert [one.text() for one in headings] == ["My notes"]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is headings[0])
    shown = window.stack.shown
    told = " ".join(view.toPlainText() for view in shown.findChildren(type(window.explain.prose)))
    assert str(ann.folder) in told
    assert "Anyone who can sign in to this account can open your notes." in words(window, "protect.state")
    small = [b.text() for b in window.findChildren(QPushButton) if b.isVisibleTo(window) and b.height() < TARGET]
    assert small == []


def test_escape_leaves_the_notes_only_where_nothing_was_typed(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    window.show_notes()
    box = part(window, "people.name")
    qtbot.keyClicks(box, "Zo")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert window.stack.is_beside
    assert isinstance(box, QLineEdit)
    assert box.text() == "Zo"
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not window.stack.is_beside


@pytest.mark.parametrize("way", ["back", "escape", "alt"])
def test_the_notes_close_to_where_one_was(open_on: OpenOn, ann: Store, qtbot: QtBot, way: str) -> None:
    window = open_on(ann)
    window.show_notes()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Heading))
    if way == "back":
        click(window, "back", qtbot)
    elif way == "escape":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    else:
        window.turn_next()
        assert window.stack.is_beside
        window.turn_back()
    assert not window.stack.is_beside
    assert window.session.journey.step.id == "start_facts"
    assert part(window, "next").isEnabled()


def test_larger_text_stays_in_the_notes_and_tab_goes_round(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    window.show_notes()
    window.session.change_settings(text_size=200)
    assert window.stack.is_beside
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Heading))
    seen: list[str] = []
    for _key in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() in seen and focus.objectName() == seen[0]:
            break
        seen.append(focus.objectName())
    assert {"people.name", "people.add", "notes.save_copy", "notes.bring_in", "back", "notes"} <= set(seen)
    window.session.change_settings(text_size=100)


def test_from_damage_to_an_earlier_copy_in_two_clicks_and_back_by_undo(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot
) -> None:
    (ann.folder / "record-0000000003.hsct").write_bytes(b"damaged")
    window = open_on(shelf.stores()[0])
    assert window.session.record.place == "start_wish"
    click(window, "notes", qtbot)
    copy = cards(window)["yesterday, 12:00"]
    with qtbot.waitSignal(window.session.saved):
        click(window, f"{copy}.0", qtbot)
    assert not window.stack.is_beside
    assert window.session.journey.step.id == "process_what"
    assert "yesterday, 12:00" in window.explain.prose.toPlainText()
    assert [saved.generation for saved in Shelf(shelf.folder.parent).stores()[0].earlier()] == []
    kept = shelf.stores()[0].read()
    assert kept.record is not None
    assert kept.record.place == "process_what"
    assert kept.saved is not None
    assert kept.saved.generation == 4
    window.session.undo()
    assert window.session.can_redo
    assert not window.explain.isVisible()  # what it said of “Undo” is not true any more


def test_going_back_can_be_undone_and_is_an_earlier_copy_too(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot
) -> None:
    window = open_on(shelf.stores()[0])
    window.show_notes()
    with qtbot.waitSignal(window.session.saved):
        click(window, f"{cards(window)['today, 12:00']}.0", qtbot)
    assert window.session.record.name == "Ann"
    window.session.undo()
    assert window.session.record.name == "Ann Example"
    window.show_notes()
    assert "today, 12:01" in cards(window)


def test_a_copy_that_is_damaged_meanwhile_says_so_in_place(open_on: OpenOn, ann: Store, qtbot: QtBot) -> None:
    window = open_on(ann)
    window.show_notes()
    (ann.folder / "record-0000000002.hsct").write_bytes(b"damaged")
    click(window, f"{cards(window)['today, 12:00']}.0", qtbot)
    assert words(window, "copies.told") == "This copy does not open: choose another one."
    assert window.session.record.name == "Ann Example"


def test_a_clock_that_jumps_back_and_forward_hides_no_copy_and_loses_no_word(
    open_on: OpenOn, shelf: Shelf, qtbot: QtBot
) -> None:
    store = shelf.create()
    jumps = (NOON, NOON - timedelta(days=9999), NOON + timedelta(days=9999), NOON, NOON - timedelta(days=1))
    for number, moment in enumerate(jumps):
        store.save(Record(name=f"Ann {number}"), moment)
    window = open_on(shelf.stores()[0])
    assert window.session.record.name == "Ann 4"
    with qtbot.waitSignal(window.session.saved):
        window.session.answer("start.companion", "my sister")
    window.show_notes()
    copies = [card for card in window.findChildren(Card) if card.objectName().startswith("card.copy.")]
    assert [card.accessibleName() for card in copies] == [
        "yesterday, 12:00", "today, 12:00", "9 April 2054, 12:00", "9 July 1999, 12:00", "today, 12:00"
    ]  # fmt: skip
    with qtbot.waitSignal(window.session.saved):
        click(window, "copy.1.0", qtbot)
    assert window.session.record.name == "Ann 0"


def test_a_folder_that_is_gone_and_comes_back_while_the_notes_are_open(
    open_on: OpenOn, ann: Store, shelf: Shelf, qtbot: QtBot
) -> None:
    window = open_on(ann)
    away = shelf.folder.with_name("away")
    shelf.folder.rename(away)
    shelf.folder.write_bytes(b"in the way")
    with qtbot.waitSignal(window.session.save_failed):
        window.session.answer("start.companion", "my sister")
    qtbot.waitUntil(window.unsaved.isVisible)
    assert words(window, "unsaved.why").endswith("All your words are still here.")
    window.show_notes()
    assert len(cards(window)) == 3  # two earlier copies, and the notes that are open
    shelf.folder.unlink()
    away.rename(shelf.folder)
    with qtbot.waitSignal(window.session.saved):
        click(window, "unsaved.again", qtbot)
    record = shelf.stores()[0].read().record
    assert record == window.session.record
    assert len(shelf.stores()) == 1


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
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Heading))
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


@pytest.mark.parametrize(("size", "room"), [(100, (1280, 720)), (200, (1280, 720)), (300, (1000, 720))])
def test_the_notes_and_what_can_be_asked_there_are_open_to_everyone(
    open_on: OpenOn, ann: Store, qtbot: QtBot, size: int, room: tuple[int, int]
) -> None:
    shelf = Shelf(ann.folder.parents[1])
    zoe = shelf.add(Record(name="Zoë" * 20), NOON)
    window = open_on(ann)
    window.resize(*room)
    window.session.change_settings(text_size=size)
    failing(window, qtbot)
    window.unsaved.ask_before_closing()
    window.show_notes()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Heading))
    click(window, "people.add", qtbot)
    click(window, f"{zoe.folder.name}.1", qtbot)
    qtbot.wait(200)
    found = [finding for check in (*CHECKS, handles) for finding in check(window)]
    window.session.change_settings(text_size=100)
    assert found == []


def failing(window: Window, qtbot: QtBot) -> None:
    """The disk is full from now on."""

    def fail(_record: Record) -> None:
        raise OSError(28, "No space left on device")

    window.session._keep = fail
    with qtbot.waitSignal(window.session.save_failed):
        window.session.answer("start.companion", "my sister")
    qtbot.waitUntil(window.unsaved.isVisible)


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
    click(window, "unsaved.copy", qtbot)
    assert QGuiApplication.clipboard().text() == write_record(window.session.record).decode()
    window.session._keep = keep
    with qtbot.waitSignal(window.session.saved):
        click(window, "unsaved.again", qtbot)
    qtbot.waitUntil(window.unsaved.isHidden)
    assert words(window, "saved") == "Saved 12:00"


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
