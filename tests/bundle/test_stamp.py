"""A built copy says which it is, the same in two builds of one commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bundle.stamp import FILE, stamp
from hsct_aid import shipped

COMMITTED = {"GIT_COMMITTER_DATE": "2026-11-22T12:00:00Z", "GIT_AUTHOR_DATE": "2026-11-22T12:00:00Z"}


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, value in COMMITTED.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "file").write_text("a\n", encoding="utf-8")
    person = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "file"), (*person, "commit", "-qm", "one")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def commit(clone: Path) -> str:
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=clone, capture_output=True, text=True, check=True)
    return told.stdout[:10]


def test_it_names_the_day_and_the_commit(clone: Path) -> None:
    assert stamp("bundle", clone) == f"bundle 2026-11-22 {commit(clone)}"


def test_a_source_that_no_commit_has_says_so(clone: Path) -> None:
    (clone / "file").write_text("b\n", encoding="utf-8")
    assert stamp("wheel", clone) == f"wheel 2026-11-22 {commit(clone)} changed"


def test_who_builds_may_name_the_moment(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert stamp("deb", clone).startswith("deb 2026-01-01 ")


def test_without_git_it_names_what_it_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert stamp("wheel", tmp_path) == "wheel"


def test_a_built_copy_shows_its_stamp_and_a_checkout_is_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped.build() == "source"
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / FILE).write_text("bundle 2026-11-22 0123456789\n", encoding="utf-8")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert shipped.build() == "bundle 2026-11-22 0123456789"
