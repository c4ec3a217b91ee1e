"""Finishes a PDF that typst wrote: the first cell of a row becomes its header, and only title and language are told.

typst cannot say yet that a cell heads its row. Its files keep one plain table of objects and leave the tags
uncompressed, so they are edited in place here; reading and writing the whole with a library took ten times as long as
drawing a page. What is not as expected is left as it was, and the tests of the finished file would say so.
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE: Final = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ENTRY: Final = 20
"""Bytes of one line in the table of objects."""
_FIRST_CELL: Final = re.compile(rb"<</Type/StructElem/S/TR/.*?/K\[(\d+) 0 R")
_CELL: Final = b"<</Type/StructElem/S/TD/"
_HEADERS: Final = re.compile(rb"/Headers\[[^\]]*\]")
_NAMES_AND_DATES: Final = re.compile(rb"/(?:Creator|Producer|CreationDate|ModDate)\([^)]*\)")
_MADE: Final = re.compile(rb"<xmp:(CreatorTool|ModifyDate|CreateDate)>.*?</xmp:\1>")
_LENGTH: Final = re.compile(rb"/Length \d+")
_STREAM: Final = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)

Objects = dict[int, bytes]
"""The objects of a file by number, in the order in which they lie in it."""


def finished(data: bytes) -> bytes:
    """The same document with a header for every table row, without the names and dates of its making."""
    start = int(_END.search(data)[1])  # type: ignore[index]  # every file of typst ends like this
    objects = _objects(data, start)
    trailer = data[start:].partition(b"trailer")[2].partition(b"startxref")[0]
    info = int(re.search(rb"/Info (\d+) 0 R", trailer)[1])  # type: ignore[index]
    heads = {int(found[1]) for one in objects.values() if (found := _FIRST_CELL.search(one))}
    for number, one in objects.items():
        if _CELL in one:
            objects[number] = _header(one) if number in heads else _HEADERS.sub(b"", one)
        elif b"/Type/Metadata" in one[:200]:
            objects[number] = _untold(one)
    objects[info] = _NAMES_AND_DATES.sub(b"", objects[info])
    return _written(data[: data.index(b"1 0 obj")], objects, trailer)


def _objects(data: bytes, start: int) -> Objects:
    found = _TABLE.match(data, start)
    assert found, "a file with one plain table of objects"
    lines = (data[found.end() + _ENTRY * number :][:_ENTRY] for number in range(int(found[1])))
    places = sorted((int(line[:10]), number) for number, line in enumerate(lines) if line[17:18] == b"n")
    ends = [place for place, _number in places[1:]] + [start]
    return {number: data[place:end] for (place, number), end in zip(places, ends, strict=True)}


def _header(cell: bytes) -> bytes:
    """The cell as the header of its row: scope says rows and columns, so that lists of headers are not needed."""
    cell = _HEADERS.sub(b"", cell).replace(_CELL, b"<</Type/StructElem/S/TH/")
    if b"/O/Table" in cell:
        return cell.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
    return cell.replace(b"/K[", b"/A[<</O/Table/Scope/Row>>]/K[", 1)


def _untold(metadata: bytes) -> bytes:
    told = _MADE.sub(b"", metadata)
    stream = _STREAM.search(told)
    return _LENGTH.sub(b"/Length %d" % len(stream[1]), told, count=1) if stream else metadata


def _written(head: bytes, objects: Objects, trailer: bytes) -> bytes:
    places, here = {}, len(head)
    for number, one in objects.items():
        places[number] = here
        here += len(one)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n\r\n" % places[number] if number in places else b"0000000000 65535 f\r\n"
        for number in range(size)
    )
    end = b"xref\n0 %d\n%btrailer%bstartxref\n%d\n%%%%EOF" % (size, table, trailer, here)
    return b"".join((head, *objects.values(), end))
