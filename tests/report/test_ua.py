"""PDF/UA-1: sample people's files have no fault in our reading and in another's; planted faults are found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import page as second_opinion
import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.pdf import render_pdf
from hsct_aid.report.rendered import Paper
from tests.report.people import EMPTY, EVERY_LIMIT, TYPICAL, URGENT, person
from tests.report.sample_aid import AID, TODAY
from tests.report.ua import elements, problems
from tests.strategies import HOSTILE

MANY_SCRIPTS = person(summary={"notes": "\n".join(HOSTILE)})


def made(record: Record, paper: Paper = "a4") -> bytes:
    return render_pdf(build_summary(AID, record, TODAY), paper).data


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("record", [EMPTY, TYPICAL, URGENT, EVERY_LIMIT, MANY_SCRIPTS])
def test_the_file_is_as_pdf_ua_asks(record: Record, paper: Paper) -> None:
    data = made(record, paper)
    assert problems(data) == []
    report = second_opinion.validate_pdf_bytes(data, profile="ua1")
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []
    assert report.rules.total > 100


@lru_cache(maxsize=1)
def good() -> bytes:
    few = ("facts", "values", "standing", "availability", "process")
    return made(replace(TYPICAL, **{name: getattr(EMPTY, name) for name in few}))


def tags(writer: PdfWriter, kind: str) -> list[Any]:
    """The structure elements of a kind."""
    return [one for _parent, one in elements(writer.root_object["/StructTreeRoot"]) if one["/S"] == f"/{kind}"]


def renamed(kind: str, other: str) -> Callable[[PdfWriter], None]:
    def spoil(writer: PdfWriter) -> None:
        tags(writer, kind)[-1][NameObject("/S")] = NameObject(f"/{other}")

    return spoil


def untold(*path: str) -> Callable[[PdfWriter], None]:
    """Takes an entry out of the document's catalogue."""

    def spoil(writer: PdfWriter) -> None:
        place: Any = writer.root_object
        for name in path[:-1]:
            place = place[name]
        del place[path[-1]]

    return spoil


def metadata(pattern: str) -> Callable[[PdfWriter], None]:
    def spoil(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"]
        stream.set_data(re.sub(pattern.encode(), b"", stream.get_data(), flags=re.DOTALL))

    return spoil


def contents(old: str, new: str) -> Callable[[PdfWriter], None]:
    """Changes the first ``old`` in the drawing of the first page."""

    def spoil(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        stream = DecodedStreamObject()
        before = page["/Contents"].get_object().get_data()
        changed = before.replace(old.encode(), new.encode(), 1)
        assert changed != before
        stream.set_data(changed)
        page[NameObject("/Contents")] = writer._add_object(stream)

    return spoil


def font(name: str, *, inner: bool = False) -> Callable[[PdfWriter], None]:
    def spoil(writer: PdfWriter) -> None:
        one: Any = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()  # type: ignore[index]
        place = one["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() if inner else one
        for key in [key for key in place if key.startswith(name)]:
            del place[key]

    return spoil


def unreadable(writer: PdfWriter) -> None:
    one: Any = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()  # type: ignore[index]
    table = one["/ToUnicode"].get_object()
    table.set_data(re.sub(rb"<([0-9A-Fa-f]{4})>\s*<[0-9A-Fa-f]+>\s*\n", rb"<\1> <0000>\n", table.get_data()))


def unlike_rows(writer: PdfWriter) -> None:
    row = tags(writer, "TR")[-1]
    row[NameObject("/K")] = type(row["/K"])(list(row["/K"])[:-1])


def scopeless(writer: PdfWriter) -> None:
    del tags(writer, "TH")[-1]["/A"]


def wordless(writer: PdfWriter) -> None:
    tags(writer, "Figure")[0][NameObject("/Alt")] = TextStringObject(" ")


def placeless(writer: PdfWriter) -> None:
    del tags(writer, "Figure")[0]["/A"]


def in_doubt(writer: PdfWriter) -> None:
    marks: Any = writer.root_object["/MarkInfo"]
    marks[NameObject("/Suspects")] = BooleanObject(value=True)


def out_of_order(writer: PdfWriter) -> None:
    top: Any = writer.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    document = (top[0] if isinstance(top, list) else top).get_object()
    document[NameObject("/K")].reverse()


def tabs(writer: PdfWriter) -> None:
    writer.pages[1][NameObject("/Tabs")] = NameObject("/R")


def link(writer: PdfWriter) -> None:
    one = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/F"): NumberObject(4)})
    writer.pages[0][NameObject("/Annots")] = writer._add_object(type(tags(writer, "TR")[0]["/K"])([one]))


FAULTS: dict[str, tuple[Callable[[PdfWriter], None], str]] = {
    "no tags": (untold("/StructTreeRoot"), "not tagged"),
    "not marked": (untold("/MarkInfo", "/Marked"), "not tagged"),
    "in doubt": (in_doubt, "under suspicion"),
    "no language": (untold("/Lang"), "no language"),
    "no title": (metadata("<dc:title>.*</dc:title>"), "no title"),
    "title not shown": (untold("/ViewerPreferences", "/DisplayDocTitle"), "title is not shown"),
    "no standard": (metadata("<pdfuaid:part>1</pdfuaid:part>"), "does not say that it is PDF/UA-1"),
    "tabs": (tabs, "tabs do not follow"),
    "own role": (renamed("P", "Speech"), "mapped to no standard role"),
    "row in a list": (renamed("Table", "Div"), "stands in Div"),
    "list with a paragraph": (renamed("LI", "P"), "something else"),
    "heading skipped": (renamed("H2", "H4"), "H4 follows H2"),
    "two titles": (renamed("H2", "H1"), "not the one first heading"),
    "no bookmarks": (untold("/Outlines"), "0 bookmarks"),
    "rows unlike": (unlike_rows, "rows of unlike length"),
    "row unheaded": (renamed("TH", "TD"), "does not head"),
    "header of nothing": (scopeless, "does not say what it heads"),
    "picture without words": (wordless, "without words"),
    "picture without place": (placeless, "where it is"),
    "untagged": (contents("/Span<</MCID 0>>BDC", "/Span BMC"), "neither tagged nor an artifact"),
    "artifact in tag": (contents("<</MCID 0>>BDC", "<</MCID 0>>BDC /Artifact BMC EMC"), "inside tagged content"),
    "unknown mark": (contents("/MCID 0", "/MCID 9999"), "not in the tree"),
    "empty place": (contents("/MCID 0", "/MCID 9999"), "nothing there"),
    "out of order": (out_of_order, "earlier page"),
    "no glyph": (contents("[(\\000\\001", "[(\\000\\000"), "without a glyph"),
    "glyph of nothing": (unreadable, "stands for no character"),
    "unreadable": (font("/ToUnicode"), "cannot be read"),
    "not embedded": (font("/FontFile", inner=True), "not embedded"),
    "link": (link, "link outside"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str) -> None:
    spoil, told = FAULTS[name]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good())))
    spoil(writer)
    held = io.BytesIO()
    writer.write(held)
    found = problems(held.getvalue())
    assert [one for one in found if told in one], found
