"""What the tests of single widgets share: a window to show one in, and questions of the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from tests.ui.widgets.asking import Asks
from tests.windows import Opens


class Shows(Protocol):
    """Shows a widget in a window of that width, with a box after it to go on to."""

    def __call__(self, widget: QWidget, width: int = 500) -> QWidget: ...


@pytest.fixture
def shown(dressed: QApplication, qtbot: QtBot) -> Iterator[Shows]:
    windows = []

    def show(widget: QWidget, width: int = 500) -> QWidget:
        window = QWidget()
        rows = QVBoxLayout(window)
        rows.addWidget(widget)
        rows.addWidget(QLineEdit())
        rows.addStretch(1)
        qtbot.addWidget(window)
        window.resize(width, 600)
        window.show()
        windows.append(window)
        return window

    yield show
    windows.clear()


@pytest.fixture
def asks(aid: Aid, open_session: Opens, shown: Shows, qtbot: QtBot) -> Asks:
    return Asks(aid, open_session, shown, qtbot)
