"""Finishes the tags of a PDF: the first cell of a table row becomes its header. Keeps title and language alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

_NOT_TOLD: Final = re.compile(rb"<xmp:(CreatorTool|ModifyDate|CreateDate)>.*?</xmp:\1>")


def with_row_headers(data: bytes) -> bytes:
    """The same document with a header for every table row, and without the names and dates of its making."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    for row in _elements(writer.root_object["/StructTreeRoot"], "/TR"):
        cells = [cell for cell in _children(row) if cell.get("/S") == "/TD"]
        if cells and cells[0] is _children(row)[0]:
            cells[0][NameObject("/S")] = NameObject("/TH")
            cells[0][NameObject("/A")] = _attributes(cells[0], scope=True)
        for cell in cells[1:]:
            cell[NameObject("/A")] = _attributes(cell, scope=False)
    _keep_title_alone(writer)
    writer.pdf_header = "%PDF-1.7"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _attributes(cell: DictionaryObject, *, scope: bool) -> ArrayObject:
    """The cell's attributes without its list of headers, which names columns only: scope says rows and columns."""
    given = cell.get("/A")
    given = given.get_object() if given is not None else ArrayObject()
    kept = ArrayObject()
    for one in given if isinstance(given, ArrayObject) else [given]:
        attributes = one.get_object()
        attributes.pop("/Headers", None)
        if len(attributes) > 1:
            kept.append(one)
    if scope:
        kept.append(
            DictionaryObject({NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")})
        )
    return kept


def _keep_title_alone(writer: PdfWriter) -> None:
    for key in ("/Creator", "/CreationDate", "/ModDate", "/Producer"):
        if writer._info is not None:
            writer._info.pop(key, None)
    metadata = writer.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    metadata.set_data(_NOT_TOLD.sub(b"", metadata.get_data()))


def _elements(top: Any, kind: str) -> Iterator[DictionaryObject]:
    for child in _children(top.get_object()):
        if child.get("/S") == kind:
            yield child
        else:
            yield from _elements(child, kind)


def _children(element: DictionaryObject) -> list[DictionaryObject]:
    kids = element.get("/K")
    kids = kids.get_object() if kids is not None else ArrayObject()
    each = (kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids]))
    return [kid for kid in each if isinstance(kid, DictionaryObject)]
