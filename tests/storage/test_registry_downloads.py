"""Real downloads, from the folder that HSCT_AID_REGISTRY_FILES names; they are no part of the project."""

from __future__ import annotations

import csv
import json
import os
from datetime import date
from pathlib import Path

import pytest

from hsct_aid.content.load import load_aid
from hsct_aid.domain.registry import sort_out
from hsct_aid.storage.registry_file import file_bytes, read_studies

REAL = [path for path in sorted(Path(os.environ.get("HSCT_AID_REGISTRY_FILES", "no such folder")).glob("*"))
        if path.suffix in (".json", ".csv")]  # fmt: skip
NOT_AHSCT = {
    "NCT00813969", "NCT01377870", "NCT01228266", "NCT03069170", "NCT03269071", "NCT00497952", "NCT02084121",
    "NCT01413100", "NCT06566261",
}  # fmt: skip
"""Records of mesenchymal, neural, donor's and other cells, or of another disease, that have been taken for aHSCT."""


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_downloads_are_read_and_judged_rightly(path: Path) -> None:
    studies = read_studies(file_bytes(path))
    assert len(studies) == _records(path)
    trials = load_aid("en").library.availability.trials
    ours = {number for trial in trials for number in trial.numbers}
    fresh = sort_out(studies, trials, date(2026, 11, 23))
    found = {one.number for one in fresh.found}
    assert found >= ours & {study.number for study in studies}
    assert not found & NOT_AHSCT
    assert len(found) + len(fresh.left_out) == len(studies)


def _records(path: Path) -> int:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as table:
            return sum(1 for _row in csv.DictReader(table))
    whole = json.loads(path.read_text("utf-8-sig"))
    return len(whole) if isinstance(whole, list) else len(whole.get("studies", [0]))
