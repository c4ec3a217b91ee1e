"""What a person does on a page, and what they see there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.windows import part


def rest() -> None:
    """Let the page find its size: what is inside says late how tall it gets."""
    for _round in range(3):
        QApplication.processEvents()


def press(window: Window, name: str, qtbot: QtBot) -> None:
    """Press a button, a tick or a radio."""
    rest()
    button = part(window, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    rest()


def enter(window: Window, name: str, words: str, qtbot: QtBot) -> None:
    """Type into a box."""
    rest()
    box = part(window, f"{name}.box") if window.page.findChildren(QWidget, f"{name}.box") else part(window, name)
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.setFocus()
    qtbot.keyClicks(box, words)


def is_ticked(window: Window, name: str) -> bool:
    """Whether a tick or radio is on."""
    rest()
    button = part(window, name)
    assert isinstance(button, QAbstractButton)
    return button.isChecked()


def words(window: Window) -> str:
    """What the labels and texts of the page say, and what its answers are called."""
    rest()
    page = window.page
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(window)]
    texts = [one.toPlainText() for one in page.findChildren(Prose) if one.isVisibleTo(window)]
    answers = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisibleTo(window)]
    return "\n".join([*labels, *texts, *answers])
