"""Every entry of the evidence data is shown, or left out with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsct_aid import shipped
from hsct_aid.content.coverage import entries, forgotten, left_out
from hsct_aid.content.load import load_yaml
from hsct_aid.domain.aid import Aid
from tests.content.conftest import SAMPLE

NOT_SHOWN = Path(__file__).resolve().parents[2] / "docs" / "decisions" / "not-shown.md"
DATA_IDS = Path(__file__).with_name("data_ids.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def aid() -> Aid:
    return load_yaml(shipped.folder("content", "en"))


def test_every_entry_is_shown_or_left_out_with_a_reason(aid: Aid) -> None:
    assert forgotten(DATA_IDS, aid, left_out(NOT_SHOWN.read_text("utf-8"))) == []


def test_what_is_left_out_is_an_entry() -> None:
    assert set(left_out(NOT_SHOWN.read_text("utf-8"))) <= {entry.split()[1] for entry in DATA_IDS}


def test_what_may_not_be_shown_is_not_shown(aid: Aid) -> None:
    never = {entry.split()[1] for entry in DATA_IDS if entry.split()[0] in ("do_not_show", "to_confirm")}
    assert never & {*aid.library.outcomes, *aid.library.claims, *aid.library.sources} == set()


def test_an_entry_that_is_forgotten_is_found() -> None:
    small = load_yaml(SAMPLE)
    wanted = ["sources north2020", "sources west1990", "findings calm", "findings north2020", "to_confirm tc_one"]
    assert forgotten(wanted, small, {"tc_one": "To be confirmed."}) == ["sources west1990", "findings north2020"]
    assert forgotten(["to_confirm tc_one"], small, left_out("| tc_one | |\n")) == ["to_confirm tc_one"]


def test_entries_are_found_at_any_depth_of_the_data() -> None:
    groups = {
        "meta": {"id": "none"},
        "safety_nets": [{"id": "net", "figures": [{"id": "share"}]}],
        "not_ahsct_lookalikes": {"entries": [{"id": "NCT1"}]},
    }
    assert entries(groups) == ["safety_nets net", "safety_nets share", "not_ahsct_lookalikes NCT1"]


def test_reasons_are_read_from_tables() -> None:
    assert left_out("| id | reason |\n|---|---|\n| `a-1` | Not read. |\n| b_2 | As a-1. |\n") == {
        "a-1": "Not read.",
        "b_2": "As a-1.",
    }
