"""The blocks of the content on a page: text, lists, callouts, tables, pictures and claims, and the way to more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from gettext import gettext as _
from itertools import groupby
from typing import TYPE_CHECKING

from hsct_aid.domain.block import Block, Bullets, Callout, ClaimRef, Net, Numbered, Paragraph, Picture, Table
from hsct_aid.domain.crowd import crowd, spoken
from hsct_aid.domain.estimate import Base, Count, Outcome, Percent, figure_label
from hsct_aid.domain.prose import outcome_of
from hsct_aid.ui.results import legend_html
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.icon_array import Pictured, Pictures
from hsct_aid.ui.widgets.rich_text import listed, rich_blocks

if TYPE_CHECKING:
    from hsct_aid.ui.pages.page import Page


def add_blocks(page: Page, blocks: Iterable[Block], make: Callable[[Callable[[], object]], None]) -> None:
    """Put ``blocks`` under what is on ``page``: running text together; ``make`` makes each part."""
    for is_running, group in groupby(blocks, lambda block: isinstance(block, Paragraph | Bullets | Numbered)):
        if is_running:
            make(partial(_add_running, page, list(group)))
        else:
            for block in group:
                make(partial(_add_apart, page, block))


def _add_running(page: Page, blocks: list[Block]) -> None:
    page.add_text(rich_blocks(page.session.aid, blocks, page.sources))


def _add_apart(page: Page, block: Block) -> None:
    library = page.session.aid.library
    match block:
        case Callout():
            page.add_callout(block.heading, _with_items(page, block.text, block.items), care=block.tone == "care")
        case Net():
            net = library.nets[block.id]
            page.add_callout(net.heading, _with_items(page, net.text, net.items), care=True)
        case Picture():
            _add_picture(page, block)
        case Table():
            rows = [(page.rich(row[0]), [page.rich(cell) for cell in row[1:]]) for row in block.rows]
            page.add_grid(block.heading, block.columns, rows, is_below=True)
        case ClaimRef():
            claim = library.claims[block.id]
            page.add_callout(claim.claim, page.rich(claim.answer) + page.source_marks(claim.sources))


def _add_picture(page: Page, block: Picture) -> None:
    if block.heading:
        page.add_subheading(block.heading)
    found = [(ref, *outcome_of(page.session.aid, ref)) for ref in block.figures]
    several = len({outcome.id for _ref, outcome, _figure in found}) > 1
    pictured = []
    for ref, outcome, figure in found:
        assert isinstance(figure, Count | Percent), ref
        label = figure_label(outcome, figure) if several else figure.label or outcome.title
        people, words = crowd(outcome, figure, block.base), spoken(outcome, figure, block.base)
        html = _picture_words(page, ref, (outcome, figure), block.base)
        pictured.append(Pictured(people, words, label, html))
    pictures = Pictures(pictured, block.base)
    pictures.asked.connect(page.asked)
    page.add(pictures, wide=True)
    if block.caption:
        page.add_text(page.rich(block.caption))


def _picture_words(page: Page, ref: str, found: tuple[Outcome, Count | Percent], base: Base) -> str:
    outcome, figure = found
    both = legend_html(outcome, figure, base)
    counted = page.rich(f"{{{ref}}}, ") if isinstance(figure, Count) else ""
    more = f'<a href="figure:{ref}">{_("More about this number")}</a>'
    return f"<p>{both}</p><p>{counted}{page.rich(outcome.span)}. {more}{page.source_marks((outcome.source,))}</p>"


def _with_items(page: Page, text: str, items: Iterable[str]) -> str:
    return f"<p>{page.rich(text)}</p>{listed(map(page.rich, items))}"


def add_offers(page: Page, *, is_all: bool) -> None:
    """Put the buttons under what is there, where something is left out of ``page`` or of the way."""
    if not is_all:
        more = Button(_("Show everything on this page"), key="more", quiet=True)
        more.clicked.connect(page.show_more)
        page.add_row(more)
    if page.session.settings.depth == "short":
        whole = Button(_("Show the whole way"), key="whole_way", quiet=True)
        whole.clicked.connect(partial(_show_whole_way, page))
        page.add_row(whole)


def _show_whole_way(page: Page) -> None:
    """Go on from here with all that the ten-minute sheet leaves out."""
    page.session.go(page.step.id)
    page.session.change_settings(depth="standard")
