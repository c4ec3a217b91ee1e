"""The picture of a count: as many people filled as the words beside it say, and everyone drawn once."""

from __future__ import annotations

import re

import pytest

from hsct_aid.domain.estimate import Count, Outcome
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.crowd import SIDE, crowd_size, crowd_svg
from hsct_aid.report.html import render_html
from hsct_aid.report.text import render_text
from tests.report.people import TYPICAL
from tests.report.sample_aid import AID, TODAY


def places(svg: str) -> list[list[tuple[int, int]]]:
    """Column and row of the filled people, then of the others."""
    both = re.findall(r'd="([^"]*)"', svg)
    return [[(int(x) // SIDE, int(y) // SIDE) for x, y in re.findall(r"M(\d+) (\d+)", one)] for one in both]


@pytest.mark.parametrize(("n", "of"), [(0, 100), (7, 100), (100, 100), (14, 1000), (1000, 1000)])
def test_so_many_are_filled_and_everyone_stands_in_a_place_of_their_own(n: int, of: int) -> None:
    filled, others = places(crowd_svg(n, of))
    assert (len(filled), len(others)) == (n, of - n)
    assert len({*filled, *others}) == of
    width, height = crowd_size(of)
    assert all(x * SIDE < width and y * SIDE < height for x, y in (*filled, *others))


def test_blocks_of_a_hundred_are_filled_from_the_bottom() -> None:
    filled, _others = places(crowd_svg(14, 1000))
    assert filled[:10] == [(column, 9) for column in range(10)]
    assert filled[10:] == [(column, 8) for column in range(4)]


def test_those_more_than_beside_it_stand_white_in_a_box_of_their_own() -> None:
    boxes, filled, others = places(crowd_svg(22, 100, 20, is_harm=True))
    assert (len(boxes), len(filled), len(others)) == (20, 2, 98)
    assert set(boxes) <= set(others)
    assert crowd_svg(22, 100) != crowd_svg(22, 100, is_harm=True)


def test_picture_sentence_and_text_hold_the_same_count() -> None:
    outcome: Outcome = AID.library.outcomes["kept_one"]
    assert isinstance(outcome.figure, Count)
    summary = build_summary(AID, TYPICAL, TODAY)
    (entry,) = (one for chapter in summary.chapters for one in chapter.entries if one.crowds)
    (crowd,) = entry.crowds
    assert (crowd.n, crowd.of) == (outcome.figure.n, outcome.figure.of)
    assert crowd.words == "7 of 100 people; 93 of 100 people not"
    assert entry.text.startswith("7 of 100 people.")
    page = render_html(summary).decode()
    assert [list(map(len, places(svg))) for svg in re.findall("<svg xmlns.*?</svg>", page)] == [[7, 93]]
    assert f">{crowd.words}<" in page
    assert "7 of 100 people." in render_text(summary).decode()
