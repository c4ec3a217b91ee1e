"""Saves that are damaged, unreadable or newer: set aside, told, and never written over."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk
from hsct_aid.storage.saves import NotSaved, ReadOnly
from hsct_aid.storage.store import Store
from tests.storage.saved import NOON, newer, restore, said, spoil


@pytest.mark.parametrize("how", ["flipped", "cut", "empty", "zeros", "longer", "plain", "another save", "huge"])
def test_a_damaged_file_is_set_aside_and_told_and_the_next_older_opens(tmp_path: Path, how: str) -> None:
    said("a", "b", "c", folder=tmp_path)
    spoil(tmp_path / "record-0000000003.hsct", how)
    damaged = (tmp_path / "record-0000000003.hsct").read_bytes()
    store = Store(tmp_path)
    assert store.read().damaged == ("record-0000000003.hsct",)
    loaded = store.load()
    assert loaded == (Record(name="b"), (2, NOON + timedelta(minutes=1)), ("damaged-0000000003.hsct",), False)
    assert (tmp_path / "damaged-0000000003.hsct").read_bytes() == damaged
    assert store.save(Record(name="d"), NOON).generation == 4
    assert Store(tmp_path).load().damaged == ()


def test_a_folder_in_the_place_of_a_save_is_set_aside_too(tmp_path: Path) -> None:
    said("a", folder=tmp_path)
    (tmp_path / "record-0000000002.hsct").mkdir()
    assert Store(tmp_path).load().damaged == ("damaged-0000000002.hsct",)


def test_where_every_save_is_damaged_all_are_kept_and_told(tmp_path: Path) -> None:
    said("a", "b", folder=tmp_path)
    for path in list(tmp_path.iterdir()):
        path.write_bytes(b"")
    store = Store(tmp_path)
    loaded = store.load()
    assert loaded.record is None
    assert sorted(loaded.damaged) == disk.names(tmp_path) == ["damaged-0000000001.hsct", "damaged-0000000002.hsct"]
    assert store.save(Record(name="c"), NOON).generation == 3


def test_a_file_that_cannot_be_read_today_is_told_and_stays_where_it_is(tmp_path: Path) -> None:
    said("a", "b", folder=tmp_path)
    (tmp_path / "record-0000000002.hsct").unlink()
    (tmp_path / "record-0000000002.hsct").symlink_to("record-0000000002.hsct")
    store = Store(tmp_path)
    assert store.load().damaged == ("record-0000000002.hsct",)
    assert store.save(Record(name="c"), NOON).generation == 3


def test_what_was_half_written_is_swept_at_the_start(tmp_path: Path) -> None:
    said("a", folder=tmp_path)
    disk.stage(tmp_path, b"half")
    Store(tmp_path).read()
    assert len(disk.names(tmp_path)) == 2
    Store(tmp_path).load()
    assert disk.names(tmp_path) == ["record-0000000001.hsct"]


def test_a_name_past_the_last_number_is_never_called_saved(tmp_path: Path) -> None:
    (tmp_path / "record-9999999999.hsct").touch()
    store = Store(tmp_path)
    store.load()
    with pytest.raises(NotSaved):
        store.save(Record(), NOON)


def test_a_newer_record_opens_read_only_and_is_never_saved_over(tmp_path: Path) -> None:
    store = said("a", folder=tmp_path)
    data = newer(tmp_path, json.dumps({"schema_version": 9, "name": "Ann", "moon": 1}).encode())
    store = Store(tmp_path)
    assert store.load() == (Record(name="Ann"), (2, NOON), (), True)
    for write in (lambda: store.save(Record(), NOON), lambda: restore(store, 2), lambda: restore(store, 1)):
        with pytest.raises(ReadOnly, match="update the aid"):
            write()
    assert (tmp_path / "record-0000000002.hsct").read_bytes() == data
    assert len(disk.names(tmp_path)) == 2


def test_a_whole_file_that_this_version_cannot_read_at_all_is_a_newer_one(tmp_path: Path) -> None:
    said("a", folder=tmp_path)
    newer(tmp_path, b"\x93sealed")
    assert Store(tmp_path).load() == (None, (2, NOON), (), True)
