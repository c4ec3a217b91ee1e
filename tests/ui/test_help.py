"""The help lists every key that does something, and Escape loses nothing."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hsct_aid import __version__
from hsct_aid.domain.dates import say
from hsct_aid.ui.help import help_text
from hsct_aid.ui.window import Window
from tests.windows import TODAY, part


def test_every_shortcut_of_the_window_is_listed(window: Window) -> None:
    _title, listed = help_text(window.session.aid, None, TODAY, "keys")
    given = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    given += [action.shortcut() for action in window.findChildren(QAction) if not action.shortcut().isEmpty()]
    assert len(given) >= 7  # and one to leave with, where the system has one
    for key in given:
        assert f"<b>{key.toString(QKeySequence.SequenceFormat.NativeText)}</b>" in listed


def test_f1_lists_the_keys_and_the_people_are_one_link_away(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.explain.isVisible()
    assert "to the next thing on the page" in window.explain.prose.toPlainText()
    assert "help:people" in window.explain.prose.toHtml()


def test_it_tells_which_copy_this_is_how_old_its_content_is_and_when_to_ask_for_a_newer_one(window: Window) -> None:
    aid = window.session.aid
    _title, now = help_text(aid, None, aid.expires, "made")
    assert f"Version {__version__}, build: from the source." in now
    assert f"The evidence is of {say(aid.evidence_date)}. " in now
    assert "too long ago: ask for a newer copy" not in now
    _title, later = help_text(aid, None, aid.expires + timedelta(days=1), "made")
    assert "too long ago: ask for a newer copy" in later


def test_escape_loses_nothing(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_wish")
    box = part(window, "start.ask_words.box")
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, "Will I get my energy back?")
    for _press in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.toPlainText() == "Will I get my energy back?"
    assert window.session.record.start.ask_words == "Will I get my energy back?"
    assert window.isVisible()
    assert window.session.journey.step.id == "start_wish"
