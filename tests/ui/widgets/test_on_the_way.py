"""Words without the focus are told with the next thing that takes it, once, and as they are now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.on_the_way import tell_on_the_way
from hsct_aid.ui.window import Window
from tests.windows import Opens

TOLD_MS = 250
"""Enough for a page to be laid out and told."""


class Small(QWidget):
    """A caption, a group with its name, a picture and a hint in it, two buttons, and a note at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.group = named(QWidget(), "How far do you walk?", role=QAccessible.Role.Grouping)
        self.hint, self.note = Wrapped("In metres."), Wrapped("You can stop here.")
        picture = named(QWidget(), "5 of 100 people", role=QAccessible.Role.Graphic)
        self.first, self.second = Button("Far", key="far"), Button("Not far", key="not_far")
        inside, rows = QVBoxLayout(self.group), QVBoxLayout(self)
        for widget in (Wrapped("How far do you walk?"), self.hint, picture, self.first):
            inside.addWidget(widget)
        for widget in (Wrapped("A caption."), self.group, self.second, self.note):
            rows.addWidget(widget)


@pytest.fixture
def small(dressed: QApplication, qtbot: QtBot) -> Small:
    made = Small()
    qtbot.addWidget(made)
    tell_on_the_way(made)
    return made


def test_words_before_a_stop_are_told_with_it_but_not_what_its_group_says(small: Small) -> None:
    assert small.first.accessibleDescription() == "A caption. In metres. 5 of 100 people"
    assert small.second.accessibleDescription() == "You can stop here."


def test_words_that_change_or_go_are_told_as_they_are(small: Small) -> None:
    small.hint.setText("In steps.")
    small.note.hide()
    tell_on_the_way(small)
    tell_on_the_way(small)
    assert small.first.accessibleDescription() == "A caption. In steps. 5 of 100 people"
    assert small.second.accessibleDescription() == ""


def test_what_a_thing_says_of_itself_stays(small: Small) -> None:
    named(small.first, "Far", "More than a mile.")
    tell_on_the_way(small)
    assert small.first.accessibleDescription() == "A caption. In metres. 5 of 100 people More than a mile."
    small.hint.hide()
    tell_on_the_way(small)
    assert small.first.accessibleDescription() == "A caption. 5 of 100 people More than a mile."


def test_they_are_told_once_however_often_a_page_is_laid_out_after_its_turn(open_session: Opens, qtbot: QtBot) -> None:
    window = Window(open_session(depth="full"))
    qtbot.addWidget(window)
    window.show()
    QTest.qWait(TOLD_MS)
    rounds, told = list[None](), list[None]()
    window.stack.laid_out.connect(lambda: rounds.append(None))
    window._telling.timeout.connect(lambda: told.append(None))
    window.session.go("evidence_studies")
    QTest.qWait(TOLD_MS)
    assert 0 < len(told) <= 2 < len(rounds)


def test_the_tab_key_does_not_wait_for_them(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.qWait(TOLD_MS)
    window.session.go("candidacy_plans")
    QApplication.processEvents()
    stops = window.findChildren(QWidget)
    before = {stop: stop.accessibleDescription() for stop in stops}
    qtbot.keyClick(window.page.heading, Qt.Key.Key_Tab)
    at_once = {stop: stop.accessibleDescription() for stop in stops}
    QTest.qWait(TOLD_MS)
    assert before != at_once == {stop: stop.accessibleDescription() for stop in stops}
