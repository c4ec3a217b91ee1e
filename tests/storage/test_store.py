"""The store: what was called saved is there, and nothing is written over."""

from __future__ import annotations

import errno
from datetime import timedelta
from pathlib import Path

import pytest

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk
from hsct_aid.storage.saves import NotSaved, Saved, SecondWriter
from hsct_aid.storage.store import SURPLUS, Store
from tests.storage.faults import FAULTS, Fault, failing
from tests.storage.saved import NOON, newer, restore, said, spoil
from tests.strategies import longest


def name_in(folder: Path) -> str | None:
    record = Store(folder).read().record
    return record.name if record else None


def test_an_empty_store_has_no_record(tmp_path: Path) -> None:
    assert Store(tmp_path / "new").load() == (None, None, (), False)
    assert not (tmp_path / "new").exists()


def test_a_save_is_a_file_of_its_own_for_this_account_alone(tmp_path: Path) -> None:
    said("a", "b", folder=tmp_path / "r")
    assert disk.names(tmp_path / "r") == ["record-0000000001.hsct", "record-0000000002.hsct"]
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "r").iterdir()} == {0o600}
    assert Store(tmp_path / "r").load() == (Record(name="b"), (2, NOON + timedelta(minutes=1)), (), False)


def test_order_is_by_generation_never_by_the_clock(tmp_path: Path) -> None:
    store = said("a", folder=tmp_path)
    store.save(Record(name="b"), NOON - timedelta(days=4000))
    assert name_in(tmp_path) == "b"


def test_the_order_of_a_save_is_write_force_read_name_force(tmp_path: Path) -> None:
    store = said("a", folder=tmp_path)
    with failing() as layer:
        store.save(Record(name="b"), NOON)
    steps = [name for name in layer.calls if name in ("write", "fsync", "read", "link")]
    assert steps == ["write", "fsync", "read", "read", "link", "fsync"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}-{fault.code}")
def test_whichever_call_of_a_save_fails_nothing_is_lost_and_saved_means_saved(tmp_path: Path, fault: Fault) -> None:
    trial = said("a", "b", folder=tmp_path / "trial")
    with failing() as layer:
        trial.save(Record(name="c"), NOON)
    for at in range(len(layer.calls)):
        folder = tmp_path / str(at)
        store = said("a", "b", folder=folder)
        try:
            with failing(at, fault):
                store.save(Record(name="c"), NOON)
        except NotSaved:
            assert name_in(folder) in ("b", "c")
        else:
            assert name_in(folder) == "c"
        assert Store(folder).load().damaged == ()
        assert {f"record-{number:010}.hsct" for number in (1, 2)} <= set(disk.names(folder))
        store.save(Record(name="d"), NOON)
        assert name_in(folder) == "d"


@pytest.mark.parametrize("name", ["open", "write", "fsync", "read", "link+rename"])
def test_a_save_that_could_not_be_forced_read_back_or_named_is_not_called_saved(tmp_path: Path, name: str) -> None:
    store = said("a", folder=tmp_path)
    with failing() as layer:
        store.save(Record(name="b"), NOON)
    for at in (number for number, call in enumerate(layer.calls) if call in name):
        lasting = name == "link+rename"
        with failing(at, Fault("before", errno.EIO), lasting=lasting), pytest.raises(NotSaved, match="EIO"):
            store.save(Record(name="c"), NOON)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}-{fault.code}")
def test_a_failing_call_while_loading_never_looks_like_an_empty_store(tmp_path: Path, fault: Fault) -> None:
    said("a", "b", folder=tmp_path)
    with failing() as layer:
        Store(tmp_path).load()
    for at in range(len(layer.calls)):
        with failing(at, fault):
            try:
                loaded = Store(tmp_path).load()
            except OSError:
                continue
        assert loaded.record == Record(name="b") or (loaded.record == Record(name="a") and loaded.damaged)
        assert Store(tmp_path).load() == (Record(name="b"), (2, NOON + timedelta(minutes=1)), (), False)


def test_a_disk_that_stays_full_keeps_the_old_record_open(tmp_path: Path) -> None:
    store = said("a", folder=tmp_path)
    with failing(0, FAULTS[0], lasting=True), pytest.raises(NotSaved, match="disk is full"):
        store.save(Record(name="b"), NOON)
    assert name_in(tmp_path) == "a"
    assert store.save(Record(name="b"), NOON).generation == 2


def test_a_folder_that_was_not_forced_to_the_disk_is_not_left_behind(tmp_path: Path) -> None:
    store = Store(tmp_path / "records")
    with failing(3, Fault("before", errno.EIO)) as layer, pytest.raises(NotSaved):
        store.save(Record(), NOON)
    assert layer.calls[:4] == ["stat", "mkdir", "open", "fsync"]
    assert disk.names(tmp_path) == []
    assert store.save(Record(), NOON).generation == 1


def test_a_restore_is_a_new_save_and_can_be_undone(tmp_path: Path) -> None:
    store = said("a", "b", "c", folder=tmp_path)
    assert [generation for generation, _saved_at in store.earlier()] == [2, 1]
    assert restore(store, 1) == Record(name="a")
    assert store.read().saved == Saved(4, NOON)
    assert restore(store, 3) == Record(name="c")
    assert name_in(tmp_path) == "c"


