"""One running aid at a time: a second start is told so, and asks the first to show itself."""

from __future__ import annotations

import os
from pathlib import Path

from hsct_aid.storage import instance


def test_a_second_start_is_told_and_asks_the_first_to_come_forward_once(tmp_path: Path) -> None:
    first = instance.begin(tmp_path / "aid")
    assert first is not None
    assert instance.begin(tmp_path / "aid") is None
    assert first.asked() == []
    instance.ask_to_raise(tmp_path / "aid")
    assert first.asked() == [None]
    assert first.asked() == []
    first.end()


def test_the_lock_says_which_program_has_it(tmp_path: Path) -> None:
    first = instance.begin(tmp_path)
    assert first is not None
    assert (tmp_path / "running.lock").read_text(encoding="utf-8").split()[-1] == str(os.getpid())
    first.end()


def test_copies_opened_at_one_moment_are_all_handed_over_whatever_they_are_called(tmp_path: Path) -> None:
    first = instance.begin(tmp_path)
    assert first is not None
    copies = {tmp_path / os.fsdecode(name) for name in (b"one.json", b"t\nwo.json", b"\xff.json", b"a" * 200)}
    for copy in copies:
        instance.ask_to_raise(tmp_path, copy)
    assert set(first.asked()) == copies
    assert first.asked() == []
    first.end()


def test_what_is_asked_of_an_aid_that_is_just_ending_is_done_by_the_next(tmp_path: Path) -> None:
    first = instance.begin(tmp_path)
    assert first is not None
    instance.ask_to_raise(tmp_path, tmp_path / "one.json")
    first.end()
    again = instance.begin(tmp_path)
    assert again is not None
    assert again.asked() == [tmp_path / "one.json"]
    again.end()


def test_a_lock_file_left_behind_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "running.lock").write_text("elsewhere 1\n", encoding="utf-8")
    taken = instance.begin(tmp_path)
    assert taken is not None
    taken.end()


def test_a_folder_that_somebody_chose_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    taken = instance.begin(tmp_path)
    assert taken is not None
    taken.end()
    assert tmp_path.stat().st_mode & 0o777 == 0o755
