"""Several people on one computer: each found by name, deleted alone, and none named by a folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.storage.faults import failing

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def added(shelf: Shelf, name: str) -> Store:
    store = shelf.create()
    store.save(Record(name=name), NOON)
    return store


def test_folders_are_private_and_say_nothing_about_the_person(tmp_path: Path) -> None:
    store = added(Shelf(tmp_path), "Ann Example")
    assert "ann" not in str(store.folder.relative_to(tmp_path)).lower()
    assert [path.stat().st_mode & 0o777 for path in (store.folder, store.folder.parent)] == [0o700, 0o700]


def test_a_record_is_found_by_its_name_or_its_id(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    ann, _zoe, nobody = added(shelf, "Ann  Example"), added(shelf, "Zoë"), added(shelf, "")
    for name in ("Ann Example", " ann example ", ann.folder.name):
        found = shelf.find(name)
        assert found is not None
        assert found.folder == ann.folder
    assert shelf.find("Bob") is shelf.find("") is shelf.find("../settings.json") is None
    assert nobody.folder in [store.folder for store in shelf.stores()]


def test_two_records_of_one_name_are_told_apart_by_id(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    twins = {added(shelf, "Ann").folder.name, added(shelf, "Ann").folder.name}
    with pytest.raises(BadInput) as caught:
        shelf.find("Ann")
    assert all(each in str(caught.value) for each in twins)
    assert "Ann" not in str(caught.value)


def test_looking_for_a_record_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    store = added(shelf, "Ann")
    disk.stage(store.folder, b"half")
    (store.folder / "record-0000000002.hsct").touch()
    before = disk.names(store.folder)
    shelf.find("Ann")
    assert disk.names(store.folder) == before


def test_a_new_record_has_no_folder_before_its_first_save(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.create()
    assert shelf.stores() == ()
    assert disk.names(tmp_path) == []


def test_one_record_is_deleted_with_all_its_copies_and_the_others_stay(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    ann, zoe = added(shelf, "Ann"), added(shelf, "Zoë")
    ann.save(Record(name="Ann", place="x"), NOON)
    (ann.folder / "damaged-0000000001.hsct").touch()
    (tmp_path / "trials.json").touch()
    shelf.delete(ann)
    assert disk.names(shelf.folder) == [zoe.folder.name]
    shelf.delete_all()
    assert disk.names(shelf.folder) == []
    assert disk.names(tmp_path) == ["records"]


def test_a_delete_that_was_cut_short_brings_nothing_back_and_is_finished_later(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    ann = added(shelf, "Ann")
    with failing(1), pytest.raises(OSError, match="No space"):
        shelf.delete(ann)
    assert shelf.stores() == ()
    assert len(disk.names(shelf.folder)) == 1
    shelf.sweep()
    assert disk.names(shelf.folder) == []


def test_what_is_not_a_record_is_left_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    added(shelf, "Ann")
    (shelf.folder / "photos").mkdir()
    shelf.delete_all()
    shelf.sweep()
    assert disk.names(shelf.folder) == ["photos"]
