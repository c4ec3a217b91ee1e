"""What a person does on a page, and what they see there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.fold import Fold
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


def open_all(window: Window) -> None:
    """Open everything that opens, what lies inside too."""
    while closed := [fold for fold in window.page.findChildren(Fold) if not fold.is_open]:
        window.page.hide()
        for fold in closed:
            fold.open()
        window.page.show()
        QApplication.processEvents()


def everything(window: Window) -> list[str]:
    """Everything the page says, in order of its parts."""
    parts = [one for one in window.page.findChildren(QWidget) if one.isVisibleTo(window)]
    said = [
        one.toPlainText() if isinstance(one, Prose) else one.text() for one in parts if isinstance(one, Prose | QLabel)
    ]
    return [text for text in said if text]
