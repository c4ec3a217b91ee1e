"""Words in rich text."""

import html

from hypothesis import given
from hypothesis.strategies import text

from hsct_aid.ui.escape import escape


@given(text())
def test_words_are_escaped_as_the_library_does_it(words: str) -> None:
    assert escape(words) == html.escape(words)
    assert escape("<b>&'\"") == html.escape("<b>&'\"")
