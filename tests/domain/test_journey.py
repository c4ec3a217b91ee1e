"""The way through: Next and Back undo each other, the place is found again, and the rest gets shorter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid, Section, Step
from hsct_aid.domain.block import DEPTHS, Depth
from hsct_aid.domain.journey import Journey, journey
from hsct_aid.domain.record import Record, with_value

STEPS = st.lists(st.text("abcdefgh", min_size=1, max_size=2), min_size=1, max_size=12, unique=True).map(
    lambda ids: tuple(Step(name, name) for name in ids)
)


def at(steps: tuple[Step, ...], place: str) -> Journey:
    return Journey(steps, place, frozenset())


@given(STEPS)
def test_back_undoes_next_everywhere(steps: tuple[Step, ...]) -> None:
    for here in steps:
        way = at(steps, here.id)
        assert way.step is here
        if way.next is not None:
            assert at(steps, way.next.id).back is here
        if way.back is not None:
            assert at(steps, way.back.id).next is here
    assert at(steps, steps[0].id).back is at(steps, steps[-1].id).next is None


@given(STEPS, st.text(max_size=5))
def test_a_place_that_is_not_on_the_way_is_the_start(steps: tuple[Step, ...], place: str) -> None:
    if place not in {step.id for step in steps}:
        assert at(steps, place).step is steps[0]


@settings(max_examples=40)
@given(STEPS, st.data())
def test_a_section_is_done_when_all_its_steps_on_this_way_were_read(
    steps: tuple[Step, ...], data: st.DataObject
) -> None:
    inside = tuple(data.draw(st.lists(st.sampled_from(steps), unique=True)))
    read = frozenset(data.draw(st.sets(st.sampled_from([step.id for step in steps]))))
    way = Journey(steps, "", read)
    section = Section("start", "", inside)
    assert way.is_done(section) == (bool(inside) and all(step.id in read for step in inside))


def test_a_section_with_no_step_on_this_way_is_not_done() -> None:
    steps = (Step("a", "a"),)
    assert not Journey(steps, "a", frozenset("ab")).is_done(Section("start", "", (Step("b", "b"),)))


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_minutes_left_fall_along_the_way_and_end_at_one_or_more(aid: Aid, depth: Depth) -> None:
    steps = journey(aid, Record(), depth).steps
    left = [journey(aid, with_value(Record(), "place", step.id), depth).minutes_left for step in steps]
    assert all(before >= after for before, after in pairwise(left))
    assert left[0] == journey(aid, Record(), depth).minutes
    assert left[-1] >= 1


def test_the_ten_minute_sheet_has_six_screens_in_the_order_of_its_purpose(aid: Aid) -> None:
    way = journey(aid, Record(), "short")
    assert [step.id for step in way.steps] == [
        "start_wish", "start_facts", "process_harms_benefits", "start_priorities", "questions_choose",
        "summary_preview",
    ]  # fmt: skip
    assert way.minutes <= 10


def test_a_deeper_way_holds_every_step_of_the_shorter_one(aid: Aid) -> None:
    ways = [journey(aid, Record(), depth).steps for depth in DEPTHS]
    for shorter, deeper in pairwise(ways):
        assert {step.id for step in shorter} < {step.id for step in deeper}
        assert len(deeper) > len(shorter)
    assert ways[-1] == tuple(aid.steps.values())


def test_the_place_is_kept_when_the_depth_changes_and_the_step_is_on_both_ways(aid: Aid) -> None:
    record = with_value(Record(), "place", "start_facts")
    assert {journey(aid, record, depth).step.id for depth in DEPTHS} == {"start_facts"}


def test_a_place_of_a_deeper_way_is_the_start_of_the_shorter_one(aid: Aid) -> None:
    record = with_value(Record(), "place", "candidacy_walking")
    assert journey(aid, record, "short").index == 0
    assert journey(aid, record, "standard").step.id == "candidacy_walking"


def test_answers_do_not_change_the_way(aid: Aid) -> None:
    record = with_value(Record(), "facts.ms_type", {"value": "ppms"})
    for depth in DEPTHS:
        assert journey(aid, record, depth).steps == journey(aid, Record(), depth).steps
