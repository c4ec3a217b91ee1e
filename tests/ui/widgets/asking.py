"""A question of the form, shown alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid, Field
from hsct_aid.domain.record import Record, value_at
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.answers import Question
from tests.windows import Opens, part

if TYPE_CHECKING:
    from tests.ui.widgets.conftest import Shows


class Asked:
    """A question shown alone, bound to a session of its own."""

    def __init__(self, session: Session, field: Field, shown: Shows, qtbot: QtBot) -> None:
        self.session, self.field, self.qtbot = session, field, qtbot
        self.question = Question(session, field)
        self.window = shown(self.question)
        session.record_changed.connect(self.question.refresh)

    @property
    def box(self) -> QLineEdit | QPlainTextEdit:
        found = part(self.window, f"{self.field.id}.box")
        assert isinstance(found, QLineEdit | QPlainTextEdit)
        return found

    @property
    def written(self) -> str:
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.toPlainText()

    @property
    def answer(self) -> object:
        return value_at(self.session.record, self.field.id)

    def type(self, words: str) -> None:
        self.box.setFocus()
        self.qtbot.keyClicks(self.box, words)

    def press(self, choice: str) -> None:
        button = part(self.window, f"{self.field.id}.{choice}")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def ticked(self) -> list[str]:
        boxes = (*self.window.findChildren(QCheckBox), *self.window.findChildren(QRadioButton))
        return [box.objectName().removeprefix(f"{self.field.id}.") for box in boxes if box.isChecked()]

    def says(self, words: str) -> bool:
        return any(
            words in label.text() for label in self.window.findChildren(QLabel) if label.isVisibleTo(self.window)
        )


class Asks:
    """Makes questions from the real form, or from a field made for the test."""

    def __init__(self, aid: Aid, opens: Opens, shown: Shows, qtbot: QtBot) -> None:
        self._aid, self._opens, self._shown, self._qtbot = aid, opens, shown, qtbot

    def __call__(self, asked: str | Field, record: Record | None = None) -> Asked:
        fields = [field for step in self._aid.steps.values() for field in step.fields if field.id == asked]
        field = asked if isinstance(asked, Field) else fields[-1]
        return Asked(self._opens(record), field, self._shown, self._qtbot)
