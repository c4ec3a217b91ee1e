"""What PDF/UA-1 asks of a file, looked for in its objects (the Matterhorn Protocol's checks a program can do).

A second reader, page-validation, is asked in test_ua.py as well; veraPDF needs Java and is in no package registry.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.report.ua_fonts import Operations, fonts

STANDARD: Final = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl "
        "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP "
        "Warichu WT WP Figure Formula Form",
    )
)
PAINTING: Final = frozenset(b"Tj TJ ' \" f F f* B B* b b* S s Do sh BI INLINE IMAGE".split())
WITHIN: Final = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "LI": {"L"}, "Lbl": {"LI", "Note", "BibEntry"}, "LBody": {"LI"},
}  # fmt: skip

Element = dict[str, Any]


def problems(data: bytes) -> list[str]:
    """One line for each thing that PDF/UA-1 does not allow; none for a good file."""
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.root_object
    if "/StructTreeRoot" not in root or not _is_set(root, "/MarkInfo", "/Marked"):
        return ["not tagged"]
    tree = root["/StructTreeRoot"]
    found = list(elements(tree))
    drawing = [ContentStream(page.get_contents(), reader).operations for page in reader.pages]
    return [
        *_document(reader, root),
        *_roles(tree, found),
        *_headings(reader, found),
        *_tables(found),
        *_alternatives(found),
        *_contents(reader, drawing, found),
        *fonts(reader, drawing),
        *_annotations(reader),
    ]


def elements(top: Any, parent: str = "") -> Iterator[tuple[str, Element]]:
    """Every structure element below ``top`` with its parent's kind, in reading order."""
    for kid in kids(top):
        if isinstance(kid, dict) and "/S" in kid:
            yield parent, kid
            yield from elements(kid, kid["/S"][1:])


def kids(element: Any) -> list[Any]:
    """What stands in an element: elements, and the marks of its content."""
    inside = element.get_object().get("/K", [])
    inside = inside.get_object() if hasattr(inside, "get_object") else inside
    return [one.get_object() for one in (inside if isinstance(inside, list) else [inside])]


def words_of(reader: PdfReader) -> list[str]:
    """The titles of all bookmarks in order."""

    def titles(items: list[Any]) -> Iterator[str]:
        for one in items:
            yield from titles(one) if isinstance(one, list) else [one["/Title"]]

    return list(titles(reader.outline))


