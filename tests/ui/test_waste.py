"""Widgets that nobody holds are deleted between two events: never in the middle of one, never on another thread."""

from __future__ import annotations

import gc
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


def _make_much() -> None:
    """Enough for Python to begin a search, were it to do so by itself."""
    made = [[number] for number in range(20 * gc.get_threshold()[0])]
    assert made


def _on_another_thread() -> None:
    with ThreadPoolExecutor(1) as worker:
        worker.submit(_make_much).result()


def test_work_on_another_thread_deletes_no_widget(owner: QObject, qtbot: QtBot) -> None:
    gone = _let_go()
    _on_another_thread()
    _make_much()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=5 * waste.EVERY_MS)


def test_left_to_itself_python_deletes_widgets_on_the_other_thread(owner: QObject) -> None:
    gone = _let_go()
    gc.enable()
    try:
        _on_another_thread()
    finally:
        gc.disable()
    assert gone() is None


def test_old_waste_is_found_too(owner: QObject) -> None:
    gone = _let_go()
    gc.collect(0), gc.collect(1)
    for _ in range((gc.get_threshold()[1] + 2) * (gc.get_threshold()[2] + 2)):
        kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
        waste.collect()
    assert kept
    assert gone() is None
