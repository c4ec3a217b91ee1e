"""A folder that cannot be used: the person sees it in a window, can try again or go on, and loses nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.storage.plain import BadInput
from hsct_aid.ui.beginning import begin
from hsct_aid.ui.no_place import NoPlace, reason
from tests.audit.page import CHECKS
from tests.storage.faults import ERRORS
from tests.test_app import kept, said
from tests.windows import part

GOES_ON = """
    from hsct_aid.ui.alone import Alone

    def press(name):
        pages = [one for one in QApplication.topLevelWidgets() if isinstance(one, Alone) and one.isVisible()]
        assert len(pages) == 1
        pages[0].findChild(QWidget, name).click()

    def write():
        tell(window().explain.prose.toPlainText())
        window().session.go("start_wish")
        QTest.keyClicks(part("start.ask_words.box"), sys.argv[2])
        window().close()
        QTest.qWait(1)
        tell(part("unsaved.why").text())
        Path(sys.argv[1]).unlink()
        part("unsaved.again").click()
        window().leave()

    QTimer.singleShot(400, lambda: press("place.without"))
    QTimer.singleShot(1200, write)
    press("place.again")
"""


@pytest.mark.parametrize("size", [100, 200])
def test_the_page_is_open_to_everyone(dressed: QApplication, qtbot: QtBot, size: int) -> None:
    font, larger = QApplication.font(), QApplication.font()
    larger.setPointSizeF(font.pointSizeF() * size / 100)
    QApplication.setFont(larger)
    page = NoPlace(Path("/var/sam/notes"), reason(OSError(errno.EACCES, "")))
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.page.heading)
    found = [str(finding) for check in CHECKS for finding in check(page)]
    QApplication.setFont(font)
    assert found == []


@pytest.mark.parametrize(("name", "way"), [("again", "again"), ("without", "without"), ("leave", "leave")])
def test_each_button_is_a_way_on(dressed: QApplication, qtbot: QtBot, name: str, way: str) -> None:
    page = NoPlace(Path("/var/sam/notes"), "The disk is full.")
    qtbot.addWidget(page)
    QTimer.singleShot(0, page, lambda: qtbot.keyClick(part(page, f"place.{name}"), Qt.Key.Key_Space))
    assert page.ask() == way


def test_every_answer_of_the_system_is_one_sentence() -> None:
    told = {code: reason(OSError(code, os.strerror(code))) for code in (*ERRORS, errno.ENOTDIR, errno.ENOENT)}
    assert all(words.endswith(".") and words.count(".") == 1 for words in told.values())
    assert told[errno.EMFILE] == "The disk gave an error (EMFILE)."


def test_who_leaves_is_told_the_same_where_they_typed_the_command(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_bytes(b"mine")
    QTimer.singleShot(0, dressed, lambda: next(p for p in dressed.topLevelWidgets() if isinstance(p, NoPlace)).close())
    with pytest.raises(BadInput, match=r"A file stands where the folder should be\. Name another folder"):
        begin(tmp_path / "notes", "", None)
    assert (tmp_path / "notes").read_bytes() == b"mine"


def test_who_goes_on_is_told_at_once_and_keeps_every_word_once_the_folder_is_there(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"in the way")
    at_once, on_closing = said(GOES_ON, tmp_path, "typed without a folder")
    assert at_once.startswith("Nothing is saved by itself now")
    assert on_closing.startswith("Not saved. A part of that place is a file")
    assert kept(tmp_path).start.ask_words == "typed without a folder"
