"""The path: one step of it at a time, each with a mark to ask about it; the picture is named."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record, with_value
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.timeline import Timeline
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import is_ticked, press, words
from tests.ui.pages.test_evidence import OTHER
from tests.windows import Opens, part


@pytest.fixture
def path(window: Window) -> Window:
    window.session.go("process_path")
    return window


def test_every_step_of_the_path_is_shown_in_turn_with_all_it_says(path: Window, aid: Aid, qtbot: QtBot) -> None:
    for number, step in enumerate(aid.library.path, 1):
        QApplication.processEvents()
        said = words(path)
        assert f"Step {number} of {len(aid.library.path)}" in said
        for text in (step.what, step.duration, step.feels, step.wrong, step.who, step.question):
            assert plain(aid, text) in said, step.id
        if number < len(aid.library.path):
            press(path, "path.after", qtbot)
    assert not part(path, "path.after").isEnabled()


def test_a_step_can_be_marked_and_stays_marked_when_one_comes_back(path: Window, aid: Aid, qtbot: QtBot) -> None:
    first, second = aid.library.path[:2]
    press(path, "path.after", qtbot)
    press(path, f"process.ask_about.{second.id}", qtbot)
    press(path, "path.before", qtbot)
    press(path, f"process.ask_about.{first.id}", qtbot)
    assert list(path.session.record.process.ask_about) == [second.id, first.id]
    press(path, "path.after", qtbot)
    assert is_ticked(path, f"process.ask_about.{second.id}")
    press(path, f"process.ask_about.{second.id}", qtbot)
    assert list(path.session.record.process.ask_about) == [first.id]


def test_undo_takes_the_mark_back_on_the_screen_too(path: Window, aid: Aid, qtbot: QtBot) -> None:
    name = f"process.ask_about.{aid.library.path[0].id}"
    press(path, name, qtbot)
    path.session.undo()
    assert not is_ticked(path, name)


def test_the_picture_of_the_path_names_every_step(path: Window, aid: Aid) -> None:
    (picture,) = path.page.findChildren(Timeline)
    assert all(step.name in picture.accessibleName() for step in aid.library.path)


def test_the_same_words_are_shown_to_everyone(open_session: Opens, qtbot: QtBot) -> None:
    said = []
    for record in (Record(), OTHER, with_value(OTHER, "values.top", ("death",))):
        window = Window(open_session(record, depth="full"))
        qtbot.addWidget(window)
        window.show()
        lines = []
        for step in window.session.journey.steps:
            if window.session.aid.kinds[step.id] in ("welcome", "process"):
                window.session.go(step.id)
                lines.append([one.toPlainText() for one in window.page.findChildren(Prose)])
        said.append(lines)
        window.close()
    assert said[0] == said[1] == said[2]
