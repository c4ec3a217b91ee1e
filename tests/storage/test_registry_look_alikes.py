"""Studies that look like aHSCT for MS, and true ones in odd words, in every shape: each is judged as a reader would."""

from __future__ import annotations

from datetime import date

import pytest

from hsct_aid.domain.registry import sort_out
from hsct_aid.storage.registry_file import read_studies
from tests.storage.registry_shapes import hostile, shapes

JUDGED = hostile()
SHAPES = shapes({number: study for number, (_what, study) in JUDGED.items()})


@pytest.mark.parametrize("shape", SHAPES)
def test_no_look_alike_passes_and_no_true_trial_is_left_out(shape: str) -> None:
    studies = [study for data in SHAPES[shape] for study in read_studies(data)]
    fresh = sort_out(studies, (), date(2026, 11, 23))
    said = {one.number: "ours" for one in fresh.found} | {one.number: one.reason for one in fresh.left_out}
    wrong = {study["title"]: said[number] for number, (what, study) in JUDGED.items() if said[number] != what}
    assert wrong == {}
