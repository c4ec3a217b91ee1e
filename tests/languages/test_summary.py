"""The page on paper, on a screen and as text in a made-up language: all said in it, and built as in English."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.direction import direction
from hsct_aid.domain.numbers import number, read_number
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.html import render_html
from hsct_aid.report.pdf import render_pdf
from hsct_aid.report.text import portal_text, render_text
from tests.languages import seen
from tests.languages.conftest import sample
from tests.windows import TODAY

pytestmark = pytest.mark.usefixtures("made_up")


def _summary(language: str) -> Summary:
    shipped.speak(language)
    return build_summary(load_aid(language), sample(language), TODAY)


def _html_text(summary: Summary) -> str:
    return unescape(re.sub("<style>.*?</style>|<[^>]*>", " ", render_html(summary).decode(), flags=re.DOTALL))


def _shape(summary: Summary) -> object:
    """All of a page but its words."""
    return (
        [(box.id, box.urgent, [(one.ref, one.mark, one.lines) for one in box.entries]) for box in summary.front],
        [
            (
                one.id,
                one.level,
                [(entry.mark, entry.lines) for entry in one.entries],
                one.grid and len(one.grid.columns),
            )
            for one in summary.chapters
            if one.id not in ("continued", "glossary")
        ],
    )


def _language(data: bytes) -> str:
    return str(PdfReader(BytesIO(data)).root_object["/Lang"])


@pytest.mark.parametrize("draw", [lambda page: render_text(page).decode(), portal_text, _html_text])
def test_nothing_on_the_page_stays_english(draw: Callable[[Summary], str]) -> None:
    summary = _summary("xx")
    assert seen.left_in_english(draw(summary), seen.names(load_aid("xx"))) == []


@pytest.mark.parametrize("language", ["xx", "xr"])
def test_the_page_is_built_as_in_english(language: str) -> None:
    assert _shape(_summary(language)) == _shape(_summary("en"))


@pytest.mark.parametrize("language", ["xx", "xr"])
def test_the_pdf_draws_every_letter_and_says_its_language(language: str) -> None:
    made = render_pdf(_summary(language), "a4")
    assert made.replaced == ()
    assert _language(made.data) == language


def test_the_front_of_a_longer_language_fits_one_side() -> None:
    summary = _summary("xx")
    first = PdfReader(BytesIO(render_pdf(summary, "a4").data)).pages[0].extract_text()
    assert summary.front[-1].heading in first.replace("\n", " ")
    assert summary.small_print[-1].split()[-1] in first


@pytest.mark.parametrize(("language", "writes"), [("en", "ltr"), ("xx", "ltr"), ("xr", "rtl")])
def test_the_direction_of_writing_is_said_in_html(language: str, writes: str) -> None:
    assert f'<html lang="{language}" dir="{writes}">' in render_html(_summary(language)).decode()
    assert direction() == writes


def test_a_language_of_one_country_is_named_as_html_and_pdf_name_it() -> None:
    summary = replace(_summary("xx"), language="pt_BR")
    assert '<html lang="pt-BR"' in render_html(summary).decode()
    assert _language(render_pdf(summary, "letter").data) == "pt"


def test_numbers_are_written_and_read_as_the_language_does() -> None:
    shipped.speak("xx")
    assert (number(1234.5), number(12), number(4.0, ".1f")) == ("1.234,5", "12", "4,0")
    assert (read_number("1.200"), read_number("3,5"), read_number("3.5")) == (1200, 3.5, 3.5)
    shipped.speak("en")
    assert (number(1234.5), number(4.0, ".1f")) == ("1,234.5", "4.0")
    assert (read_number("1,200"), read_number("1.200")) == (1200, 1.2)
