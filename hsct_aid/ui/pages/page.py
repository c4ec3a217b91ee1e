"""One screen: its heading, its text, its questions. Every kind of page is this room with something of its own in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Step, is_shown
from hsct_aid.domain.block import Block, Bullets, Callout, ClaimRef, Depth, Net, Numbered, Paragraph, Picture, Table
from hsct_aid.domain.crowd import crowd, spoken
from hsct_aid.domain.estimate import Base, Count, Outcome, Percent, figure_label
from hsct_aid.domain.prose import outcome_of
from hsct_aid.ui import theme
from hsct_aid.ui.results import legend_html
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.callout import Callout as CalloutBox
from hsct_aid.ui.widgets.column import in_row
from hsct_aid.ui.widgets.facts import Asked, ask
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.grid import Grid, GridRow
from hsct_aid.ui.widgets.heading import Heading, Subheading
from hsct_aid.ui.widgets.icon_array import Pictured, Pictures
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import rich, rich_blocks

WIDE = 150
"""Characters in the widest table."""


class Page(QWidget):
    """A step on screen. ``asked`` carries a link to explain; ``refresh`` shows what the record says now.

    ``laid_out`` comes when something was added, taken away, opened or closed.
    """

    asked = Signal(str)
    turn_to = Signal(str)
    laid_out = Signal()

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__()
        self.session, self.step = session, step
        self.sources: dict[str, int] = {}
        self._depth: Depth = session.settings.depth
        self._questions: list[Asked] = []
        self.heading = Heading(step.heading)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._outer.addWidget(self._body, 1, Qt.AlignmentFlag.AlignTop)
        self._outer.addStretch(0)
        self.rows = QVBoxLayout(self._body)
        self.rows.setSpacing(theme.em(self, 0.6))
        self._fill()

    def refresh(self) -> None:
        """Show the record as it is now."""
        for question in self._questions:
            question.refresh()
        self.show_record()

    def build(self) -> None:
        """What this kind of page adds after the text and before the questions."""

    def build_below(self) -> None:
        """What this kind of page adds after the questions."""

    def show_record(self) -> None:
        """Show in the kind's own widgets what the record says."""

    def add(self, widget: QWidget, *, wide: bool = False) -> QWidget:
        """Put ``widget`` under what is there, no wider than a line of text (or a table, if ``wide``)."""
        self.rows.addLayout(in_row(widget, theme.measure(self, WIDE if wide else theme.LINE)))
        return widget

    def add_text(self, html: str, name: str = "") -> Prose:
        """Put rich text under what is there."""
        prose = Prose(html, name or self.step.heading)
        prose.asked.connect(self.asked)
        self.add(prose)
        return prose

    def add_subheading(self, text: str) -> None:
        """Put a smaller title under what is there."""
        self.add(Subheading(text))

    def add_callout(self, heading: str, html: str, *, care: bool = False) -> None:
        """Set a text apart."""
        box = CalloutBox(heading, html, care=care)
        box.prose.asked.connect(self.asked)
        self.add(box)

    def framed(self, html: str, name: str) -> Framed:
        """A framed text whose links are explained on this page."""
        made = Framed(html, name)
        made.prose.asked.connect(self.asked)
        return made

    def add_row(self, *widgets: QWidget) -> QWidget:
        """Put widgets beside each other."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return self.add(holder)

    def rich(self, text: str) -> str:
        """Patient text as rich text, with this page's numbering of sources."""
        return rich(self.session.aid, text, self.sources)

    def source_marks(self, sources: Iterable[str]) -> str:
        """Links to sources, as they stand behind a sentence."""
        return self.rich("".join(f"[@{source}]" for source in sources))

    def show_more(self) -> None:
        """Show everything that this page holds."""
        self._depth = "full"
        clear(self.rows)
        self._fill()
        self.refresh()
        self.heading.setFocus()

    def _fill(self) -> None:
        margin = theme.em(self)
        self.rows.setContentsMargins(margin, theme.em(self, 0.4), margin, margin)
        self.heading = Heading(self.step.heading)
        self.add(self.heading)
        blocks = [block for block in self.step.blocks if is_shown(block, self._depth)]
        self._add_blocks(block for block in blocks if not isinstance(block, Net))
        self.build()
        fields = [field for field in self.step.fields if is_shown(field, self._depth)]
        self._questions = [ask(self.session, field) for field in fields]
        for question in self._questions:
            self.add(question)
        self.build_below()
        self._add_blocks(block for block in blocks if isinstance(block, Net))
        if self.step.rest:
            self.add(hint(_("A good place to stop for today. The aid opens here again.")))
        if len(blocks) + len(fields) < len(self.step.blocks) + len(self.step.fields):
            more = Button(_("Show everything on this page"), key="more", quiet=True)
            more.clicked.connect(self.show_more)
            self.add_row(more)
        self.rows.addStretch(1)

    def _add_blocks(self, blocks: Iterable[Block]) -> None:
        for is_running, group in groupby(blocks, lambda block: isinstance(block, Paragraph | Bullets | Numbered)):
            pieces = list(group)
            if is_running:
                self._add_running(pieces)
            else:
                self._add_apart(pieces)

    def _add_running(self, blocks: list[Block]) -> None:
        self.add_text(rich_blocks(self.session.aid, blocks, self.sources))

    def _add_apart(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Callout():
                    text = self._with_items(block.text, block.items)
                    self.add_callout(block.heading, text, care=block.tone == "care")
                case Net():
                    net = self.session.aid.library.nets[block.id]
                    self.add_callout(net.heading, self._with_items(net.text, net.items), care=True)
                case Picture():
                    self._add_picture(block)
                case Table():
                    rows = [(self.rich(row[0]), [self.rich(cell) for cell in row[1:]]) for row in block.rows]
                    self.add_grid(block.heading, block.columns, rows)
                case ClaimRef():
                    claim = self.session.aid.library.claims[block.id]
                    self.add_callout(claim.claim, self.rich(claim.answer) + self.source_marks(claim.sources))

    def add_grid(self, heading: str, columns: Sequence[str], rows: Sequence[GridRow]) -> None:
        """Put a table under what is there; it turns into cards where it is narrow."""
        if heading:
            self.add_subheading(heading)
        self.add(self.grid(heading, columns[1:], rows, columns[0]), wide=True)

    def grid(self, heading: str, columns: Sequence[str], rows: Sequence[GridRow], corner: str = "") -> Grid:
        """A table whose links are explained on this page; ``corner`` says what the names of its rows are."""
        made = Grid(heading or self.step.heading, columns, rows, corner)
        made.asked.connect(self.asked)
        return made

    def _add_picture(self, block: Picture) -> None:
        if block.heading:
            self.add_subheading(block.heading)
        found = [(ref, *outcome_of(self.session.aid, ref)) for ref in block.figures]
        several = len({outcome.id for _ref, outcome, _figure in found}) > 1
        pictured = []
        for ref, outcome, figure in found:
            assert isinstance(figure, Count | Percent), ref
            label = figure_label(outcome, figure) if several else figure.label or outcome.title
            people, words = crowd(outcome, figure, block.base), spoken(outcome, figure, block.base)
            html = self._picture_words(ref, outcome, figure, block.base)
            pictured.append(Pictured(people, words, label, html))
        pictures = Pictures(pictured, block.base)
        pictures.asked.connect(self.asked)
        self.add(pictures, wide=True)
        if block.caption:
            self.add_text(self.rich(block.caption))

    def _picture_words(self, ref: str, outcome: Outcome, figure: Count | Percent, base: Base) -> str:
        both = legend_html(outcome, figure, base)
        counted = self.rich(f"{{{ref}}}, ") if isinstance(figure, Count) else ""
        more = f'<a href="figure:{ref}">{_("More about this number")}</a>'
        return f"<p>{both}</p><p>{counted}{self.rich(outcome.span)}. {more}{self.source_marks((outcome.source,))}</p>"

    def _with_items(self, text: str, items: Iterable[str]) -> str:
        points = "".join(f"<li>{self.rich(item)}</li>" for item in items)
        return f"<p>{self.rich(text)}</p>" + (f"<ul>{points}</ul>" if points else "")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return super().event(event)


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout``."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
