"""A fresh list in words and as JSON, and the command that prints both."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hsct_aid import cli
from hsct_aid.content.load import load_aid
from hsct_aid.domain.availability import Trial
from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.domain.registry import sort_out
from hsct_aid.report.fresh_list import as_json, as_text
from hsct_aid.storage.registry_file import read_studies

SAMPLES = Path(__file__).parents[1] / "storage" / "registry_samples"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def shipped() -> tuple[Trial, ...]:
    return load_aid("en").library.availability.trials


@pytest.fixture
def fresh() -> FreshList:
    return sort_out(read_studies((SAMPLES / "api_page.json").read_bytes()), (), TODAY)


def test_the_words_say_what_was_found_what_was_left_out_and_why(fresh: FreshList, shipped: tuple[Trial, ...]) -> None:
    text = as_text(fresh, shipped, TODAY)
    assert text.startswith("23 studies read, 7 of them on aHSCT for MS, 16 left out.")
    for one in fresh.found:
        assert one.title in text
        assert f"Address: https://clinicaltrials.gov/study/{one.number}" in text
    assert all(one.number in text.split("Left out, and why")[1] for one in fresh.left_out)
    assert "cells from the umbilical cord or the placenta, not aHSCT (1)\n    NCT99000103: Sample: Umbilical" in text


def test_every_status_stands_with_its_month(fresh: FreshList, shipped: tuple[Trial, ...]) -> None:
    statuses = [line for line in as_text(fresh, shipped, TODAY).splitlines() if "Status: " in line]
    assert len(statuses) == len(fresh.found)
    assert all(" as of " in line for line in statuses)


def test_the_source_the_day_and_what_a_listing_is_not_are_said(fresh: FreshList, shipped: tuple[Trial, ...]) -> None:
    for words in (as_text(fresh, shipped, TODAY), as_json(fresh, shipped, TODAY)):
        assert "ClinicalTrials.gov (U.S. National Library of Medicine)" in words
        assert "data up to 20 November 2026" in words
        assert "A listing is not an approval" in words


def test_what_changed_since_our_list_is_said(fresh: FreshList, shipped: tuple[Trial, ...]) -> None:
    text = as_text(fresh, shipped, TODAY)
    new, gone = text.split("New since the list in this aid")[1].split("In the list in this aid")
    assert new.count("NCT9900") == len(fresh.found)
    assert "NCT04047628: BEAT-MS" in gone
    assert "ISRCTN" not in gone


def test_another_status_is_said_with_both_words(fresh: FreshList) -> None:
    ours = Trial("x", ("NCT99000003",), "Ours", "", (), "recruiting", None, "")
    assert "NCT99000003: “looking for people” before, “finished” now." in as_text(fresh, [ours], TODAY)


def test_the_json_holds_the_same_counts_and_words(fresh: FreshList, shipped: tuple[Trial, ...]) -> None:
    said = json.loads(as_json(fresh, shipped, TODAY))
    assert said["counts"] == {"read": 23, "found": 7, "trial": 5, "observational": 1, "programme": 1, "left_out": 16}
    text = as_text(fresh, shipped, TODAY)
    assert all(one["status_words"] in text and one["address"] in text for one in said["found"])
    assert all(one["why"] in text for one in said["left_out"])


def test_the_command_prints_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trials", str(SAMPLES / "download.csv")]) == 0
    assert capsys.readouterr().out.startswith("23 studies read")
    assert (
        cli.main(["trials", "--json", "--progress", str(SAMPLES / "website.json"), str(SAMPLES / "single.json")]) == 0
    )
    out, err = capsys.readouterr()
    assert json.loads(out)["counts"]["found"] == 4
    percents = [int(line.removesuffix("%")) for line in err.split()]
    assert percents == sorted(set(percents))
    assert percents[-1] == 99
    assert len(percents) >= 6


def test_the_command_refuses_a_bad_file_in_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>")
    for path in (tmp_path / "page.html", tmp_path / "gone.json", tmp_path):
        assert cli.main(["trials", str(path)]) == 1
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith("hsct-aid: ")
        assert err.count("\n") == 1
