"""A passphrase in the window: set, asked for, changed, taken away; each from the keyboard, and calmly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage import passphrase
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui import recovery_code
from hsct_aid.ui.protect import Protect
from hsct_aid.ui.session import Session
from hsct_aid.ui.unlock import Unlock
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.told import Told
from tests.audit.page import CHECKS
from tests.storage.keys import WORDS, key
from tests.windows import TODAY, part

NOON = datetime(2026, 11, 23, 12, 0)
LONG_MS = 20_000


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def ann(shelf: Shelf) -> Store:
    store = shelf.add(Record(name="Ann"), NOON)
    store.load()
    return store


@pytest.fixture
def protect(
    aid: Aid, dressed: QApplication, ann: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Protect]:
    monkeypatch.setattr(passphrase, "_passes", lambda: 3)
    session = Session(
        aid, Record(name="Ann"), Settings(theme="light"), keep=lambda _record: None,
        keep_settings=lambda _settings: None, today=TODAY, clock=lambda: NOON,
    )  # fmt: skip
    made = Protect(session, ann)
    qtbot.addWidget(made)
    made.show()
    yield made
    session.close()


def told(page: QWidget, name: str) -> str:
    found = page.findChild(Told, name)
    assert found is not None
    return found.text()


def press(page: QWidget, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(page, name), Qt.MouseButton.LeftButton)


def fill(page: Protect, first: str, again: str, qtbot: QtBot) -> None:
    for name, text in (("protect.first", first), ("protect.again", again)):
        box = part(page, name)
        assert isinstance(box, QLineEdit)
        box.clear()
        qtbot.keyClicks(box, text)
    press(page, "protect.go_on", qtbot)


def code_shown(page: Protect, qtbot: QtBot) -> str:
    view = page.findChild(Prose, "protect.code")
    assert view is not None
    qtbot.waitUntil(view.isVisible, timeout=LONG_MS)
    return next(line for line in view.toPlainText().splitlines() if passphrase.read_code(line))


def reopened(store: Store) -> Store:
    again = Store(store.folder)
    again.load()
    return again


def test_a_passphrase_is_set_only_after_its_code_was_shown_and_taken_away_again(
    protect: Protect, ann: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Anyone who can sign in" in told(protect, "protect.state")
    press(protect, "protect.set", qtbot)
    fill(protect, "short", "short", qtbot)
    assert "8 characters or more" in told(protect, "protect.first.room")
    fill(protect, WORDS, WORDS + "x", qtbot)
    assert "not the same" in told(protect, "protect.again.room")
    fill(protect, WORDS, WORDS, qtbot)
    code = code_shown(protect, qtbot)
    assert not reopened(ann).is_locked
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "code.txt"), ""))
    press(protect, "protect.save_code", qtbot)
    qtbot.waitUntil(lambda: "code.txt" in told(protect, "protect.told"))
    assert code in (tmp_path / "code.txt").read_text(encoding="utf-8")
    printed: list[str] = []
    monkeypatch.setattr(recovery_code, "print_words", lambda *given: printed.append(given[2]))
    press(protect, "protect.print_code", qtbot)
    assert code in printed[0]
    press(protect, "protect.kept", qtbot)
    qtbot.waitUntil(lambda: "The passphrase is set" in told(protect, "protect.told"), timeout=LONG_MS)
    assert "nobody opens them without it" in told(protect, "protect.state")
    assert QApplication.focusWidget() is part(protect, "protect.change")
    again = reopened(ann)
    assert again.is_locked
    assert again.unlock(code)
    press(protect, "protect.away", qtbot)
    press(protect, "protect.no", qtbot)
    assert told(protect, "protect.told") == "Nothing was changed."
    press(protect, "protect.away", qtbot)
    press(protect, "protect.yes", qtbot)
    qtbot.waitUntil(lambda: "The passphrase is taken away" in told(protect, "protect.told"), timeout=LONG_MS)
    assert not reopened(ann).is_locked


def test_thinking_better_of_it_changes_nothing_and_forgets_what_was_typed(
    protect: Protect, ann: Store, qtbot: QtBot
) -> None:
    press(protect, "protect.set", qtbot)
    fill(protect, WORDS, WORDS, qtbot)
    code_shown(protect, qtbot)
    press(protect, "protect.leave_code", qtbot)
    assert told(protect, "protect.told") == "Nothing was changed."
    assert not any(box.text() for box in protect.findChildren(QLineEdit))
    assert protect._key is None
    assert not reopened(ann).is_locked
    assert QApplication.focusWidget() is part(protect, "protect.set")


def test_a_passphrase_that_cannot_be_set_says_why_and_the_notes_stay_open(
    protect: Protect, ann: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(protect, "protect.set", qtbot)
    fill(protect, WORDS, WORDS, qtbot)
    code_shown(protect, qtbot)
    other = Store(ann.folder)
    other.load()
    other.save(Record(name="elsewhere"), NOON)
    press(protect, "protect.kept", qtbot)
    qtbot.waitUntil(lambda: "both are kept" in told(protect, "protect.told"), timeout=LONG_MS)
    assert Store(other.folder).load().record == Record(name="elsewhere")


@pytest.fixture
def unlock(dressed: QApplication, shelf: Shelf, ann: Store, qtbot: QtBot) -> Unlock:
    ann.protect(key()[0], Record(name="Ann"), NOON)
    shelf.add(Record(name="Zoë"), NOON)
    store = Store(ann.folder)
    page = Unlock(shelf, store, store.load())
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def try_words(page: Unlock, words: str, qtbot: QtBot) -> None:
    box = part(page, "unlock.words")
    assert isinstance(box, QLineEdit)
    QGuiApplication.clipboard().setText(words)
    box.clear()
    box.paste()
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_wrong_passphrase_is_told_calmly_as_often_as_one_likes_and_the_right_one_opens(
    unlock: Unlock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is part(unlock, "unlock.words"))
    try_words(unlock, "", qtbot)
    assert "Write the passphrase first" in told(unlock, "unlock.words.room")
    for _ in range(2):
        try_words(unlock, "wrong", qtbot)
        qtbot.waitUntil(lambda: "does not open these notes" in told(unlock, "unlock.told"), timeout=LONG_MS)
        assert part(unlock, "unlock.open").isEnabled()
    try_words(unlock, WORDS, qtbot)
    qtbot.waitUntil(lambda: unlock.following is not None, timeout=LONG_MS)
    assert unlock.following is not None
    assert unlock.following.load().record == Record(name="Ann")
    assert unlock._hint == ""


def test_the_code_opens_too_and_says_what_to_do_next(unlock: Unlock, qtbot: QtBot) -> None:
    try_words(unlock, passphrase.spaced(key()[1]), qtbot)
    qtbot.waitUntil(lambda: unlock.following is not None, timeout=LONG_MS)
    assert "choose a new passphrase" in unlock._hint


def test_what_is_typed_is_hidden_until_it_is_shown(unlock: Unlock, qtbot: QtBot) -> None:
    box = part(unlock, "unlock.words")
    assert isinstance(box, QLineEdit)
    assert box.echoMode() == QLineEdit.EchoMode.Password
    press(unlock, "unlock.words.show", qtbot)
    assert box.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("way", ["new", "other", "close"])
def test_nobody_is_locked_in_with_the_question(unlock: Unlock, shelf: Shelf, qtbot: QtBot, way: str) -> None:
    zoe = next(store.folder.name for store in shelf.stores() if store.folder != unlock._store.folder)
    press(unlock, {"new": "unlock.new", "other": f"{zoe}.0", "close": "unlock.close"}[way], qtbot)
    assert not unlock.isVisible()
    following = unlock.following and unlock.following.folder.name
    assert {"new": following not in (None, zoe), "other": following == zoe, "close": following is None}[way]


@pytest.mark.parametrize("size", [100, 200])
def test_the_question_is_open_to_everyone(unlock: Unlock, qtbot: QtBot, size: int) -> None:
    font = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(font.pointSizeF() * size / 100)
    QApplication.setFont(larger)
    qtbot.wait(50)
    found = [finding for check in CHECKS for finding in check(unlock)]
    QApplication.setFont(font)
    assert found == []
    assert all(button.accessibleName() for button in unlock.findChildren(QPushButton))
