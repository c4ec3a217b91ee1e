"""The person's questions as cards in their order: move, say whom each is for, take away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.alike import close_to
from hsct_aid.domain.front_page import QUESTIONS_SHOWN
from hsct_aid.domain.questions import Addressee, Question, drop, move
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.choice import ManyOf, OneOf
from hsct_aid.ui.widgets.column import put
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.fold import Fold

_ASKED = "questions.asked"


class QuestionCards(Flowing):
    """One card a question; ``order`` offers the buttons that move it and say whom it is for.

    ``soon`` makes each: at once where the page is shown, else as a part of it.
    """

    def __init__(
        self, session: Session, fallback: QWidget, soon: Callable[[Callable[[], object]], None], *, order: bool
    ) -> None:
        super().__init__()
        self._soon = soon
        self._session, self._fallback, self._order = session, fallback, order
        self._shown: object = None
        self._cards: dict[str, Card] = {}
        self._whom: dict[str, _Whom] = {}
        named(self, _("My questions, in my order"), role=QAccessible.Role.List)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show the questions in the record; cards in use stay while their words and order are the same."""
        asked = self._session.record.questions.asked
        shown = [(one.id, one.text) for one in asked]
        if shown != self._shown:
            self._shown = shown
            self._rebuild(asked)
        for number in range(len(asked)):
            self._soon(partial(self._show_question, asked, number))

    def _show_question(self, asked: tuple[Question, ...], number: int) -> None:
        question = asked[number]
        self._cards[question.id].show_note(_note(asked, number))
        if question.id in self._whom:
            self._whom[question.id].show_question(question)

    def _rebuild(self, asked: tuple[Question, ...]) -> None:
        focused = QApplication.focusWidget()
        pressed = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards, self._whom = {}, {}
        self.setVisible(bool(asked))  # a list of nothing would still be named to who hears the page
        for number, question in enumerate(asked, 1):
            self._soon(partial(self._add_card, question, number, is_last=number == len(asked)))
        if pressed:
            self._hold_focus(pressed)

    def _add_card(self, question: Question, number: int, *, is_last: bool) -> None:
        card = Card(f"{number}. {question.text}", "", key=question.id)
        if self._order:
            card.offer(_("Move up"), self._up, enabled=number > 1)
            card.offer(_("Move down"), self._down, enabled=not is_last)
            self._whom[question.id] = _Whom(question, self._change)
            card.add(self._whom[question.id])
        card.offer(_("Take away"), self._drop)
        self._cards[question.id] = card
        put(self._rows, card)

    def _hold_focus(self, pressed: str) -> None:
        """Whoever pressed a button of a card is on that card again, so that a question can be moved on by keyboard."""
        name = pressed.rpartition(".")[0]
        for wanted in (pressed, f"{name}.0", f"{name}.1"):
            button = self._cards[name].findChild(Button, wanted) if name in self._cards else None
            if button is not None and button.isEnabled():
                button.setFocus()
                return
        self._fallback.setFocus()

    def _change(self, question_id: str, part: str, value: object) -> None:
        place = [one.id for one in self._session.record.questions.asked].index(question_id)
        self._session.answer(f"{_ASKED}.{place}.{part}", value)

    def _up(self, question: str) -> None:
        self._session.answer(_ASKED, move(self._session.record.questions.asked, question, -1))

    def _down(self, question: str) -> None:
        self._session.answer(_ASKED, move(self._session.record.questions.asked, question, 1))

    def _drop(self, question: str) -> None:
        self._session.answer(_ASKED, drop(self._session.record.questions.asked, question))


class _Whom(QWidget):
    """Whom a question is for and whom it is from, one press away; ``change`` is told the question, part and value."""

    def __init__(self, question: Question, change: Callable[[str, str, object], None]) -> None:
        super().__init__()
        self._question, self._change = question, change
        self._to: OneOf | None = None
        self._fold = Fold(
            _to()[question.to], _("Change who it is for"), self._inside, key=f"to.{question.id}", of=question.text
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._fold)

    def show_question(self, question: Question) -> None:
        """Show what the record says of the question now."""
        self._question = question
        self._fold.show_words(_to()[question.to], _("Change who it is for"))
        if self._to is not None:
            self._to.show_choice(question.to)
            self._companion.show_choices(("companion",) if question.companion else ())

    def _inside(self) -> QWidget:
        name = self._question.id
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        choices = [Choice(to, words) for to, words in _to().items()]
        self._to = OneOf(choices, key=name, question=self._question.text)
        from_companion = Choice("companion", _("This question is from the person who comes with me"))
        self._companion = ManyOf([from_companion], key=name)
        self.show_question(self._question)
        self._to.picked.connect(partial(self._change, name, "to"))
        self._companion.picked.connect(self._credit)
        rows.addWidget(self._to)
        rows.addWidget(self._companion)
        return inside

    def _credit(self, chosen: tuple[str, ...]) -> None:
        self._change(self._question.id, "companion", bool(chosen))


def _note(asked: tuple[Question, ...], place: int) -> str:
    """Whose question it is, which one it is close to, and on which page it stands."""
    question = asked[place]
    like = close_to(asked[:place], question.text)
    notes = (
        _("From the person who comes with me.") if question.companion else "",
        _("Close to question {n}.").format(n=asked.index(like) + 1) if like is not None else "",
        _("On the front page.") if place < QUESTIONS_SHOWN else _("On the next page."),
    )
    return " ".join(note for note in notes if note)


def _to() -> dict[Addressee, str]:
    return {
        "neurologist": _("For the neurologist"), "nurse": _("For the MS nurse"),
        "centre": _("For the transplant centre"), "family_doctor": _("For the family doctor"),
    }  # fmt: skip
