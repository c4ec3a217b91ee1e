"""A window on a step of the summary, and what a person does there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.ui.window import Window
from tests.windows import Opens, part

PERSON = msgspec.convert(
    {"name": "Anna Sample", "questions": {"asked": [{"id": "q1", "text": "Is my MS active now?"}]}}, Record
)
Opened = Callable[..., Window]


@pytest.fixture
def on(open_session: Opens, qtbot: QtBot) -> Iterator[object]:
    """Opens a window on a step of this section."""
    made: list[Window] = []

    def open_on(step: str, record: Record = PERSON) -> Window:
        window = Window(open_session(record))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.session.go(step)
        made.append(window)
        return window

    yield open_on
    for window in made:
        window.session.close()


def click(window: Window, key: str) -> None:
    button = part(window, key)
    assert isinstance(button, QAbstractButton)
    button.click()


def said(window: Window, key: str) -> str:
    found = window.page.findChild(QLabel, key)
    assert found is not None
    return found.text() if found.isVisibleTo(window) else ""
