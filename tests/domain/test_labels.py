"""Answers in the words of the form; "none of these" and what is named exclude each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.labels import NONE_OF_THESE, answer_words, in_agreement

OFFERED = ("heart", "lungs", "kidneys", NONE_OF_THESE)
PICKED = st.sets(st.sampled_from(OFFERED)).map(lambda picked: tuple(one for one in OFFERED if one in picked))
AGREED = PICKED.map(lambda picked: in_agreement((), picked))


@given(PICKED, PICKED)
def test_none_of_these_never_stands_beside_another(before: tuple[str, ...], chosen: tuple[str, ...]) -> None:
    agreed = in_agreement(before, chosen)
    assert NONE_OF_THESE not in agreed or agreed == (NONE_OF_THESE,)
    assert set(agreed) <= set(chosen)
    assert bool(agreed) == bool(chosen)


@given(AGREED, st.sampled_from(OFFERED))
def test_what_is_ticked_last_holds(before: tuple[str, ...], ticked: str) -> None:
    if ticked not in before:
        assert ticked in in_agreement(before, (*before, ticked))


@given(AGREED, st.sampled_from(OFFERED))
def test_taking_one_away_takes_no_other(before: tuple[str, ...], taken: str) -> None:
    left = tuple(one for one in before if one != taken)
    assert in_agreement(before, left) == left


@given(PICKED, PICKED)
def test_what_agrees_stays_as_it_is(before: tuple[str, ...], chosen: tuple[str, ...]) -> None:
    agreed = in_agreement(before, chosen)
    assert in_agreement(agreed, agreed) == agreed
    if NONE_OF_THESE not in chosen:
        assert agreed == chosen


def test_where_a_file_holds_both_what_is_named_is_kept() -> None:
    both = (NONE_OF_THESE, "heart")
    assert in_agreement(both, both) == ("heart",)


@pytest.mark.parametrize("path", ["facts.illnesses", "facts.infections"])
def test_the_lists_that_offer_it_say_it_in_words(aid: Aid, path: str) -> None:
    fields = [field for step in aid.steps.values() for field in step.fields if field.id == path]
    assert [field.choices[-1].id for field in fields] == [NONE_OF_THESE]
    assert answer_words(aid, path, Answer(value=(NONE_OF_THESE,))) == "none of those asked"
    assert answer_words(aid, path, Answer(unknown=True)) == answer_words(aid, path, None) == "not known"
