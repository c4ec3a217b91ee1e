"""Cutting text to its room: at a word, never inside a character, never over the limit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.shorten import shares, shorten
from tests.strategies import texts


@given(texts(300), st.integers(0, 200))
def test_a_cut_text_has_its_limit_or_only_the_pointer(text: str, limit: int) -> None:
    cut = shorten(text, limit)
    assert len(cut) <= max(limit, len("… (page 2)"))
    assert cut == " ".join(text.split()) or cut.endswith("… (page 2)")


def test_a_text_is_cut_between_words() -> None:
    assert shorten("one two three four five", 18) == "one two… (page 2)"


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert shorten("one  two\nthree", 13) == "one two three"


def test_one_long_word_is_cut_inside_rather_than_lost() -> None:
    assert shorten("W" * 50, 20) == "W" * 10 + "… (page 2)"


def test_a_letter_keeps_its_marks_and_an_emoji_stays_whole() -> None:
    assert shorten("a\u0301\u0302" * 30, 21) == "a\u0301\u0302" * 3 + "… (page 2)"
    assert shorten("👩🏽‍🦽" * 20, 21) == "👩🏽‍🦽" * 2 + "… (page 2)"


def test_short_texts_get_what_they_need_and_long_ones_share_the_rest() -> None:
    assert shares((5, 100, 3, 100), 60) == (5, 26, 3, 26)
    assert shares((5, 6), 60) == (5, 6)
    assert shares((), 60) == ()


@given(st.lists(st.integers(0, 300), max_size=6), st.integers(0, 400))
def test_shares_never_add_up_to_more_than_there_is(lengths: list[int], limit: int) -> None:
    given_out = shares(tuple(lengths), limit)
    assert sum(given_out) <= limit
    assert all(share <= length for share, length in zip(given_out, lengths, strict=True))
