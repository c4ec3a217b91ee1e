"""What PDF/UA-1 asks of the fonts in a file: embedded, every glyph there, and every one said as a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

Operations = list[tuple[Any, bytes]]
"""What is drawn on a page, step by step."""


def fonts(reader: PdfReader, drawing: list[Operations]) -> Iterator[str]:
    """One line for each thing that is wrong with a font of the file."""
    found: dict[int, Any] = {}
    for number, (page, operations) in enumerate(zip(reader.pages, drawing, strict=True), 1):
        of_page: Any = page["/Resources"].get("/Font", {})  # type: ignore[attr-defined]
        for name, codes in _shown(operations).items():
            found[of_page.raw_get(name).idnum] = of_page[name]
            if "0000" in codes:
                yield f"page {number}: a character without a glyph"
            if "/ToUnicode" in of_page[name] and codes - _mapped(of_page[name]):
                yield f"page {number}: a glyph that stands for no character"
    for font in found.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        if "/ToUnicode" not in font:
            yield "a font whose text cannot be read"
        if not {"/FontFile2", "/FontFile3"} & set(descriptor):
            yield "a font that is not embedded"


def _shown(operations: Operations) -> dict[str, set[str]]:
    """The codes shown on a page, by the name of their font."""
    shown: dict[str, set[str]] = {}
    name = ""
    for operands, operator in operations:
        if operator == b"Tf":
            name = operands[0]
        elif operator in (b"Tj", b"TJ"):
            parts = operands[0] if operator == b"TJ" else operands
            texts = (part.original_bytes.hex() for part in parts if hasattr(part, "original_bytes"))
            shown.setdefault(name, set()).update(code for text in texts for code in re.findall("....", text))
    return shown


def _mapped(font: Any) -> set[str]:
    """The codes that a font says the characters of."""
    table = font["/ToUnicode"].get_data().decode("latin-1")
    single = re.findall(r"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>\s*\n", table)
    return {code.lower() for code, said in single if said.upper() not in ("0000", "FEFF", "FFFE")}
