"""What is new on the page since the last one: every changed line, and nothing that stayed."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.changes import changes, compared_with, front_lines, with_page
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.record import Record, SummaryAnswers, with_value
from hsct_aid.domain.summary import build_front, build_summary
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
    pages = [front_lines(build_front(aid, record, TODAY)) for record in (before, after)]
    new, gone = changes(*pages)
    assert [len(new), len(gone)] == [1, 1]
    assert "4.0" in new[0]
    assert "3.5" in gone[0]


def test_what_the_clinician_ticks_is_no_news(aid: Aid) -> None:
    assert not any("refer to aHSCT team" in line for line in front_lines(build_front(aid, Record(), TODAY)))


DAYS = [date(2026, 11, day) for day in (1, 1, 9, 9)]


def test_a_page_made_again_on_the_same_day_is_still_compared_with_that_of_an_earlier_day() -> None:
    made = SummaryAnswers()
    for number, day in enumerate(DAYS):
        made = with_page(made, (f"page {number}",), day)
    assert compared_with(made, DAYS[-1]) == (("page 1",), DAYS[1])
    assert compared_with(made, date(2026, 11, 10)) == (("page 3",), DAYS[3])
    assert compared_with(with_page(SummaryAnswers(), ("a",), DAYS[0]), DAYS[0]) == (("a",), DAYS[0])


def test_a_new_page_says_what_is_new_since_the_one_of_an_earlier_day(aid: Aid) -> None:
    before = with_value(Record(), "facts.edss", Answer(value=3.5))
    lines = front_lines(build_front(aid, before, DAYS[0]))
    after = with_value(before, "facts.edss", Answer(value=4.0))
    after = replace(after, summary=with_page(after.summary, lines, DAYS[0]))
    chapter = build_summary(aid, after, TODAY).chapters[0]
    assert chapter.heading == "New since my page of 1 November 2026"
    assert ["4.0" in one.text for one in chapter.entries] == [True]
    assert build_summary(aid, after, DAYS[0]).chapters[0].id != "news"


def test_what_was_made_private_since_is_not_on_the_new_page(aid: Aid) -> None:
    before = with_value(with_value(Record(), "name", "Mo Example"), "standing.needs", "a quiet talk")
    lines = front_lines(build_front(aid, before, DAYS[0]))
    hidden = replace(before, summary=replace(with_page(before.summary, lines, DAYS[0]), private=("name", "standing")))
    said = str(build_summary(aid, hidden, TODAY))
    assert "Mo Example" not in said
    assert "a quiet talk" not in said


@settings(max_examples=15)
@given(records())
def test_the_front_of_any_page_can_be_kept_in_the_record(record: Record) -> None:
    lines = front_lines(build_front(AID, record, TODAY))
    assert with_value(Record(), "summary.last_page", lines).summary.last_page == lines


def test_the_front_of_the_longest_page_can_be_kept_in_the_record(aid: Aid) -> None:
    lines = front_lines(build_front(aid, longest(FILLERS["wide"]), TODAY))
    assert with_value(Record(), "summary.last_page", lines)
