"""A window on long pages with a full record, and every part that is shown there."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.window import Window
from tests.windows import Opens

SAID = msgspec.convert(
    {
        "start": {"first_priorities": ["death", "money"]},
        "facts": {
            "medicines": {"value": [{"name": "Ocrevus", "start": "2022"}, {"name": "Tysabri"}]},
            "country": {"value": "GB"},
        },
        "questions": {"asked": [{"id": f"q{n}", "text": f"Question {n}?"} for n in (1, 2, 3, 4)]},
        "values": {"top": ["death", "money", "own1"], "own": [{"id": "own1", "text": "My mother"}]},
        "availability": {"centres": [{"name": "A centre"}]},
        "visit": {"heard": [{"question": "q1", "answer": "Yes."}]},
    },
    Record,
)
HEAVY = "evidence_side_by_side"
LONG = ("evidence_activity_more", HEAVY, "evidence_studies", "evidence_claims")


def shape(window: Window) -> list[tuple[object, ...]]:
    """Every part that is shown, where it stands, what it is called and what it says."""
    page = window.page
    QTest.qWait(0)
    shown = [part for part in page.findChildren(QWidget) if part.isVisible() and part is not page._rest]
    return [
        (type(one).__name__, one.objectName(), one.accessibleName(), one.mapTo(page, one.rect().topLeft()).toTuple(),
         one.size().toTuple(), said(one))
        for one in shown
    ]  # fmt: skip


def said(part: QWidget) -> object:
    match part:
        case QAbstractButton():
            return part.text(), part.isChecked()
        case QLabel() | QLineEdit():
            return part.text()
        case QTextEdit() | QPlainTextEdit():
            return part.toPlainText()
    return ""


def at_once(window: Window, step: str) -> list[tuple[object, ...]]:
    window.stack.forget()
    window.session.go(step)
    return shape(window)


@pytest.fixture
def opened(open_session: Opens, qtbot: QtBot) -> Window:
    window = Window(open_session(SAID, depth="full"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.setUpdatesEnabled(False)
    return window


ALL = 10_000


def jump(window: Window, step: str) -> Page:
    """Turn to a page that nobody made ahead, and no further than its first frame."""
    if window.stack._shown is None:
        window.session.go("welcome_about")
    window.session.go(step)
    window.stack._pause.stop()
    page = window.stack.shown.findChild(Page)
    assert isinstance(page, Page)
    return page
