"""One figure, the same whole numbers wherever it is said or drawn; both framings add to all people."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.estimate import (
    Base,
    Change,
    Count,
    Duration,
    Percent,
    Rate,
    Ratio,
    Share,
    Words,
    figure_label,
    per,
    sentence,
    share_words,
    span_words,
)
from hsct_aid.domain.evidence import EvidenceAnswers
from hsct_aid.domain.numbers import number
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from tests.report.sample_aid import TODAY

BASES = st.sampled_from((100, 1000))
COUNTS = st.integers(1, 20_000).flatmap(lambda of: st.builds(Count, n=st.integers(0, of), of=st.just(of)))
PERCENTS = st.builds(Percent, value=st.integers(0, 10_000).map(lambda whole: whole / 100), estimated=st.booleans())


def numbers(words: str) -> list[int]:
    """The whole numbers in ``words``."""
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", words)]


@given(COUNTS, BASES)
def test_a_count_is_rounded_half_up(figure: Count, base: Base) -> None:
    exact = Decimal(figure.n * base) / figure.of
    assert per(figure, base).n == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@given(PERCENTS, BASES)
def test_a_percentage_is_rounded_half_up_as_it_is_printed(figure: Percent, base: Base) -> None:
    exact = Decimal(str(figure.value)) * base / 100
    assert per(figure, base).n == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@given(COUNTS, BASES)
def test_about_is_said_exactly_where_rounding_changed_the_number(figure: Count, base: Base) -> None:
    share = per(figure, base)
    assert share.about == (figure.n * base != share.n * figure.of)
    assert share.fewer == (share.n == 0 and figure.n > 0)
    words = share_words(share)
    assert ("about" in words) == (share.about and not share.fewer)
    assert ("fewer than 1" in words) == share.fewer


@given(PERCENTS, BASES)
def test_a_percentage_is_always_about(figure: Percent, base: Base) -> None:
    assert per(figure, base).about


@given(COUNTS, st.integers(1, 50), BASES)
def test_the_same_share_of_more_people_is_the_same_number(figure: Count, times: int, base: Base) -> None:
    assert per(Count(n=figure.n * times, of=figure.of * times), base).n == per(figure, base).n


@given(COUNTS)
def test_a_count_is_said_as_it_was_printed(figure: Count) -> None:
    assert numbers(sentence(figure)) == [figure.n, figure.of]


@given(PERCENTS)
def test_an_estimated_percentage_says_so(figure: Percent) -> None:
    assert ("(estimated)" in sentence(figure)) == figure.estimated
    assert sentence(figure).startswith(share_words(per(figure, 100)))


@pytest.mark.parametrize("figure", [(5, 4), (-1, 4), (0, 0), (1, -1)])
def test_more_people_than_were_studied_is_no_count(figure: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not a count"):
        Count(n=figure[0], of=figure[1])


def test_every_result_says_the_same_numbers_in_every_place(aid: Aid) -> None:
    """The sentence, the text and the page in words; pictures and their legends are held by ``test_crowd``."""
    summary = build_summary(aid, replace(Record(), evidence=EvidenceAnswers(kept=tuple(aid.library.outcomes))), TODAY)
    printed = {one.ref: one.text for chapter in summary.chapters for one in chapter.entries if chapter.id == "results"}
    page = render_text(summary).decode()
    for outcome in aid.library.outcomes.values():
        assert printed[outcome.id] in page
        for name, figure in outcome.figures.items():
            assert sentence(figure).casefold() in printed[outcome.id].casefold(), outcome.id
            ref = f"{outcome.id}.{name}"
            assert plain(aid, f"{{{ref}}}") == sentence(figure)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Percent(value=66.4, estimated=True), "about 66 of 100 people (estimated)"),
        (Rate(value=0.4), "0.4 a year per person"),
        (Rate(value=12, unit="1000_years"), "12 for every 1,000 people each year"),
        (Ratio(value=0.07), "a ratio of 0.07"),
        (Change(before=4.5, after=4, unit="EDSS"), "4.5 before and 4 after (EDSS)"),
        (Duration(value=11, low=9, high=14), "about 11 days (9 to 14)"),
        (Duration(low=2, high=4, unit="weeks"), "2 to 4 weeks"),
        (Words(text="no difference was found"), "no difference was found"),
    ],
)
def test_each_kind_of_figure_has_its_own_words(figure: Percent, words: str) -> None:
    assert sentence(figure) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(5, 100, about=False, fewer=False), "5 of 100 people"),
        (Share(14, 1000, about=True, fewer=False), "about 14 of 1,000 people"),
        (Share(0, 1000, about=True, fewer=True), "fewer than 1 of 1,000 people"),
        (Share(0, 100, about=False, fewer=False), "0 of 100 people"),
    ],
)
def test_a_share_is_said_in_one_way(share: Share, words: str) -> None:
    assert share_words(share) == words


@given(st.integers(0, 10**7))
def test_a_whole_number_keeps_every_digit(value: int) -> None:
    assert numbers(number(value)) == [value]
    assert number(float(value)) == number(value)


def test_an_interval_without_both_ends_is_not_given() -> None:
    assert span_words(None, 5) == span_words(5, None) == ""
    assert span_words(0, 21) == "0 to 21"


def test_a_result_of_several_parts_names_the_part(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        labels = [figure_label(outcome, figure) for figure in outcome.figures.values()]
        assert all(label.startswith(outcome.title) for label in labels)
        if len(labels) == 1:
            assert labels == [outcome.title]
