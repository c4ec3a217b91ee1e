"""What matters: one concern at a time, then a top three, then the grid. Nothing is added up and nothing wins."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice, Field
from hsct_aid.domain.summary_chapters import moved
from hsct_aid.domain.values import Rating, concern_words
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.answers import Question
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf, OneOf
from hsct_aid.ui.widgets.column import clear, put
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.one_at_a_time import OneAtATime
from hsct_aid.ui.widgets.own_concerns import OwnConcerns
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import listed


class ValuesPage(Page):
    """Screens over one set of concerns, the person's own included."""

    def build(self) -> None:
        self._holder = QWidget()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._shown: object = None
        self._at = 0
        self._mine: OwnConcerns | None = None
        match self.step.id:
            case "values_concerns":
                self._build_concerns()
            case "values_top":
                self.add(self._holder)
                self._moved = self.add_text("", _("What moved since the start"))
                self._mine = OwnConcerns(self.session, _("Write one that is not in the list, or take it away."))
                self.add(self._mine)
            case "values_grid":
                self._build_grid()

    def _build_concerns(self) -> None:
        self._parts = OneAtATime(_("Concern {n} of {count}"), _("Concern before"),
                                 _("Skip, or on to the next concern"), key="concern")  # fmt: skip
        self._parts.turned.connect(self._turn)
        self.add(self._parts)
        self._mine = OwnConcerns(self.session, soon=self.soon)
        self._mine.added.connect(self._turn_to_last)
        self.add(self._mine)

    def _build_grid(self) -> None:
        self.add(self._holder, wide=True)
        change = Button(_("Change my top three"), key="values.change_top")
        change.clicked.connect(partial(self.turn_to.emit, "values_top"))
        self.add_row(change)
        self._mine = OwnConcerns(self.session, _("It stands in the grid once it is in your top three."))
        self.add(self._mine)
        self.add(Fold(_("Three trade-off cards, if you like"), _("They ask “would you still…?”. Stop at any time."),
                      self._trade_offs, key="trade_offs"))  # fmt: skip

    def show_record(self) -> None:
        show = {
            "values_concerns": self._show_concern, "values_top": self._show_top, "values_grid": self._show_grid,
        }.get(self.step.id)  # fmt: skip
        if show is not None:
            show()
        if self._mine is not None:
            self._mine.refresh()

    def _concerns(self) -> dict[str, str]:
        """All concerns as whole sentences by id, in their fixed order, own ones last."""
        shipped = {concern.id: concern.text for concern in self.session.aid.library.concerns}
        return shipped | {own.id: own.text for own in self.session.record.values.own}

    def _show_concern(self) -> None:
        names = list(self._concerns())
        self._at = min(self._at, len(names) - 1)
        concern = names[self._at]
        if (concern, len(names)) != self._shown:
            self._shown = (concern, len(names))
            self._draw_concern(concern, len(names))
        rated = {rating.concern: rating.level for rating in self.session.record.values.ratings}
        self._levels.show_choice(rated.get(concern))

    def _draw_concern(self, concern: str, count: int) -> None:
        self._parts.show_part(self._at, count)
        clear(self._parts.body)
        put(self._parts.body, Subheading(self._concerns()[concern]))
        self._levels = OneOf([
            Choice("not_at_all", _("Not at all")), Choice("a_little", _("A little")), Choice("somewhat", _("Somewhat")),
            Choice("very", _("Very much")), Choice("extremely", _("Extremely")), Choice("not_sure", _("Not sure")),
        ], key=f"rating.{concern}", question=self._concerns()[concern])  # fmt: skip
        self._levels.picked.connect(self._rate)
        put(self._parts.body, self._levels)

    def _turn(self, at: int) -> None:
        self._at = at
        self._show_concern()
        self._levels.take_focus()

    def _rate(self, level: str) -> None:
        concern = list(self._concerns())[self._at]
        others = tuple(one for one in self.session.record.values.ratings if one.concern != concern)
        self.session.answer("values.ratings", (*others, Rating(concern, level)))  # type: ignore[arg-type]  # the choices above

    def _turn_to_last(self) -> None:
        self._at = len(self._concerns()) - 1
        self._show_concern()

    def _show_top(self) -> None:
        words = concern_words(self.session.aid, self.session.record.values.own)
        first = self.session.record.start.first_priorities
        if (words, first) != self._shown:
            self._shown = (words, first)
            clear(self._rows)
            choices = [Choice(name, text, _("You picked this at the start.") if name in first else "")
                       for name, text in words.items()]  # fmt: skip
            self._top = ManyOf(choices, key="values.top", limit=3)
            self._top.picked.connect(self._pick_top)
            put(self._rows, self._top)
        self._top.show_choices(self.session.record.values.top)
        rows = moved(self.session.aid, self.session.record)
        self._moved.setVisible(bool(rows))
        lines = listed(f"<b>{row.label}:</b> {escape(row.text)}" for row in rows)
        self._moved.show_text(f"<p>{_('What moved since the start')}</p>{lines}")

    def _pick_top(self, chosen: tuple[str, ...]) -> None:
        self.session.answer("values.top", chosen)

    def _show_grid(self) -> None:
        record = self.session.record
        wanted = record.values.top or record.start.first_priorities
        words = concern_words(self.session.aid, record.values.own)
        shown = [(concern, words.get(concern)) for concern in wanted]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        if not wanted:
            put(self._rows, Wrapped(_("You have not picked your top three yet.")))
            return
        grid = self.grid("", [option.name for option in self.session.aid.library.options],
                         [self._grid_row(concern) for concern in wanted])  # fmt: skip
        put(self._rows, grid)

    def _trade_offs(self) -> QWidget:
        """The cards, then the person's own sentence."""
        holder = QWidget()
        rows = QVBoxLayout(holder)
        choices = [Choice("yes", _("Yes")), Choice("no", _("No")), Choice("not_sure", _("Not sure"))]
        said = {one.card: one.answer for one in self.session.record.values.trade_offs}
        for card in self.session.aid.library.trade_offs:
            rows.addWidget(Prose(f"<p>{self.rich(card.text)}{self.source_marks(card.sources)}</p>", card.question))
            rows.addWidget(Wrapped(card.question, bold=True))
            box = OneOf(choices, key=card.id, question=card.question)
            box.show_choice(said.get(card.id))
            box.picked.connect(self._trade)
            rows.addWidget(box)
        field = Field("values.trade_off_words", _("What this tells me, in my own words"), "text", limit=500)
        rows.addWidget(Question(self.session, field))
        return holder

    def _trade(self, answer: str) -> None:
        card = self.sender().objectName()
        others = tuple(one for one in self.session.record.values.trade_offs if one.card != card)
        self.session.answer("values.trade_offs", (*others, {"card": card, "answer": answer}))

    def _grid_row(self, concern_id: str) -> tuple[str, list[str]]:
        library = self.session.aid.library
        words = concern_words(self.session.aid, self.session.record.values.own)
        for concern in library.concerns:
            if concern.id == concern_id:
                return escape(words[concern_id]), [
                    self.rich(cell.text) + self.source_marks(cell.sources) for cell in concern.cells
                ]
        nothing = _("This aid has no facts on this. It is worth asking.")
        return escape(words.get(concern_id, "")), [nothing] * len(library.options)
