"""The checks before a release find what stands against it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bundle import release
from bundle.locked import TOP
from hsct_aid import __version__

TODAY = date(2026, 11, 23)


def test_there_is_one_version() -> None:
    assert list(release.one_version(TOP, __version__)) == []


def test_a_second_version_is_found(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "9.9"\n', encoding="utf-8")
    metainfo = tmp_path / release.METAINFO
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text('<release version="0.0.9"/>', encoding="utf-8")
    assert len(list(release.one_version(tmp_path, "0.1.0"))) == 2


@pytest.mark.parametrize(
    ("changelog", "found"),
    [
        ("## 0.2.0 (2026-12-01)\n\n* Something.\n\n## 0.1.0\n\n* Old.\n", 0),
        ("## Not yet released\n\n* Something.\n", 1),
        ("## 0.2.0\n\n## 0.1.0\n\n* Old.\n", 1),
    ],
)
def test_a_release_without_notes_is_found(changelog: str, found: int) -> None:
    assert len(list(release.notes(changelog, "0.2.0"))) == found


def test_content_that_is_soon_out_of_date_is_found() -> None:
    assert list(release.current("2027-11-22", TODAY)) == []
    assert len(list(release.current("2027-01-31", TODAY))) == 1
