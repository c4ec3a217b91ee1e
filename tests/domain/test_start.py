"""Start: what was wished for is the first line of the page, and the first leaning never leaves the aid."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.domain.start import Ask, Leaning
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from tests.report.sample_aid import TODAY


def page(aid: Aid, **start: object) -> str:
    return render_text(build_summary(aid, msgspec.convert({"start": start}, Record), TODAY)).decode()


def test_the_form_offers_every_wish_and_every_leaning(aid: Aid) -> None:
    fields = {field.id: field for step in aid.steps.values() for field in step.fields}
    assert tuple(choice.id for choice in fields["start.asks"].choices) == get_args(Ask)
    for name in ("start.first_leaning", "standing.leaning"):
        assert tuple(choice.id for choice in fields[name].choices) == get_args(Leaning)


def test_the_leanings_are_all_ways_forward_in_their_order(aid: Aid) -> None:
    assert get_args(Leaning) == ("none_yet", *(option.id for option in aid.library.options))


@pytest.mark.parametrize("ask", [one for one in get_args(Ask) if one != "other"])
def test_each_wish_is_said_on_the_page(aid: Aid, ask: str) -> None:
    assert page(aid, asks=[ask]) != page(aid)


def test_another_wish_is_said_in_the_persons_own_words(aid: Aid) -> None:
    assert "see my scans" in page(aid, asks=["other"], ask_words="see my scans")


@pytest.mark.parametrize("leaning", get_args(Leaning))
def test_the_first_leaning_is_never_on_the_page(aid: Aid, leaning: str) -> None:
    assert page(aid, first_leaning=leaning) == page(aid)


def test_the_first_priorities_can_be_every_concern_of_the_aid(aid: Aid) -> None:
    fields = {field.id: field for step in aid.steps.values() for field in step.fields}
    concerns = [concern.id for concern in aid.library.concerns]
    for name in ("start.first_priorities", "values.least"):
        assert [choice.id for choice in fields[name].choices] == concerns
