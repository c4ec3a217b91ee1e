"""What matters: ratings are the person's own words; they add up to nothing and move no fact."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Grid, Summary
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.summary import build_summary
from hsct_aid.domain.values import Level, concern_words, new_own, without_own
from hsct_aid.report.text import render_text
from tests.domain.shipped_aid import AID
from tests.report.people import EMPTY
from tests.report.sample_aid import TODAY

CONCERNS = [concern.id for concern in AID.library.concerns]
RATINGS = st.dictionaries(st.sampled_from(CONCERNS), st.sampled_from(get_args(Level)))


def rated(levels: dict[str, str], top: tuple[str, ...] = (), **more: object) -> Record:
    ratings = [{"concern": concern, "level": level} for concern, level in levels.items()]
    return msgspec.convert({"values": {"ratings": ratings, "top": top, **more}}, Record)


def page(record: Record) -> Summary:
    return build_summary(AID, record, TODAY)


def grid(record: Record) -> Grid:
    return next(one.grid for one in page(record).chapters if one.id == "grid" and one.grid)


@settings(max_examples=25)
@given(RATINGS, RATINGS)
def test_ratings_change_no_word_and_no_order_of_the_grid(one: dict[str, str], other: dict[str, str]) -> None:
    everything = rated(dict.fromkeys(CONCERNS, "somewhat"), ("children", "death", "relapses"))
    for levels in (one, other):
        ratings = dict.fromkeys(CONCERNS, "not_sure") | levels
        assert grid(rated(ratings, ("relapses", "children", "death"))) == grid(everything)


@settings(max_examples=25)
@given(st.permutations(CONCERNS), st.sampled_from(get_args(Level)))
def test_the_rows_stand_in_their_fixed_order_however_they_were_rated(order: list[str], level: str) -> None:
    names = [row[0] for row in grid(rated(dict.fromkeys(order, level))).rows]
    assert names == [concern.short for concern in AID.library.concerns]


def test_everything_that_matters_extremely_still_leaves_a_top_three(aid: Aid) -> None:
    record = rated(dict.fromkeys(CONCERNS, "extremely"), ("money", "energy", "death"))
    box = next(one for one in page(record).front if one.id == "values")
    short = {concern.id: concern.short for concern in aid.library.concerns}
    assert [entry.text for entry in box.entries[:3]] == [short["money"], short["energy"], short["death"]]


def test_everything_skipped_still_gives_a_page_with_all_its_boxes() -> None:
    skipped = page(EMPTY)
    full = page(rated(dict.fromkeys(CONCERNS, "very"), ("money", "energy", "death"), least="death"))
    assert [box.id for box in skipped.front] == [box.id for box in full.front]
    values = next(one for one in skipped.front if one.id == "values")
    assert any(entry.lines for entry in values.entries)
    assert b"NOTES" in render_text(skipped)


@pytest.mark.parametrize("level", get_args(Level))
def test_no_total_and_no_rank_is_on_the_page(level: str) -> None:
    said = render_text(page(rated(dict.fromkeys(CONCERNS, level)))).decode().casefold()
    for word in ("score", "total", "match", "rank", "points", "out of"):
        assert word not in said.partition("this grid does not choose")[0], word


def test_a_top_of_more_than_three_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        rated({}, tuple(CONCERNS[:4]))


def test_an_own_concern_is_called_by_its_own_words(aid: Aid) -> None:
    record = rated({"own1": "very"}, ("own1",), own=[{"id": "own1", "text": "Looking after my mother"}])
    assert concern_words(aid, record.values.own)["own1"] == "Looking after my mother"
    said = render_text(page(record)).decode()
    assert said.count("Looking after my mother") >= 2
    assert "own1" not in said


def test_an_own_concern_that_is_taken_away_is_nowhere_any_more() -> None:
    mine = [{"id": "own1", "text": "Looking after my mother"}, {"id": "own2", "text": "Singing"}]
    both = rated({"own1": "very", "own2": "very"}, ("own1", "own2"), own=mine, least="own1")
    both = with_value(both, "start.first_priorities", ("own1", "death"))
    left = without_own(both, "own1")
    assert b"own1" not in msgspec.json.encode(left)
    assert left.values.top == ("own2",)
    assert left.start.first_priorities == ("death",)
    said = render_text(page(left)).decode()
    assert "Looking after my mother" not in said
    assert "Singing" in said


@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_a_new_own_concern_takes_the_id_of_no_other_and_of_none_that_was_asked_about(
    there: set[int], asked: set[int]
) -> None:
    plain = {
        "values": {"own": [{"id": f"own{number}", "text": "x"} for number in there]},
        "questions": {"asked": [{"id": f"q{n}", "text": "?", "prompt": f"sg_value:own{n}"} for n in asked]},
    }
    assert new_own(msgspec.convert(plain, Record), "y").id not in {f"own{number}" for number in there | asked}


def test_what_moved_since_the_start_is_said_without_judging() -> None:
    plain = {"start": {"first_priorities": ["death", "money"]}, "values": {"top": ["death", "energy"]}}
    moved = next(one for one in page(msgspec.convert(plain, Record)).chapters if one.id == "moved")
    assert [len(entry.text) > 0 for entry in moved.entries] == [True, True, True]
