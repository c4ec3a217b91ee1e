"""One running aid at a time: a second start is told so, and asks the first to show itself."""

from __future__ import annotations

import os
from pathlib import Path

from hsct_aid.storage import instance


def test_a_second_start_is_told_and_asks_the_first_to_come_forward_once(tmp_path: Path) -> None:
    first = instance.begin(tmp_path / "aid")
    assert first is not None
    assert instance.begin(tmp_path / "aid") is None
    assert not first.was_asked_to_raise()
    instance.ask_to_raise(tmp_path / "aid")
    assert first.was_asked_to_raise()
    assert not first.was_asked_to_raise()
    first.end()


def test_the_lock_says_which_program_has_it(tmp_path: Path) -> None:
    first = instance.begin(tmp_path)
    assert first is not None
    assert (tmp_path / "running.lock").read_text(encoding="utf-8").split()[-1] == str(os.getpid())
    first.end()


def test_after_the_end_another_may_begin_and_an_old_mark_is_forgotten(tmp_path: Path) -> None:
    first = instance.begin(tmp_path)
    assert first is not None
    first.end()
    instance.ask_to_raise(tmp_path)
    again = instance.begin(tmp_path)
    assert again is not None
    assert not again.was_asked_to_raise()
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
