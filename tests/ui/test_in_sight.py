"""What is in sight comes first, and what stands below the window by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui.window import Window
from tests.ui.made import ALL, HEAVY, LONG, at_once, jump, said, shape


def in_sight(window: Window) -> list[tuple[object, ...]]:
    """What can be read in the window, and where."""
    for _round in range(4):
        QApplication.processEvents()
        window.stack._pause.stop()
    parts = [part for part in window.stack.shown.findChildren(QWidget) if part.isVisible() and said(part)]
    places = [(said(part), part.mapTo(window.stack, QPoint()).toTuple(), part.size().toTuple()) for part in parts]
    return [place for place in places if place[1][1] < window.stack.height()]


@pytest.mark.parametrize("size", [(1280, 800), (640, 480)])
@pytest.mark.parametrize("step", LONG)
def test_what_is_in_sight_is_there_in_the_first_frame_and_stays_where_it_is(
    opened: Window, step: str, size: tuple[int, int]
) -> None:
    opened.resize(*size)
    QTest.qWait(0)
    page = jump(opened, step)
    assert not page.is_whole, "the first frame waits for what nobody sees"
    seen = in_sight(opened)
    assert not page.is_whole
    assert opened.page is page
    assert in_sight(opened) == seen


def test_what_an_explanation_stood_on_is_there_in_the_first_frame(opened: Window) -> None:
    opened.explain.explain("help:people")
    QTest.qWait(0)
    low = opened.stack.height()
    page = jump(opened, "evidence_claims")
    seen = in_sight(opened)
    assert opened.stack.height() > low
    assert (opened.page, in_sight(opened)) == (page, seen)


@pytest.mark.parametrize("step", LONG)
def test_what_stands_below_the_window_comes_by_itself(opened: Window, qtbot: QtBot, step: str) -> None:
    same = at_once(opened, step)
    opened.stack.forget()
    page = jump(opened, step)
    opened.stack.wait()
    qtbot.waitUntil(lambda: page.is_whole and page.step not in opened.stack._ahead)
    assert shape(opened) == same


def test_what_stands_below_waits_for_nothing_that_is_done_meanwhile(opened: Window, qtbot: QtBot) -> None:
    same = at_once(opened, HEAVY)
    opened.stack.forget()
    page = jump(opened, HEAVY)
    opened.session.answer("evidence.kept", ("death_recent",))
    assert (opened.page, page.is_whole) == (page, True), "who reads it finds another page"
    kept = shape(opened)
    opened.session.answer("evidence.kept", ())
    assert shape(opened) == same != kept

    for parts in (0, 5, ALL):
        opened.stack.forget()
        page = jump(opened, HEAVY)
        jump(opened, "welcome_about")
        for _part in range(parts):
            page.make_part()
        jump(opened, HEAVY)
        QTest.qWait(0)
        assert opened.page is page
        assert shape(opened) == same, f"left and found again after {parts} parts"

    opened.stack.forget()
    page = jump(opened, HEAVY)
    qtbot.keyClick(page.heading, Qt.Key.Key_Tab)
    assert page.is_whole, "the Tab key cannot reach all of it"
