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


@pytest.mark.parametrize(
    ("heading", "day", "found"),
    [
        ("## 0.2.0 (2026-12-01)", "2026-12-01", 0),
        ("## 0.2.0 (not yet released)", "2026-12-01", 1),
        ("## 0.2.0 (2026-12-01)", "2026-11-30", 1),
    ],
)
def test_a_release_without_its_day_is_found(heading: str, day: str, found: int) -> None:
    metainfo = f'<release version="0.2.0" date="{day}"/>'
    assert len(list(release.dated(f"# What changed\n\n{heading}\n\n* A.\n", metainfo, "0.2.0"))) == found


def test_what_was_built_from_something_else_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert len(list(release.built(tmp_path, "0.2.0"))) == 3
    told = tmp_path / "dist" / "hsct-aid" / "_internal" / "resources" / "build.txt"
    told.parent.mkdir(parents=True)
    told.write_text("bundle 2026-01-01\n", encoding="utf-8")
    for name in ("hsct-aid_0.2.0_amd64.deb", "hsct_aid-0.2.0-py3-none-any.whl"):
        (tmp_path / "dist" / name).touch()
    assert list(release.built(tmp_path, "0.2.0")) == []
    told.write_text("bundle 2026-01-01 0123456789 changed\n", encoding="utf-8")
    assert len(list(release.built(tmp_path, "0.2.0"))) == 1
