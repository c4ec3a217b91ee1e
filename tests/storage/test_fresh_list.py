"""The list of trials that is kept beside the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.domain.registry import sort_out
from hsct_aid.report.fresh_list import as_json
from hsct_aid.storage import fresh_list
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.registry_file import read_studies

SAMPLE = Path(__file__).parent / "registry_samples" / "api_page.json"


@pytest.fixture
def fresh() -> FreshList:
    return sort_out(read_studies(SAMPLE.read_bytes()), (), date(2026, 11, 23))


def test_a_list_comes_back_as_it_was_kept(tmp_path: Path, fresh: FreshList) -> None:
    fresh_list.save(tmp_path / "data", fresh)
    assert fresh_list.load(tmp_path / "data") == (fresh, "")


def test_without_a_list_nothing_is_said(tmp_path: Path) -> None:
    assert fresh_list.load(tmp_path) == (None, "")


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"[" * 100_000, b'{"read_on": "2026-11-23", "found": 1}'])
def test_a_list_that_does_not_open_is_told_and_the_aid_goes_on(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "trials.json").write_bytes(data)
    found, words = fresh_list.load(tmp_path)
    assert found is None
    assert "could not be opened" in words


def test_what_the_command_prints_is_the_list(fresh: FreshList) -> None:
    assert fresh_list.decoded(as_json(fresh, (), date(2026, 11, 23)).encode()) == fresh


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(BadInput):
        fresh_list.decoded(b"Traceback")
