"""Earlier copies: from damage back to words in two clicks, whatever the clock says."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.widgets.cards import Card
from tests.ui.notes.opened import NOON, OpenOn, cards, click, words


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
