"""My notes: where they are, their way in and out, and that they are open to everyone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.theme import TARGET
from hsct_aid.ui.widgets.heading import Heading
from tests.audit.ink import handles
from tests.audit.page import CHECKS
from tests.ui.notes.opened import NOON, OpenOn, cards, click, failing, is_at_title, words
from tests.windows import part


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
    qtbot.waitUntil(is_at_title)
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
    qtbot.waitUntil(is_at_title)
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
    qtbot.waitUntil(is_at_title)
    click(window, "people.add", qtbot)
    click(window, f"{zoe.folder.name}.1", qtbot)
    qtbot.wait(200)
    found = [finding for check in (*CHECKS, handles) for finding in check(window)]
    window.session.change_settings(text_size=100)
    assert found == []
