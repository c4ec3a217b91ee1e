"""The door to the disk: private, whole, never over anything, and every error passed on."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hsct_aid.storage import disk
from hsct_aid.storage.why import why
from tests.storage.faults import FAULTS, Fault, failing


def modes(*paths: Path) -> list[int]:
    return [path.stat().st_mode & 0o777 for path in paths]


def test_files_and_folders_are_for_this_account_alone(tmp_path: Path) -> None:
    disk.private_folder(tmp_path / "a" / "b")
    disk.replace(tmp_path / "a" / "b" / "file", b"x")
    assert modes(tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "file") == [0o700, 0o700, 0o600]


def test_an_open_folder_is_closed_to_others_and_one_above_it_left_alone(tmp_path: Path) -> None:
    (tmp_path / "above" / "ours").mkdir(parents=True)
    (tmp_path / "above").chmod(0o755)
    (tmp_path / "above" / "ours").chmod(0o755)
    disk.private_folder(tmp_path / "above" / "ours")
    assert modes(tmp_path / "above", tmp_path / "above" / "ours") == [0o755, 0o700]


def test_a_file_where_the_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(NotADirectoryError):
            disk.private_folder(path)


def test_a_name_that_is_taken_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"old")
    for give_name in (disk.publish, disk.rename):
        with pytest.raises(FileExistsError):
            give_name(disk.stage(tmp_path, b"new"), tmp_path / "taken")
    assert (tmp_path / "taken").read_bytes() == b"old"


def test_a_file_system_without_hard_links_will_do(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"old")
    for name in ("new", "taken"):
        staged = disk.stage(tmp_path, b"new")
        with failing(0, Fault("before", errno.EPERM)) as layer:
            if name == "taken":
                with pytest.raises(FileExistsError):
                    disk.publish(staged, tmp_path / name)
            else:
                disk.publish(staged, tmp_path / name)
        assert layer.calls[0] == "link"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"taken": b"old", "new": b"new"}


def test_what_is_set_aside_takes_a_free_name(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "bad.hsct").write_bytes(b"%d" % number)
        disk.set_aside(tmp_path / "bad.hsct", "aside.hsct")
    assert disk.names(tmp_path) == ["aside-2.hsct", "aside-3.hsct", "aside.hsct"]


def test_a_file_is_forced_to_the_disk_and_read_back_before_it_gets_its_name(tmp_path: Path) -> None:
    with failing() as layer:
        disk.replace(tmp_path / "file", b"x")
    order = [name for name in layer.calls if name in ("write", "fsync", "read", "replace")]
    assert order == ["write", "fsync", "read", "read", "replace", "fsync"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}-{fault.code}")
def test_no_failing_call_spoils_the_file_that_was_there(tmp_path: Path, fault: Fault) -> None:
    path = tmp_path / "file"
    disk.replace(path, b"old" * 9)
    with failing() as layer:
        disk.replace(path, b"old" * 9)
    for at in range(len(layer.calls)):
        disk.replace(path, b"old" * 9)
        try:
            with failing(at, fault):
                disk.replace(path, b"new" * 9)
        except OSError:
            assert path.read_bytes() in (b"old" * 9, b"new" * 9)
        else:
            assert path.read_bytes() == b"new" * 9
    disk.sweep(tmp_path)
    assert disk.names(tmp_path) == ["file"]


def test_what_is_written_in_parts_is_written_whole(tmp_path: Path) -> None:
    with failing(1, Fault("short"), lasting=True) as layer:
        disk.replace(tmp_path / "file", b"0123456789")
    assert layer.calls.count("write") > 2
    assert (tmp_path / "file").read_bytes() == b"0123456789"


def test_a_silently_wrong_write_is_found_by_reading_back(tmp_path: Path) -> None:
    with failing(1, Fault("silent")) as layer, pytest.raises(OSError, match="Input/output"):
        disk.replace(tmp_path / "file", b"x")
    assert layer.calls[:2] == ["open", "write"]
    assert disk.names(tmp_path) == []


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    disk.replace(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    disk.replace(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"x"


@pytest.mark.parametrize("name", [".", "missing", "pipe"])
def test_what_is_not_a_file_is_not_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="directory"):
        disk.read(tmp_path / name, 10)


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    assert disk.read(tmp_path / "file", 10) == b"0123456789"
    with pytest.raises(OSError, match="too large"):
        disk.read(tmp_path / "file", 9)


def test_a_lock_is_held_once_and_free_again(tmp_path: Path) -> None:
    first = disk.lock(tmp_path / "lock", "me 1\n")
    assert first is not None
    assert disk.lock(tmp_path / "lock", "me 2\n") is None
    assert disk.read(tmp_path / "lock", 99) == b"me 1\n"
    disk.unlock(first)
    again = disk.lock(tmp_path / "lock", "3\n")
    assert again is not None
    assert disk.read(tmp_path / "lock", 99) == b"3\n"
    disk.unlock(again)


def test_the_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    hold = (
        "import sys, time; from pathlib import Path; from hsct_aid.storage import disk;"
        "print(disk.lock(Path(sys.argv[1]), 'gone'), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / "lock")], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() != b"None\n"
        assert disk.lock(tmp_path / "lock", "me") is None
        other.kill()
    mine = disk.lock(tmp_path / "lock", "me")
    assert mine is not None
    disk.unlock(mine)


@pytest.mark.parametrize("code", [*errno.errorcode, 0, 99999])
def test_every_error_has_a_sentence_with_a_next_step(code: int) -> None:
    sentence = why(OSError(code, "x"))
    assert ": " in sentence
    assert sentence.endswith(".")


def test_a_pipe_that_nobody_reads_and_links_that_go_round_hold_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device"):
        disk.replace(tmp_path / "pipe", b"x")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    disk.replace(tmp_path / "ring", b"x")
    assert (tmp_path / "ring").read_bytes() == b"x"