def test_an_earlier_copy_that_does_not_open_is_refused_in_words(tmp_path: Path) -> None:
    store = said("a", "b", folder=tmp_path)
    spoil(tmp_path / "record-0000000001.hsct", "cut")
    for generation in (1, 77):
        with pytest.raises(NotSaved, match="choose another"):
            restore(store, generation)
    assert name_in(tmp_path) == "b"


def test_a_second_writer_is_refused_and_both_versions_are_kept(tmp_path: Path) -> None:
    first = said("a", folder=tmp_path / "r")
    second = Store(tmp_path / "r")
    second.load()
    first.save(Record(name="first"), NOON)
    with pytest.raises(SecondWriter, match="both are kept"):
        second.save(Record(name="second"), NOON)
    assert (name_in(tmp_path / "r"), name_in(second.folder)) == ("first", "second")
    assert second.folder.parent == tmp_path
    first.save(Record(name="first again"), NOON)
    second.save(Record(name="second again"), NOON)
    assert (name_in(tmp_path / "r"), name_in(second.folder)) == ("first again", "second again")


def test_a_writer_left_far_behind_does_not_save_below_what_is_newer(tmp_path: Path) -> None:
    first = said("a", folder=tmp_path / "r")
    second = Store(tmp_path / "r")
    second.load()
    for number in range(9):
        first.save(Record(name=str(number)), NOON)
    first.tidy()
    with pytest.raises(SecondWriter):
        second.save(Record(name="second"), NOON)
    assert (name_in(tmp_path / "r"), name_in(second.folder)) == ("8", "second")


def test_a_refused_version_that_cannot_be_kept_yet_is_kept_with_the_next_try(tmp_path: Path) -> None:
    first = said("a", folder=tmp_path / "r")
    second = Store(tmp_path / "r")
    with failing(9, Fault("before", errno.ENOSPC), lasting=True), pytest.raises(NotSaved, match="disk is full"):
        second.save(Record(name="second"), NOON)
    with pytest.raises(SecondWriter):
        second.save(Record(name="second"), NOON)
    assert (name_in(first.folder), name_in(second.folder)) == ("a", "second")


def test_a_store_that_was_never_loaded_does_not_write_among_the_saves(tmp_path: Path) -> None:
    said("a", folder=tmp_path / "r")
    with pytest.raises(SecondWriter):
        Store(tmp_path / "r").save(Record(name="b"), NOON)
    assert name_in(tmp_path / "r") == "a"


def test_the_longest_record_is_saved_and_opens(tmp_path: Path) -> None:
    record = longest("\U0001f469")
    Store(tmp_path).save(record, NOON)
    assert Store(tmp_path).load().record == record


def test_two_months_of_saves_are_pruned_as_promised(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for hour in range(0, 60 * 24, 6):
        store.save(Record(name=str(hour)), NOON + timedelta(hours=hour))
    assert len(disk.names(tmp_path)) <= SURPLUS + 1
    store.tidy()
    assert [f"{saved_at:%d.%m. %H}" for _generation, saved_at in store.earlier()] == [
        "21.01. 00", "20.01. 18", "20.01. 12", "20.01. 06",
        "19.01. 18", "18.01. 18", "17.01. 18", "16.01. 18", "15.01. 18",
        "10.01. 18", "03.01. 18",
    ]  # fmt: skip
    assert len(disk.names(tmp_path)) == 12


def test_pruning_never_removes_what_does_not_open_and_does_not_count_it(tmp_path: Path) -> None:
    store = said(*"abcdefghi", folder=tmp_path)
    for number in (1, 8, 9):
        spoil(tmp_path / f"record-000000000{number}.hsct", "cut")
    store.save(Record(name="j"), NOON)
    store.tidy()
    assert [generation for generation, _saved_at in store.earlier()] == [7, 6, 5, 4]
    assert [int(name[7:17]) for name in disk.names(tmp_path)] == [1, 4, 5, 6, 7, 8, 9, 10]
    assert len(Store(tmp_path).load().damaged) == 3


def test_a_save_without_end_tidies_up_by_itself(tmp_path: Path) -> None:
    store = said(*map(str, range(SURPLUS + 1)), folder=tmp_path)
    assert len(disk.names(tmp_path)) == 5
    assert name_in(tmp_path) == str(SURPLUS)
    store.tidy()
    assert len(disk.names(tmp_path)) == 5


def test_the_person_is_told_which_save_is_open_and_what_became_of_the_others(tmp_path: Path) -> None:
    said("a", "b", "c", folder=tmp_path)
    assert Store(tmp_path).load().messages == ()
    spoil(tmp_path / "record-0000000003.hsct", "cut")
    assert "from 22 November 2026, 12:01" in Store(tmp_path).load().messages[0]
    for number in (1, 2):
        spoil(tmp_path / f"record-000000000{number}.hsct", "zeros")
    assert Store(tmp_path).load().messages[0].startswith("No saved copy opens")
    newer(tmp_path, b"{}")
    assert "newer version" in Store(tmp_path).load().messages[0]
