"""The four marks are parsed once, and no character is lost."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.text import Span, spans, words
from tests.strategies import texts

PLAIN = st.text(st.characters(exclude_characters="*[]{}", exclude_categories=["Cs"]), min_size=1)
REFS = st.from_regex(r"[a-z0-9_-]{1,12}", fullmatch=True)
SPANS = st.one_of(
    st.builds(lambda text: Span("plain", text), PLAIN),
    st.builds(lambda text: Span("strong", text), PLAIN),
    st.builds(lambda text: Span("term", text.replace("@", "a")), PLAIN),
    st.builds(lambda ref: Span("figure", "", ref), REFS),
    st.builds(lambda ref: Span("source", "", ref), REFS),
)


def written(span: Span) -> str:
    """A span as its author wrote it."""
    return {
        "plain": span.text, "strong": f"*{span.text}*", "term": f"[{span.text}]",
        "figure": f"{{{span.ref}}}", "source": f"[@{span.ref}]",
    }[span.mark]  # fmt: skip


@given(texts(200))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(written(span) for span in spans(text)) == text


@given(st.text("*[]{}@ab_.:-", max_size=30))
def test_no_character_is_lost_where_marks_are_half_written(text: str) -> None:
    assert "".join(written(span) for span in spans(text)) == text


@given(st.lists(SPANS, max_size=8))
def test_what_is_marked_is_read_as_it_was_marked(wanted: list[Span]) -> None:
    apart = [
        span for place, span in enumerate(wanted) if not (place and span.mark == wanted[place - 1].mark == "plain")
    ]
    assert list(spans("".join(map(written, apart)))) == apart


@given(st.lists(SPANS, max_size=8))
def test_a_mark_inside_what_was_parsed_is_not_parsed_again(wanted: list[Span]) -> None:
    for span in spans("".join(map(written, wanted))):
        if span.mark == "plain":
            assert spans(span.text) in ((span,), ())


def test_a_figure_counts_as_one_word_and_a_reference_as_none() -> None:
    assert words("In Sweden {swe_neda5:per100} had *no sign* of [activity].[@silfverberg2024]") == 8


def test_the_marks_of_the_real_content_are_all_closed(aid: Aid) -> None:
    everything = msgspec.to_builtins((aid.sections, aid.library.path, aid.library.rows, aid.library.claims))
    for text in _strings(everything):
        left = [span.text for span in spans(text) if span.mark == "plain" and set("*[]{}") & set(span.text)]
        assert not left, text


def _strings(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for one in value.values() for text in _strings(one)]
        case list() | tuple():
            return [text for one in value for text in _strings(one)]
    return []
