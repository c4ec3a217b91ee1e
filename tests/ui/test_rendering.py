"""Work on a worker thread leaves the window its turn; what takes long is told and can be dropped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.preview import decoded
from hsct_aid.ui.rendering import GIVE_WAY_S, Rendering, get_ready
from hsct_aid.ui.widgets.waiting import Waiting


def test_what_takes_over_a_second_is_told_and_can_be_dropped(qtbot: QtBot) -> None:
    going_on, owner = Event(), QWidget()
    qtbot.addWidget(owner)
    work: Rendering[str] = Rendering(owner)
    waiting = Waiting(work, "The page is being made…", "Cancel", key="test")
    qtbot.addWidget(waiting)
    came: list[object] = []
    work.done.connect(came.append)
    assert work._patience.interval() == 1000
    work._patience.setInterval(50)
    try:
        with qtbot.waitSignal(work.slow, timeout=5000):
            work.start(lambda: "made" if going_on.wait(30) else "")
            assert waiting.isHidden()
        assert not waiting.isHidden()
        with qtbot.waitSignal(work.dropped):
            waiting.findChild(QAbstractButton, "test.cancel").click()  # type: ignore[union-attr]
        assert waiting.isHidden()
        assert not work.is_working
    finally:
        going_on.set()
    with qtbot.waitSignal(work.done, timeout=5000):
        work.start(lambda: "the next")
    assert came == ["the next"]


def test_what_is_quick_is_made_without_a_word(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    work: Rendering[str] = Rendering(owner)
    work._patience.setInterval(200)
    with qtbot.assertNotEmitted(work.slow, wait=400), qtbot.waitSignal(work.over):
        work.start(lambda: "made")


def meanwhile(decode: Callable[[bytes], QImage], page: bytes) -> int:
    """How often this thread gets its turn while another one reads a picture."""
    turns = 0

    def read() -> int:
        before = turns
        assert decode(page).width() > 0
        return turns - before

    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    try:
        with ThreadPoolExecutor(1) as worker:
            reading = worker.submit(read)
            while not reading.done():
                turns += 1
            return reading.result()
    finally:
        sys.setswitchinterval(usual)


def test_the_window_goes_on_while_a_picture_is_read_and_would_not_by_the_shorter_way() -> None:
    picture, page = QImage(1500, 1000, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(Qt.GlobalColor.white)
    assert picture.save(page, "png")  # type: ignore[call-overload]
    given = bytes(page.data().data())
    ours, shorter = ([meanwhile(way, given) for _ in range(4)] for way in (decoded, QImage.fromData))
    assert max(ours) > 3 * min(shorter)


def test_a_worker_gives_way_to_the_window_long_before_python_would_make_it() -> None:
    begun = Event()
    get_ready(begun.set)
    assert begun.wait(5)
    assert sys.getswitchinterval() == GIVE_WAY_S < 0.001
