"""Text in characters that the bundled fonts can draw, and what is told of the rest."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given

from hsct_aid.report.clean import MOST_MARKS, clean, clusters, coverage, safe, tidy
from tests.report import font_coverage
from tests.strategies import HOSTILE, texts


def test_the_table_of_characters_is_that_of_the_fonts_beside_it() -> None:
    """If this fails, fonts changed: write the table anew with ``python -m tests.report.font_coverage``."""
    assert json.loads(font_coverage.TABLE.read_bytes()) == font_coverage.table()


def test_every_font_has_its_licence_beside_it_and_all_are_small() -> None:
    fonts = sorted(font_coverage.FONTS.glob("*.ttf"))
    licences = " ".join(path.read_text(encoding="utf-8") for path in font_coverage.FONTS.glob("OFL-*.txt"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in licences
    assert {path.name.partition("-")[0] for path in fonts} - set(font_coverage.FAMILIES) == {"AtkinsonHyperlegible"}
    assert sum(path.stat().st_size for path in fonts) < 6_000_000


@pytest.mark.parametrize(
    "text",
    ["plain", "Žofia Łódź ß", "Ἀσκληπιός", "Как долго", "كم يستغرق", "כמה זמן", "≥ 3 → 2 − 1", "👩🏽‍🦽 ☎ ✓", "e\u0301"],
)
def test_what_the_fonts_draw_is_kept(text: str) -> None:
    assert clean(text) == (unicodedata.normalize("NFC", text), ())


def test_what_no_font_draws_is_replaced_and_told_once_each() -> None:
    assert clean("我我, ok ठी") == ("\ufffd\ufffd, ok \ufffd", ("我", "ठी"))


def test_a_mark_is_kept_only_where_one_font_has_it_with_its_letter() -> None:
    qamats = "\u05b8"  # a Hebrew vowel sign, which the Latin font has not
    assert clean(f"a{qamats}") == ("a", (f"a{qamats}",))
    assert clean(f"א{qamats}") == (f"א{qamats}", ())


def test_a_tower_of_marks_is_cut_down() -> None:
    cleaned = clean("a" + "\u0323\u0301" * 20)
    assert sum(unicodedata.category(one).startswith("M") for one in cleaned.text) <= MOST_MARKS
    assert cleaned.replaced


def test_nothing_turns_the_line_or_hides_in_it() -> None:
    assert clean("abc\u202egnirts\u202c\u2066x\u2069\u200b\ufeff\u00ad").text == "abcgnirtsx"
    assert clean("a\r\nb\u2028c\x0bd\te").text == "a\nb\nc\nd e"
    assert clean("\x00\x07\ue000\ufffe").text == "\ufffd" * 4


def test_characters_are_what_a_reader_sees() -> None:
    assert list(clusters("e\u0301👩🏽‍🦽🇸🇪🇬🇧1\ufe0f\u20e3\n\u0301")) == [
        "e\u0301", "👩🏽‍🦽", "🇸🇪", "🇬🇧", "1\ufe0f\u20e3", "\n", "\u0301",
    ]  # fmt: skip
    assert "".join(clusters(HOSTILE[10])) == HOSTILE[10]


@given(texts(300))
def test_each_character_that_is_left_has_a_font_that_draws_all_of_it(text: str) -> None:
    fonts = coverage()
    assert all(one == "\n" or fonts.covers(one) for one in clusters(clean(text).text))
    assert clean(clean(text).text).replaced == ()


@given(texts(300))
def test_safe_text_is_plain_letters(text: str) -> None:
    assert set(safe(text).text) <= {chr(point) for point in range(0x20, 0x180)} | set("\n\ufffd‘’“”–—…")
    assert tidy(text).isascii() <= (safe(text).replaced == () or "\ufffd" in tidy(text))
