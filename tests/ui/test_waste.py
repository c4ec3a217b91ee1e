"""Widgets that nobody holds are deleted between two events: never in the middle of one, never on another thread."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui import waste


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    waste.collect_between_events(made)
    yield made
    made.deleteLater()


def _let_go() -> weakref.ref[QWidget]:
    """A widget that only itself holds."""
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    return weakref.ref(widget)


def _make_much() -> list[list[int]]:
    """Enough for Python to begin a search, were it to do so by itself."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def _on_another_thread() -> None:
    with ThreadPoolExecutor(1) as worker:
        worker.submit(_make_much).result()


def test_work_on_another_thread_deletes_no_widget(owner: QObject, qtbot: QtBot) -> None:
    gone = _let_go()
    _on_another_thread()
    made = _make_much()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=5 * waste.EVERY_MS)
    assert made


def test_left_to_itself_python_deletes_widgets_on_the_other_thread(owner: QObject) -> None:
    gone = _let_go()
    gc.enable()
    try:
        _on_another_thread()
    finally:
        gc.disable()
    assert gone() is None


@pytest.fixture
def old(owner: QObject) -> weakref.ref[QWidget]:
    """A widget that nobody holds any more, older than what a search for what is new goes through."""
    gc.collect()
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    gc.collect(waste.NEW)
    return weakref.ref(widget)


def _work(times: int) -> None:
    """So many searches while somebody is doing something all the time."""
    for _ in range(times):
        kept = [[number] for number in range(2 * gc.get_threshold()[0])]
        waste.collect(is_quiet=False)
        kept.clear()


def test_everything_is_searched_only_where_nobody_does_anything(old: weakref.ref[QWidget]) -> None:
    _work(2 * gc.get_threshold()[2])
    assert old() is not None
    waste.collect(is_quiet=True)
    assert old() is None


def test_everything_is_searched_in_the_end_where_somebody_always_does_something(old: weakref.ref[QWidget]) -> None:
    _work((waste.PATIENCE + 1) * gc.get_threshold()[2])
    assert old() is None


@pytest.mark.parametrize("is_busy", [True, False])
def test_whether_somebody_does_something_is_told_by_the_work_of_the_thread(
    old: weakref.ref[QWidget], owner: QObject, is_busy: bool
) -> None:
    _work(2 * gc.get_threshold()[2])
    looking = waste._Looking(owner)
    for _ in range(waste.QUIET):
        until = time.thread_time() + 2 * waste.IDLE_S * is_busy
        while time.thread_time() < until:
            pass
        looking._look()
    assert (old() is None) is not is_busy
