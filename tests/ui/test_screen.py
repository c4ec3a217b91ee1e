"""How the window fits a screen: a small one, large text, a failed save."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.window import Window
from tests.windows import Opens


@pytest.mark.parametrize("size", [100, 200])
def test_an_explanation_gives_room_to_a_failed_save_and_covers_nothing(window: Window, size: int) -> None:
    window.resize(1280, 720)
    window.session.change_settings(text_size=size)
    window.explain.explain("help:people")
    QApplication.processEvents()
    open_alone = window.explain.height()
    window.session.save_failed.emit("There is no more room on the disk.")
    QApplication.processEvents()
    unsaved, page, explain, back = (
        part.geometry() for part in (window.unsaved, window.stack, window.explain, window.back)
    )
    window.session.change_settings(text_size=100)
    assert explain.height() < open_alone
    assert unsaved.bottom() < page.top()
    assert explain.bottom() < back.top()


@pytest.mark.usefixtures("voice")
@pytest.mark.parametrize("size", [100, 150, 300])
def test_it_opens_on_the_screen_with_back_and_next_in_sight(
    open_session: Opens, dressed: QApplication, qtbot: QtBot, size: int
) -> None:
    session = open_session(text_size=size)
    style.dress(dressed, session.settings)
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()  # its parts may want more room than it had at first
    style.dress(dressed, Settings(theme="light"))
    room, lowest = window.screen().availableSize(), window.next.geometry().bottomRight()
    assert window.size().boundedTo(room) == window.size()
    assert lowest.x() < room.width()
    assert lowest.y() < room.height()
    session.close()


def test_all_sections_are_in_sight_on_a_screen_of_1280_by_720(window: Window) -> None:
    window.resize(1264, 680)
    QApplication.processEvents()
    assert window.sections.verticalScrollBar().maximum() == 0


@pytest.mark.usefixtures("voice")
@pytest.mark.parametrize("size", [150, 200, 300])
def test_it_stays_on_a_small_screen_when_the_text_gets_large_at_once(window: Window, qtbot: QtBot, size: int) -> None:
    window.resize(1024, 768)
    window.session.change_settings(text_size=size)
    qtbot.wait(50)
    grown, window_is = window.size(), (window.sections.isVisible(), window.next.isVisible())
    window.session.change_settings(text_size=100)
    assert (grown.width(), grown.height()) == (1024, 768)
    assert window_is == (False, True)


def test_what_is_always_in_reach_stays_whole_where_the_text_is_large_and_a_save_failed(
    window: Window, qtbot: QtBot
) -> None:
    window.resize(1000, 720)
    window.top.offer_notes(offer=True)
    window.session.change_settings(text_size=300)
    window.session.save_failed.emit("There is no more room on the disk.")
    window.unsaved.ask_before_closing()
    qtbot.wait(50)
    bar, needed = window.top.height(), window.top.heightForWidth(window.top.width())
    window.session.change_settings(text_size=100)
    assert bar == needed
    assert needed > 300, "three lines of buttons"
