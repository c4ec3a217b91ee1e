"""Where I stand: unsure and not now end as fully as anything else, and a "no" becomes a question."""

from __future__ import annotations

from itertools import product
from typing import get_args

import msgspec
import pytest

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.standing import suggest
from hsct_aid.domain.start import Leaning
from hsct_aid.domain.summary import build_summary
from tests.report.people import TYPICAL
from tests.report.sample_aid import TODAY


def standing(**answers: object) -> Record:
    plain = msgspec.to_builtins(TYPICAL)
    return msgspec.convert(plain | {"standing": answers}, Record)


def shape(summary: Summary) -> list[object]:
    """Which boxes, lines, chapters and tables there are, without their words."""
    front = [(box.id, len(box.entries), [entry.limit for entry in box.entries]) for box in summary.front]
    rest = [(one.id, one.heading, len(one.entries), len(one.grid.rows) if one.grid else 0) for one in summary.chapters]
    return [front, rest, len(summary.small_print)]


@pytest.mark.parametrize("leaning", get_args(Leaning))
def test_every_leaning_ends_in_as_full_a_page(aid: Aid, leaning: str) -> None:
    assessed = build_summary(aid, standing(leaning="ahsct", sure="very", decides="me"), TODAY)
    for sure, decides in product(("not_at_all", "very"), ("not_sure", "together")):
        page = build_summary(aid, standing(leaning=leaning, sure=sure, decides=decides), TODAY)
        assert shape(page) == shape(assessed)


@pytest.mark.parametrize("leaning", get_args(Leaning))
def test_every_leaning_is_said_in_words_of_its_own(aid: Aid, leaning: str) -> None:
    said = {one: _line(aid, one) for one in get_args(Leaning)}
    assert said[leaning].strip()
    assert len(set(said.values())) == len(said)


def _line(aid: Aid, leaning: str) -> str:
    front = build_summary(aid, standing(leaning=leaning), TODAY).front
    return next(box for box in front if box.id == "standing").entries[0].text


def test_no_leaning_at_all_leaves_room_to_write_in_the_same_place(aid: Aid) -> None:
    boxes = [box.id for box in build_summary(aid, standing(), TODAY).front]
    assert boxes == [box.id for box in build_summary(aid, standing(leaning="ahsct"), TODAY).front]


def test_each_no_is_a_question_and_each_yes_is_none(aid: Aid) -> None:
    items = {"feels_sure": "sg_sure", "knows": "sg_knows", "clear_values": "sg_clear", "supported": "sg_supported"}
    for answers in product(("yes", "no", None), repeat=4):
        given = dict(zip(items, answers, strict=True))
        record = standing(**{name: answer for name, answer in given.items() if answer})
        assert [one.id for one in suggest(aid, record)] == [items[name] for name in items if given[name] == "no"]


def test_who_pushes_is_never_printed(aid: Aid) -> None:
    said = msgspec.json.encode(build_summary(aid, standing(pressure="my brother-in-law"), TODAY)).decode()
    assert "brother-in-law" not in said


def test_the_four_items_are_never_added_up(aid: Aid) -> None:
    sums = [
        build_summary(aid, standing(feels_sure=one, knows=one, clear_values=one, supported=one), TODAY)
        for one in ("yes", "no")
    ]
    assert sums[0] == sums[1]


@pytest.mark.parametrize("leaning", [None, "none_yet", "no_change"])
def test_who_waits_can_say_when_to_look_again(aid: Aid, leaning: str | None) -> None:
    record = with_value(standing(leaning=leaning), "start.look_again_on", "2027-03")
    record = with_value(record, "start.asks", ("talk",))
    (entry,) = next(box for box in build_summary(aid, record, TODAY).front if box.id == "standing").entries
    assert "look again in March 2027" in entry.text
