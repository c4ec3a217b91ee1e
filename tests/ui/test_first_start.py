"""The first start: what can be set before all else, that Next alone goes on, and what is not asked."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.store import Store
from hsct_aid.ui import style
from hsct_aid.ui.first_start import FirstStart
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.audit.page import CHECKS
from tests.test_app import said
from tests.windows import Opens, part

HOME = Path("/var/sam/notes")
TELLS_THE_HEADING = """
    tell(part("heading").text())
    window().leave()
"""


def greeted(session: Session, qtbot: QtBot) -> Window:
    window = Window(session)
    window.show_beside(lambda: FirstStart(session, HOME, Store(HOME / "records" / "0123456789ab")))
    window.resize(1280, 720)
    window.show()
    qtbot.addWidget(window, before_close_func=lambda _window: session.close())
    qtbot.waitUntil(lambda: part(window, "heading").hasFocus())
    return window


@pytest.fixture
def window(open_session: Opens, qtbot: QtBot) -> Window:
    return greeted(open_session(), qtbot)


def test_next_goes_on_by_keyboard_and_nothing_has_to_be_set(window: Window) -> None:
    assert part(window, "heading").accessibleName() == "Before you begin"
    assert not window.back.isEnabled()
    QTest.keyClick(window.next, Qt.Key.Key_Space)
    assert window.page.heading.isVisible()
    assert window.session.settings == Settings(theme="light")
    assert window.session.record == Record()


def test_it_says_where_the_notes_are_kept(window: Window) -> None:
    told = next(one for one in window.findChildren(Prose) if one.isVisible()).toPlainText()
    assert str(HOME) in told
    assert "stay on this computer" in told
    assert "Without a passphrase, anyone who can sign in" in told  # true once there is one, too


def test_a_choice_shows_at_once_and_the_keyboard_stays_on_it(window: Window, qtbot: QtBot) -> None:
    for key, of in (("settings.text_size.175", "text_size"), ("settings.theme.dark", "theme")):
        choice = part(window, key)
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda key=key: QApplication.focusWidget() is part(window, key))  # type: ignore[misc]
        chosen = part(window, key)
        assert isinstance(chosen, QRadioButton)
        assert chosen.isChecked()
        assert str(getattr(window.session.settings, of)) == key.rpartition(".")[2]
    assert part(window, "heading").accessibleName() == "Before you begin"


def test_one_language_is_no_question(open_session: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "languages", lambda: ("en",))
    window = greeted(open_session(), qtbot)
    assert not [one for one in window.findChildren(QPushButton) if one.objectName().startswith("first.language")]


def test_another_language_opens_the_same_notes_anew(
    open_session: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "languages", lambda: ("en", "sv"))
    window = greeted(open_session(), qtbot)
    button = part(window, "first.language.sv")
    assert isinstance(button, QPushButton)
    button.click()
    assert window.session.settings.language == "sv"
    assert window.following is not None
    assert window.following.folder.name == "0123456789ab"


@pytest.mark.parametrize("size", [100, 200])
def test_it_shuts_nobody_out(size: int, open_session: Opens, qtbot: QtBot, dressed: QApplication) -> None:
    session = open_session(text_size=size)
    style.dress(dressed, session.settings)
    window = greeted(session, qtbot)
    found = [str(finding) for check in CHECKS for finding in check(window)]
    style.dress(dressed, Settings(theme="light"))
    assert found == []


def test_it_comes_once(tmp_path: Path) -> None:
    assert said(TELLS_THE_HEADING.replace("window().leave()", "QTimer.singleShot(app.SETTLE_MS, window().leave)"),
                tmp_path) == ["Before you begin"]  # fmt: skip
    assert said(TELLS_THE_HEADING, tmp_path) != ["Before you begin"]


def test_who_has_notes_is_not_greeted(tmp_path: Path, aid: Aid) -> None:
    Store(tmp_path / "notes" / "records" / "0123456789ab").save(Record(name="Sam"), datetime(2026, 11, 23))
    assert said(TELLS_THE_HEADING, tmp_path) == [aid.sections[0].steps[0].heading]
