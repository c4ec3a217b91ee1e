"""Plain text: golden pages of sample people, and the short form for a portal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given

from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import PORTAL, portal_text, render_text
from tests.report.people import EMPTY, EVERY_LIMIT, TYPICAL, URGENT, person
from tests.report.sample_aid import AID, TODAY
from tests.strategies import longest, records

GOLDEN = Path(__file__).parent / "golden"


def text(record: Record) -> str:
    return render_text(build_summary(AID, record, TODAY)).decode()


def golden(name: str, made: str) -> str:
    """The kept file; written anew where WRITE_GOLDEN is set."""
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_text(made, encoding="utf-8")
    return (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "record"), [("empty", EMPTY), ("typical", TYPICAL), ("urgent", URGENT)])
def test_the_page_as_text_is_the_one_that_was_read_and_kept(name: str, record: Record) -> None:
    assert text(record) == golden(f"{name}.txt", text(record))


def test_nothing_is_shortened_where_there_is_no_end_of_the_page() -> None:
    long = "A long question that goes on. " * 16
    page = text(person(questions={"asked": [{"id": "q1", "text": long}]}, visit={}))
    assert page.count(long.strip()) == 2
    assert "(page 2)" not in page


@given(records())
def test_the_portal_gets_no_more_than_it_holds(record: Record) -> None:
    assert len(portal_text(build_summary(AID, record, TODAY))) <= PORTAL


def test_the_longest_record_still_says_all_that_comes_first() -> None:
    short = portal_text(build_summary(AID, longest("word "), TODAY))
    assert len(short) <= PORTAL
    for heading in ("Today I would like to", "My three questions", "Facts", "New or worse", "patient-reported"):
        assert heading in short


def test_the_portal_text_names_the_ask_the_medicine_the_activity_and_the_missing_record() -> None:
    short = portal_text(build_summary(AID, TYPICAL, TODAY))
    for part in ("be referred to an aHSCT team", "ocrelizumab since", "1 in 12, 2 in 24", "new 3", "discharge letter"):
        assert part in short


def test_the_portal_text_is_not_padded_where_little_was_said() -> None:
    assert portal_text(build_summary(AID, EMPTY, TODAY)).startswith("Facts, as I know them: Type: not known")


def test_every_limit_record_is_all_there() -> None:
    assert "(page 2)" not in text(EVERY_LIMIT)
