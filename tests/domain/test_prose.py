"""Every figure, date and source in the real content has its words, and the same words in every form of the text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.estimate import Count, Percent, per, share_words
from hsct_aid.domain.prose import outcome_of, plain, prose
from hsct_aid.domain.text import Span, spans


def marked(aid: Aid, mark: str) -> Iterator[tuple[str, Span]]:
    """Every text of the content that holds ``mark``, with each of its spans of that kind."""
    for text in _strings(msgspec.to_builtins((aid.sections, msgspec.to_builtins(aid.library)))):
        for span in spans(text):
            if span.mark == mark:
                yield text, span


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _strings(one)
        case list() | tuple():
            for one in value:
                yield from _strings(one)


def test_every_figure_of_the_real_content_has_its_words(aid: Aid) -> None:
    found = list(marked(aid, "figure"))
    assert len(found) > 50
    for text, span in found:
        (filled,) = prose(aid, f"{{{span.ref}}}")
        assert filled.text.strip(), (span.ref, text)


def test_every_source_of_the_real_content_is_cited_by_its_title(aid: Aid) -> None:
    for _text, span in marked(aid, "source"):
        (filled,) = prose(aid, f"[@{span.ref}]")
        assert aid.library.sources[span.ref].title.rstrip(".") in filled.text
        assert filled.ref == span.ref


def test_every_glossary_word_in_the_real_content_is_explained(aid: Aid) -> None:
    missing = {span.text for _text, span in marked(aid, "term") if span.text.casefold() not in aid.terms}
    assert not missing


def test_plain_text_holds_no_mark(aid: Aid) -> None:
    for text, _span in (*marked(aid, "figure"), *marked(aid, "term"), *marked(aid, "strong")):
        assert not set("*[]{}") & set(plain(aid, text))


def test_a_figure_says_the_same_on_either_denominator_as_its_picture(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name, figure in outcome.figures.items():
            if isinstance(figure, Count | Percent):
                ref = f"{outcome.id}.{name}"
                assert plain(aid, f"{{{ref}:per100}}") == share_words(per(figure, 100))
                assert plain(aid, f"{{{ref}:per1000}}") == share_words(per(figure, 1000))


def test_both_framings_of_a_count_add_to_all_who_were_studied(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name, figure in outcome.figures.items():
            if isinstance(figure, Count):
                have, others = (plain(aid, f"{{{outcome.id}.{name}{form}}}") for form in ("", ":not"))
                n, of = (int(words.split(" of ")[0].replace(",", "")) for words in (have, others))
                assert n + of == figure.of, outcome.id


@pytest.mark.parametrize(("mark", "words"), [("{date:2026-01}", "January 2026"), ("{date:2008}", "2008")])
def test_a_typed_date_is_said_in_words(aid: Aid, mark: str, words: str) -> None:
    assert plain(aid, mark) == words


def test_a_range_of_a_thousand_is_ten_times_the_range_of_a_hundred(aid: Aid) -> None:
    for outcome in aid.library.outcomes.values():
        for name, figure in outcome.figures.items():
            low, high = getattr(figure, "low", None), getattr(figure, "high", None)
            if isinstance(figure, Count | Percent) and low is not None and high is not None:
                words = plain(aid, f"{{{outcome.id}.{name}:range1000}}").replace(",", "")
                assert words == f"{round(low * 10)} to {round(high * 10)}"


@pytest.mark.parametrize("mark", ["{nothing}", "{trm_uk.nobody}", "{trm_uk:per17}", "[@nobody]"])
def test_a_mark_that_leads_nowhere_is_refused(aid: Aid, mark: str) -> None:
    with pytest.raises(KeyError):
        prose(aid, mark)


def test_who_was_studied_and_how_long_come_from_the_result_itself(aid: Aid) -> None:
    outcome, _figure = outcome_of(aid, "trm_uk")
    assert plain(aid, "{trm_uk:who}") == outcome.who
    assert plain(aid, "{trm_uk:span}") == outcome.span
