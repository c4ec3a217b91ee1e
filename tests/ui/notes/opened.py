"""A window on somebody's notes, and what a person does there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.notes import Notes
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.heading import Heading, Wrapped
from hsct_aid.ui.window import Window
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


def failing(window: Window, qtbot: QtBot) -> None:
    """The disk is full from now on."""

    def fail(_record: Record) -> None:
        raise OSError(28, "No space left on device")

    window.session._keep = fail
    with qtbot.waitSignal(window.session.save_failed):
        window.session.answer("start.companion", "my sister")
    qtbot.waitUntil(window.unsaved.isVisible)


def is_at_title() -> bool:
    """Whether the focus came to the title that is in sight, which it does once all else is done; not one just left."""
    held = QApplication.focusWidget()
    return isinstance(held, Heading) and held.isVisible()
