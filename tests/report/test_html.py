"""The HTML file: one file, nothing remote, nothing evaluated, headings and tables a screen reader can follow."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.html import render_html
from tests.report.people import EMPTY, TYPICAL, URGENT, person
from tests.report.sample_aid import AID, TODAY
from tests.report.test_text import golden
from tests.strategies import HOSTILE, records

ALONE = {"meta", "br", "link", "img", "input", "hr"}


def test_the_path_is_a_list_with_a_drawn_dot_for_each_step() -> None:
    page = Outline(render_html(build_summary(AID, TYPICAL, TODAY)).decode())
    assert sum(one.get("class") == "path" for one in page.all("ol")) == 1
    assert len(page.all("circle")) == len(AID.library.path)
    assert {one.get("aria-hidden") for one in page.all("svg") if "xmlns" not in one} == {"true"}
    assert [one.get("class") for one in page.all("li")].count("marked") == 1


class Outline(HTMLParser):
    """Every element with its depth, and whether each one is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[int, str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((len(self.open), tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for _depth, name, attributes in self.found if name == tag]

    def shape(self) -> str:
        """The skeleton: depth, tag and what matters of its attributes; runs of the same line stand once."""
        lines: list[str] = []
        for depth, tag, attributes in self.found:
            told = [f"{name}={attributes[name]}" for name in ("id", "scope", "lang", "dir") if attributes.get(name)]
            line = "  " * depth + " ".join([tag, *told])
            if not lines or lines[-1] != line:
                lines.append(line)
        return "\n".join(lines) + "\n"


def html(record: Record) -> str:
    return render_html(build_summary(AID, record, TODAY)).decode()


def test_the_skeleton_is_the_one_that_was_read_and_kept() -> None:
    shape = Outline(html(TYPICAL)).shape()
    assert shape == golden("typical.html.txt", shape)


@pytest.mark.parametrize("record", [EMPTY, TYPICAL, URGENT])
def test_elements_are_closed_and_ids_are_used_once(record: Record) -> None:
    outline = Outline(html(record))
    assert outline.open == []
    ids = [attributes["id"] for _depth, _tag, attributes in outline.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _depth, _tag, attributes in outline.found:
        assert attributes.get("aria-labelledby", ids[0]) in ids


def test_headings_begin_with_the_title_and_skip_no_level() -> None:
    levels = [int(tag[1]) for _depth, tag, _attributes in Outline(html(TYPICAL)).found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(after - before for before, after in itertools.pairwise(levels)) == 1


def test_every_header_of_a_table_says_what_it_heads() -> None:
    outline = Outline(html(TYPICAL))
    assert {header.get("scope") for header in outline.all("th")} == {"col", "row"}
    assert outline.all("table")


def test_the_language_is_said_and_words_of_a_person_find_their_own_direction() -> None:
    outline = Outline(html(person(name="אנה")))
    assert outline.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert '<span dir="auto">אנה</span>' in html(person(name="אנה"))


@pytest.mark.parametrize("record", [EMPTY, TYPICAL, person(summary={"notes": "https://example.org/x.js"})])
def test_nothing_is_fetched_from_anywhere(record: Record) -> None:
    page = html(record)
    outline = Outline(page)
    loading = ("src", "href", "srcset", "action", "data", "poster", "background")
    assert [name for _depth, _tag, attributes in outline.found for name in loading if name in attributes] == []
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|https?:", style)
    assert "script" not in {tag for _depth, tag, _attributes in outline.found}
    assert "default-src 'none'" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    record = person(name=text[:200], summary={"notes": text}, values={"own_words": text})
    plain = Outline(html(person(name="x", summary={"notes": "x"}, values={"own_words": "x"})))
    tags = {tag for _depth, tag, _attributes in Outline(html(record)).found}
    assert tags <= {tag for _depth, tag, _attributes in plain.found}


@given(records(items=2))
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
def test_there_is_a_file_whatever_was_written(record: Record) -> None:
    assert Outline(html(record)).open == []
