"""What is new on the page since the last one: every changed line, and nothing that stayed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.changes import changes, front_lines
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.summary import build_summary
from tests.domain.shipped_aid import AID
from tests.report.sample_aid import TODAY
from tests.strategies import FILLERS, longest, records

LINES = st.lists(st.sampled_from("abcdef"), max_size=6).map(tuple)


@given(LINES, LINES)
def test_a_line_is_new_gone_or_on_both_pages(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    new, gone = changes(before, now)
    assert set(new) == set(now) - set(before)
    assert set(gone) == set(before) - set(now)
    assert list(new) == [line for line in now if line in new]


@given(LINES, LINES)
def test_what_is_new_one_way_is_gone_the_other_way(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert changes(before, now) == changes(now, before)[::-1]


@given(LINES)
def test_nothing_changes_between_two_equal_pages(lines: tuple[str, ...]) -> None:
    assert changes(lines, lines) == ((), ())


def test_a_changed_fact_is_the_only_news(aid: Aid) -> None:
    before = with_value(Record(), "facts.edss", Answer(value=3.5))
    after = with_value(before, "facts.edss", Answer(value=4.0))
    pages = [front_lines(build_summary(aid, record, TODAY)) for record in (before, after)]
    new, gone = changes(*pages)
    assert [len(new), len(gone)] == [1, 1]
    assert "4.0" in new[0]
    assert "3.5" in gone[0]


def test_what_the_clinician_ticks_is_no_news(aid: Aid) -> None:
    assert not any("refer to aHSCT team" in line for line in front_lines(build_summary(aid, Record(), TODAY)))


@settings(max_examples=15)
@given(records())
def test_the_front_of_any_page_can_be_kept_in_the_record(record: Record) -> None:
    lines = front_lines(build_summary(AID, record, TODAY))
    assert with_value(Record(), "summary.last_page", lines).summary.last_page == lines


def test_the_front_of_the_longest_page_can_be_kept_in_the_record(aid: Aid) -> None:
    lines = front_lines(build_summary(aid, longest(FILLERS["wide"]), TODAY))
    assert with_value(Record(), "summary.last_page", lines)
