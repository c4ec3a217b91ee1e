"""Draws the summary as a tagged PDF and as pictures of its pages; the front always fits one side.

The words reach the template as data and are never evaluated. One clean document is worked out for each summary and
paper, so that preview, print and file show the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from gettext import gettext as _
from typing import Any, Final, NamedTuple

import msgspec
import typst
from msgspec.structs import replace

from hsct_aid import shipped
from hsct_aid.domain.direction import direction
from hsct_aid.domain.paper import Box, Crowd, Summary
from hsct_aid.domain.shorten import with_room
from hsct_aid.report.clean import Cleaner, as_data, clean, coverage, safe
from hsct_aid.report.crowd import crowd_svg
from hsct_aid.report.finish import finished
from hsct_aid.report.rendered import Pages, Paper, Rendered

_PAPERS: Final[dict[Paper, str]] = {"a4": "a4", "letter": "us-letter"}


class Setting(NamedTuple):
    """How the front is set: the share of its limits that it uses, and whether it stands wide apart."""

    room: float
    airy: bool = False


SETTINGS: Final = (
    Setting(1.5, airy=True),
    *(Setting(room) for room in (1.5, 1.25, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05)),
)
"""What is tried until the front fits one side, each smaller than the one before. The last holds the widest letters."""


class _Document(NamedTuple):
    files: Any  # a dict of names and bytes, which typst takes and its type stub does not know
    replaced: tuple[str, ...]


def get_ready() -> None:
    """Read the fonts, so that the first page does not wait for them."""
    _fonts()
    coverage()


def render_pdf(summary: Summary, paper: Paper) -> Rendered:
    """The PDF (PDF/UA-1): the same bytes for the same summary and paper. There is always one.

    Where even cleaned text was refused, plain letters are left and the rest is told as replaced.
    """
    try:
        return _pdf(_document(summary, paper, clean), summary.day)
    except typst.TypstError:
        return _pdf(_document(summary, paper, safe), summary.day)


def pages_png(summary: Summary, paper: Paper, ppi: float) -> Pages:
    """The pages for the preview and for printing."""
    document = _document(summary, paper, clean)
    pages = _compiler(document).compile(input=document.files, format="png", ppi=ppi)
    pictures = [page for page in (pages if isinstance(pages, list) else [pages]) if page]
    return Pages(pictures, document.replaced)


def _pdf(document: _Document, day: str) -> Rendered:
    midnight = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())
    data = _compiler(document).compile(input=document.files, format="pdf", pdf_standards=["ua-1"], timestamp=midnight)
    assert isinstance(data, bytes)
    return Rendered(finished(data), document.replaced)


@lru_cache(maxsize=4)
def _document(summary: Summary, paper: Paper, cleaner: Cleaner) -> _Document:
    """The files to compile, with as much on the front as fits one side."""

    def fits(setting: Setting) -> bool:
        return _fits(summary, paper, cleaner, setting)

    # Most pages have room to spare; for the others the halves are tried, and what is returned was seen to fit.
    place = 0 if fits(SETTINGS[0]) else bisect_left(SETTINGS, True, lo=1, hi=len(SETTINGS) - 1, key=fits)
    setting = SETTINGS[place]
    return _written(with_room(summary, setting.room), paper, cleaner, setting)


def _fits(summary: Summary, paper: Paper, cleaner: Cleaner, setting: Setting) -> bool:
    front = replace(with_room(summary, setting.room), chapters=())
    return _compiler(_written(front, paper, cleaner, setting)).query("<front-end>", field="value", one=True) == "1"


def _written(summary: Summary, paper: Paper, cleaner: Cleaner, setting: Setting) -> _Document:
    data, replaced = as_data(replace(summary, front=_as_shown(summary), criteria=()), cleaner)
    words = {
        "paper": _PAPERS[paper],
        "airy": setting.airy,
        "lang": summary.language.partition("_")[0],
        "dir": direction(),
        "fonts": coverage().fonts,
        "pointer": _("(page 2)"),
        "footer": _("{title} · {day}").format(title=summary.title, day=summary.made),
        "page_of": _("page {page} of {pages}"),
        "pictures": {
            f"{one.n}/{one.of}/{one.harm:d}/{one.more}": crowd_svg(one.n, one.of, one.more, is_harm=one.harm)
            for one in _crowds(summary)
        },
    }
    files = {"main.typ": _shipped("summary.typ"), "parts.typ": _shipped("parts.typ")}
    return _Document(files | {"data.json": msgspec.json.encode(data | words)}, replaced)


def _as_shown(summary: Summary) -> tuple[Box, ...]:
    """The front without the full texts of what is shortened on it: they are long, and stand in a chapter."""
    return tuple(
        replace(box, entries=tuple(replace(entry, whole="") for entry in box.entries)) for box in summary.front
    )


def _crowds(summary: Summary) -> Iterator[Crowd]:
    return (crowd for chapter in summary.chapters for entry in chapter.entries for crowd in entry.crowds)


def _shipped(name: str) -> bytes:
    return shipped.folder("report", name).read_bytes()


def _compiler(document: _Document) -> typst.Compiler:
    return typst.Compiler(input=document.files, root=str(shipped.folder("report")), font_paths=_fonts())


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(shipped.folder("fonts"))]
    )
