"""One setting of the aid as a question."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.choice import OneOf
from hsct_aid.ui.widgets.heading import Wrapped


def setting(session: Session, name: str, label: str, choices: list[Choice]) -> QWidget:
    """One setting of the aid as a question; picking it changes the look at once."""
    box = named(QWidget(), label, role=QAccessible.Role.Grouping)
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, theme.em(box, 0.6))
    rows.addWidget(Wrapped(label, bold=True))
    answers = OneOf(choices, key=f"settings.{name}")
    answers.show_choice(str(getattr(session.settings, name)))
    answers.picked.connect(partial(_change, session, name))
    rows.addWidget(answers)
    return box


def _change(session: Session, name: str, choice: str) -> None:
    session.change_settings(**{name: type(getattr(session.settings, name))(choice)})
