"""A real window on the real content, without a disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets import access
from hsct_aid.ui.window import Window

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def aid() -> Aid:
    return load_aid("en")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    style.dress(qapp, Settings(theme="light"))
    access.install()
    return qapp


Opens = Callable[..., Session]


@pytest.fixture
def open_session(aid: Aid, dressed: QApplication) -> Opens:
    """Makes a session on a record; ``kept`` collects what it saves."""

    def make(record: Record | None = None, kept: list[Record] | None = None, **settings: object) -> Session:
        chosen = Settings(theme="light", **settings)  # type: ignore[arg-type]  # the test names real settings
        return Session(
            aid, record or Record(), chosen, keep=(kept if kept is not None else []).append,
            keep_settings=lambda _settings: None, today=TODAY, clock=lambda: datetime(2026, 11, 23, 14, 2),
        )  # fmt: skip

    return make


@pytest.fixture
def window(open_session: Opens, qtbot: QtBot) -> Window:
    made = Window(open_session())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def part(window: QWidget, name: str) -> QWidget:
    """The visible widget of that object name; what stands below the window comes a moment after a page is turned."""
    if isinstance(window, Window):
        assert window.stack.whole
    found = [widget for widget in window.findChildren(QWidget, name) if widget.isVisibleTo(window)]
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]