def _document(reader: PdfReader, root: Any) -> Iterator[str]:
    metadata = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    if not root.get("/Lang"):
        yield "no language"
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>\s*\S.*?</rdf:li>", metadata, re.DOTALL):
        yield "no title in the metadata"
    if not _is_set(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "the title is not shown"
    if "<pdfuaid:part>1</pdfuaid:part>" not in metadata:
        yield "does not say that it is PDF/UA-1"
    if _is_set(root, "/MarkInfo", "/Suspects"):
        yield "tags are under suspicion"
    if reader.is_encrypted:
        yield "encrypted"
    for number, page in enumerate(reader.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: tabs do not follow the structure"


def _is_set(root: Any, part: str, name: str) -> bool:
    """Whether a switch is on; as an object, one that is off is true as well."""
    switch = root.get(part, {}).get(name)
    return switch is not None and bool(switch.value)


def _roles(tree: Any, found: list[tuple[str, Element]]) -> Iterator[str]:
    mapped = {key[1:]: value[1:] for key, value in tree.get("/RoleMap", {}).items()}
    yield from (f"{kind} is a standard role and mapped" for kind in mapped if kind in STANDARD)
    for parent, one in found:
        kind = one["/S"][1:]
        if kind not in STANDARD and mapped.get(kind) not in STANDARD:
            yield f"{kind} is mapped to no standard role"
        if kind in WITHIN and parent not in WITHIN[kind]:
            yield f"{kind} stands in {parent or 'the root'}"
        if kind == "L" and not all(kid["/S"] in ("/LI", "/L", "/Caption") for kid in kids(one)):
            yield "a list with something else in it"


def _headings(reader: PdfReader, found: list[tuple[str, Element]]) -> Iterator[str]:
    levels = [int(one["/S"][2:]) for _parent, one in found if re.fullmatch("/H[1-6]", one["/S"])]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "the title is not the one first heading"
    yield from (f"H{after} follows H{before}" for before, after in pairwise(levels) if after > before + 1)
    if len(words_of(reader)) != len(levels):
        yield f"{len(words_of(reader))} bookmarks for {len(levels)} headings"


def _tables(found: list[tuple[str, Element]]) -> Iterator[str]:
    for table in (one for _parent, one in found if one["/S"] == "/Table"):
        rows = [
            [cell for _row, cell in elements(one) if cell["/S"] in ("/TH", "/TD")]
            for _parent, one in elements(table)
            if one["/S"] == "/TR"
        ]
        if len({sum(attribute(cell, "/ColSpan") or 1 for cell in row) for row in rows}) != 1:
            yield "a table with rows of unlike length"
        if not rows or {scope(cell) for cell in rows[0]} != {"/Column"}:
            yield "a table whose first row does not head its columns"
        if any(scope(row[0]) != "/Row" for row in rows[1:]):
            yield "a row whose first cell does not head it"
        if any(cell["/S"] == "/TH" and scope(cell) is None for row in rows for cell in row):
            yield "a header that does not say what it heads"


def scope(cell: Element) -> Any:
    """What a cell heads: rows, columns, or nothing."""
    return attribute(cell, "/Scope") if cell["/S"] == "/TH" else None


def attribute(element: Element, name: str) -> Any:
    """An attribute of an element, whatever way it is kept."""
    held = element["/A"].get_object() if "/A" in element else []
    parts = [one.get_object() for one in (held if isinstance(held, list) else [held])]
    return next((part[name] for part in parts if name in part), None)


def _alternatives(found: list[tuple[str, Element]]) -> Iterator[str]:
    for _parent, one in found:
        if one["/S"] in ("/Figure", "/Formula"):
            if not str(one.get("/Alt", "")).strip():
                yield "a picture without words"
            if attribute(one, "/BBox") is None:
                yield "a picture that does not say where it is"


def _contents(reader: PdfReader, drawing: list[Operations], found: list[tuple[str, Element]]) -> Iterator[str]:
    """Content is tagged or an artifact, each tag's content is in the tree once, and the tree turns pages forward."""
    places = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    named = [mark for _parent, one in found for mark in _marks(one, places)]
    order = [number for number, _mark in named]
    if len(set(named)) != len(named):
        yield "content that is in the tree twice"
    if order != sorted(order):
        yield "the tree goes back to an earlier page"
    drawn: set[tuple[int, int]] = set()
    for number, operations in enumerate(drawing):
        for problem, mark in _drawn(operations):
            if problem:
                yield f"page {number + 1}: {problem}"
            elif mark is not None:
                drawn.add((number, mark))
    if drawn - set(named):
        yield f"{len(drawn - set(named))} tagged pieces that are not in the tree"
    if set(named) - drawn:
        yield f"{len(set(named) - drawn)} places in the tree with nothing there"


def _marks(element: Element, places: dict[int, int]) -> Iterator[tuple[int, int]]:
    for kid in kids(element):
        if isinstance(kid, int):
            yield places[element.raw_get("/Pg").idnum], kid  # type: ignore[attr-defined]
        elif "/MCID" in kid:
            page = kid.raw_get("/Pg") if "/Pg" in kid else element.raw_get("/Pg")  # type: ignore[attr-defined]
            yield places[page.idnum], kid["/MCID"]


def _drawn(operations: Operations) -> Iterator[tuple[str, int | None]]:
    """What is wrong with the marks of a page's content, and the marks that are there."""
    stack: list[int | str] = []
    for operands, operator in operations:
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            mark = about.get("/MCID", "artifact" if operands[0] == "/Artifact" else "span")
            if {isinstance(one, int) for one in (*stack, mark) if one != "span"} == {True, False}:
                yield "an artifact inside tagged content, or the other way round", None
            if isinstance(mark, int):
                yield "", mark
            stack.append(mark)
        elif operator == b"EMC":
            stack.pop()
        elif operator in PAINTING and not any(one != "span" for one in stack):
            yield f"{operator.decode()} is neither tagged nor an artifact", None


def _annotations(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        for one in page.get("/Annots", []):
            link = one.get_object()
            if "/StructParent" not in link or not str(link.get("/Contents", "")).strip():
                yield f"page {number}: a link outside the structure or without words"
