"""A copy of notes, opened outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from hsct_aid.app import _take
from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.window import Window

NOON = datetime(2026, 11, 23, 12, 0)
OLD = Record(name="Ann, old <computer>", place="start_facts")
Take = Callable[[list[Path]], None]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "notes")
    made.add(Record(name="Zoë"), NOON)
    return made


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "my-notes.hsct-aid.json"
    path.write_bytes(write_record(OLD))
    return path


@pytest.fixture
def take(window: Window, shelf: Shelf) -> Take:
    return partial(_take, window, shelf, [])


def title(window: Window) -> str:
    return next(one.text() for one in window.findChildren(Heading) if one.isVisibleTo(window))


def text(window: Window) -> str:
    views = window.stack.shown.findChildren(type(window.explain.prose))
    return " ".join(view.toPlainText() for view in views)


def names(shelf: Shelf) -> list[str]:
    records = [store.read().record for store in shelf.stores()]
    return sorted(record.name for record in records if record)
