"""One screen: its heading, its text, its questions. Every kind of page is this room with something of its own in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Field, Step, is_shown
from hsct_aid.domain.block import Depth, Net
from hsct_aid.ui import theme
from hsct_aid.ui.pages.blocks import add_blocks, add_offers
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.callout import Callout as CalloutBox
from hsct_aid.ui.widgets.column import clear, column, in_row
from hsct_aid.ui.widgets.facts import Asked, ask
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.grid import Grid, GridRow
from hsct_aid.ui.widgets.heading import Heading, Subheading
from hsct_aid.ui.widgets.measuring import height_of
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import rich

WIDE = 150
"""Characters in the widest table."""


class Page(Flowing):
    """A step on screen. ``asked`` carries a link to explain; ``refresh`` shows what the record says now.

    ``laid_out`` comes when something was added, taken away, opened or closed while it is shown.
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
        self._due: deque[Callable[[], object]] = deque()
        self._below: set[Callable[[], object]] = set()
        self._rest: QWidget | None = None
        self._added: list[QWidget] = []
        self._tall, self._is_whole, self.lacks_rest = 0, False, False
        self.heading = Heading(step.heading)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body = Flowing()
        self._outer.addWidget(self._body, 1, Qt.AlignmentFlag.AlignTop)
        self._outer.addStretch(0)
        self.rows = self._all_rows = QVBoxLayout(self._body)
        self.rows.setSpacing(theme.em(self, 0.6))
        self._fill()

    @property
    def is_whole(self) -> bool:
        """Whether all its parts are made, and show what the record said when they were begun."""
        return self._is_whole

    def make_part(self) -> None:
        """Make the next part. So a page is made ahead: a key pressed meanwhile comes before the next part."""
        if self._due:
            part, later = self._due.popleft(), self._due
            self._due = deque()  # what the part adds comes before what is due after it
            part()
            self._due.extend(later)
        self._is_whole = not self._due

    def make_whole(self) -> None:
        """Make and show all parts that are not there yet."""
        while not self._is_whole:
            self.make_part()
        if self.lacks_rest and self._rest is not None and self._rest.findChild(QWidget):
            self._rest.show()
        self.lacks_rest = False

    def make_first(self, height: int) -> None:
        """Make what is in sight where the page is so tall; what follows is hidden until all of it is made."""
        while self._due and not (self._due[0] in self._below and self._height() > height):
            self.make_part()
        self.lacks_rest |= bool(self._due)
        if self.lacks_rest and self._rest is None:
            self._rest, rest = column()
            self._rest.hide()
            rest.setSpacing(self.rows.spacing())
            self.rows.addWidget(self._rest)
            self.rows = rest

    def unseen(self) -> tuple[QWidget, int]:
        """What is not shown yet, and how wide it will be."""
        return (self, self.width()) if self._rest is None else (self._rest, self._across)

    @property
    def _across(self) -> int:
        return self.width() - 2 * theme.em(self)

    def _height(self) -> int:
        """How tall is what was made so far. Only the last part may have grown since it was asked."""
        *above, last = [height_of(part, self._across) + self.rows.spacing() for part in self._added] or [0]
        self._tall, self._added = self._tall + sum(above), self._added[-1:]
        return self._tall + last

    def soon(self, part: Callable[[], object]) -> None:
        """Make ``part`` before the page is shown; at once if that is done.

        What stands below it has to be made soon, too, or it stands above it.
        """
        self._due.append(part)
        if self._is_whole:
            self.make_part()

    def below(self, part: Callable[[], object]) -> None:
        """Make ``part`` soon; all above it is complete, so the page may be shown first where this is out of sight."""
        self._below.add(part)
        self.soon(part)

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
        self._added.append(widget)
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
        self._is_whole = False
        self._body.hide()  # laid out once, when all is there
        self.rows, self._rest = self._all_rows, None
        clear(self.rows)
        self._fill()
        self.make_whole()
        self._body.show()
        self.heading.setFocus()

    def _fill(self) -> None:
        margin = theme.em(self)
        self.rows.setContentsMargins(margin, theme.em(self, 0.4), margin, margin)
        self.heading = Heading(self.step.heading)
        self._questions = []
        self.add(self.heading)
        blocks = [block for block in self.step.blocks if is_shown(block, self._depth)]
        fields = [field for field in self.step.fields if is_shown(field, self._depth)]
        add_blocks(self, (block for block in blocks if not isinstance(block, Net)), self.below)
        self.below(self.build)
        for field in fields:
            self.soon(partial(self._add_question, field))
        self.soon(self.build_below)
        add_blocks(self, (block for block in blocks if isinstance(block, Net)), self.soon)
        if self.step.rest:
            self.soon(lambda: self.add(hint(_("A good place to stop for today. The aid opens here again."))))
        is_all = len(blocks) + len(fields) == len(self.step.blocks) + len(self.step.fields)
        self.soon(partial(add_offers, self, is_all=is_all))
        self.soon(lambda: self.rows.addStretch(1))
        self.soon(self.refresh)

    def _add_question(self, field: Field) -> None:
        self._questions.append(ask(self.session, field, self.soon))
        self.add(self._questions[-1])

    def add_grid(
        self, heading: str, columns: Sequence[str], rows: Sequence[GridRow], *, is_below: bool = False
    ) -> None:
        """Put a table under what is there; it turns into cards where it is narrow. ``is_below``: see ``below``."""
        if heading:
            self.add_subheading(heading)
        made = self.grid(heading, columns[1:], rows, columns[0])
        self.add(made, wide=True)
        if is_below and made.is_wide(self._across):
            self._below.update([*self._due][1:])

    def grid(self, heading: str, columns: Sequence[str], rows: Sequence[GridRow], corner: str = "") -> Grid:
        """A table whose links are explained on this page; ``corner`` says what the names of its rows are."""
        made = Grid(heading or self.step.heading, columns, rows, corner)
        made.asked.connect(self.asked)
        for _row in rows:
            self.soon(partial(made.make_row, self._across))
        return made

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.laid_out.emit()
        return super().event(event)
