"""Walks a sample person's story through the real window: with Next, by ticking, typing and pressing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.window import Window
from tests.windows import part


def read_story(path: Path) -> dict[str, Any]:
    """``person`` in a line, ``depth``, and ``walk``: what is done at which steps, in the order of the walk."""
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(story, dict)
    return story


def walk(window: Window, story: dict[str, Any], qtbot: QtBot) -> list[str]:
    """Go from the first step to the last; what the story says is done on the way. The steps that were seen."""
    to_do = {deeds["at"]: deeds for deeds in story["walk"]}
    seen = []
    while True:
        step = window.session.journey.step
        seen.append(step.id)
        _do(window, to_do.pop(step.id, {}), qtbot)
        if window.session.journey.next is None:
            break
        qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)
    assert not to_do, f"the walk never came to {sorted(to_do)}"
    return seen


def _do(window: Window, deeds: dict[str, Any], qtbot: QtBot) -> None:
    for deed in deeds.get("do", ()):
        ((verb, what),) = deed.items()
        if verb == "type":
            for name, words in what.items():
                _type(_ready(window, name, qtbot), words, qtbot)
        else:
            for name in [what] if isinstance(what, str) else what:
                _press(_ready(window, name, qtbot), qtbot)


def _ready(window: Window, name: str, qtbot: QtBot) -> QWidget:
    """The part once it is shown and has its size: a press on one without goes nowhere."""
    qtbot.waitUntil(lambda: part(window.page, name).isVisible() and part(window.page, name).height() > 0)
    return part(window.page, name)


def _press(button: QWidget, qtbot: QtBot) -> None:
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def _type(box: QWidget, words: object, qtbot: QtBot) -> None:
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.setFocus()
    qtbot.keyClicks(box, str(words))
    box.clearFocus()
