"""Concerns in the person's own words: add one, take one away, wherever concerns are shown."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from msgspec import ValidationError, structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice, Field
from hsct_aid.domain.record import with_value, without_draft
from hsct_aid.domain.values import OwnConcern, new_own, without_own
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.answers import Question
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.column import Soon, clear, now, put
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import OneLine

LONGEST = 50
"""Characters that stand on one line of the front page."""
_DRAFT = "values.own"


class OwnConcerns(QWidget):
    """A box to write a concern in, and the ones there are; behind a title where ``note`` is given.

    ``added`` comes once a concern is in the record; ``soon`` makes each of the ones there are.
    """

    added = Signal()

    def __init__(self, session: Session, note: str = "", soon: Soon = now) -> None:
        super().__init__()
        self._session, self._soon = session, soon
        self._cards: QVBoxLayout | None = None
        self._shown: object = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)
        title = _("A concern of my own")
        if note:
            self._rows.addWidget(Fold(title, note, self._inside, key="values.mine"))
        else:
            self._rows.addWidget(Wrapped(title, bold=True))
            self._rows.addWidget(self._inside())

    def refresh(self) -> None:
        """Show the concerns in the record."""
        if self._cards is None:
            return
        self._box.show_text(self._session.draft(_DRAFT))
        own = self._session.record.values.own
        if own != self._shown:
            self._shown = own
            clear(self._cards)
            for one in own:
                self._soon(partial(self._add_card, self._cards, one))

    def _add_card(self, cards: QVBoxLayout, concern: OwnConcern) -> None:
        card = Card(concern.text, "", key=concern.id)
        card.offer(_("Take away"), self._take_away)
        put(cards, card)

    def _inside(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        self._box = OneLine(_("A concern of my own"), key=_DRAFT, limit=LONGEST)
        self._box.typed.connect(partial(self._session.keep_draft, _DRAFT))
        self._told = Room(self._box)
        add = Button(_("Add my concern"), key="values.add")
        add.clicked.connect(self._add)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.GAP)
        for widget in (self._box, self._told, add):
            rows.addWidget(widget)
        rows.addLayout(self._cards)
        self.refresh()
        return inside

    def _add(self) -> None:
        words, record = " ".join(self._box.text().split()), self._session.record
        own = record.values.own
        if not words:
            return
        if words.casefold() in (one.text.casefold() for one in own):
            self._told.tell(_("You have this concern already."))
            return
        try:
            with_it = with_value(record, "values.own", (*own, new_own(record, words)))
        except ValidationError:
            self._told.tell(_("There is room for {n} concerns of your own.").format(n=len(own)))
            return
        self._session.put(without_draft(with_it, _DRAFT))
        self._told.tell(_("Added: “{words}”.").format(words=words))
        self.added.emit()

    def _take_away(self, concern: str) -> None:
        self._session.put(without_own(self._session.record, concern))
        self._told.tell(_("Taken away. “Undo” brings it back."))
        self._box.setFocus()


class AmongConcerns(QWidget):
    """A question whose choices are the concerns, the person's own among them."""

    def __init__(self, session: Session, field: Field) -> None:
        super().__init__()
        self._session, self._field = session, field
        self._question: Question
        self._shown: object = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        # made first: assistive technology reads in the order in which things were made
        asked = QWidget()
        self._asked = QVBoxLayout(asked)
        self._asked.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(asked)
        self._mine = OwnConcerns(session, _("Write one that is not in the list, or take it away."))
        rows.addWidget(self._mine)
        self.refresh()

    def refresh(self) -> None:
        """Show the answer and the concerns in the record."""
        own = self._session.record.values.own
        if own != self._shown:
            if self._shown is not None:
                self._question.hide()
                self._question.deleteLater()
            self._shown = own
            choices = (*self._field.choices, *(Choice(one.id, one.text) for one in own))
            self._question = Question(self._session, structs.replace(self._field, choices=choices))
            put(self._asked, self._question)
        self._question.refresh()
        self._mine.refresh()
