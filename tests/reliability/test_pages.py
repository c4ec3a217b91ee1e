"""The short form of the page's trials, and of the controls that must fail them."""

from __future__ import annotations

from tests.reliability.pages import filled, in_full, ours, shrunk, uncleaned, written


def test_fifty_hostile_records_become_a_page_that_is_pdf_ua() -> None:
    verdict = written(ours, 50)
    assert verdict.met, verdict.words


def test_text_as_it_was_written_would_be_refused() -> None:
    assert not written(uncleaned, 10).met


def test_the_front_of_the_longest_records_ends_on_the_first_side() -> None:
    verdict = filled(shrunk, 10)
    assert verdict.met, verdict.words


def test_a_front_with_every_line_in_full_would_run_over() -> None:
    assert not filled(in_full, 5).met
