"""My questions: choose from ready ones, write own ones, put them in order."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from itertools import groupby

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.questions import Addressee, Question, ask, close_to, drop, move, new_id
from hsct_aid.domain.suggestions import suggestions
from hsct_aid.ui.pages.page import Page, clear
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.choice import ManyOf, OneOf
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import OneLine, Text

ON_FRONT = 3
"""Questions that stand on the front page."""
_ASKED = "questions.asked"
_DRAFT = "questions.own"


class QuestionsPage(Page):
    """Three screens over one list of questions."""

    def build(self) -> None:
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        {"questions_choose": self._build_choose, "questions_write": self._build_write}.get(
            self.step.id, self._nothing
        )()
        self._count = Wrapped("", bold=True)
        self.add(self._count)
        self.add(self._holder)
        self._shown: object = None
        self._held_up = ""

    def show_record(self) -> None:
        asked = self.session.record.questions.asked
        count = ngettext("You have {n} question.", "You have {n} questions.", len(asked)).format(n=len(asked))
        room = _("They may not all fit into one visit. Send some before, or ask the MS nurse.")
        self._count.setText(f"{count} {room}" if len(asked) > ON_FRONT else count)
        if self.step.id == "questions_choose":
            self._show_prompts()
        elif asked != self._shown:
            self._shown = asked
            self._show_cards()

    def _nothing(self) -> None:
        """The order screen has nothing above its list."""

    def _build_choose(self) -> None:
        self.add(Wrapped(_("Search in all questions"), bold=True))
        self._search = OneLine(_("Search in all questions"), key="questions.search", limit=60)
        self._search.typed.connect(self._show_prompts)
        self.add(self._search)
        self.add(Room(self._search))

    def _build_write(self) -> None:
        self.add(Wrapped(_("My own question"), bold=True))
        self._words = Text(_("My own question"), key="questions.own", limit=300, lines=3)
        self.add(self._words)
        self.add(Room(self._words))
        self._companion = ManyOf([Choice("yes", _("This question is from the person who comes with me"))],
                                 key="questions.companion")  # fmt: skip
        self.add(self._companion)
        self._words.show_text(self.session.draft(_DRAFT))
        self._words.typed.connect(partial(self.session.keep_draft, _DRAFT))
        self._close = Wrapped()
        self._close.hide()
        self.add(self._close)
        self._add = Button(_("Add to my questions"), key="questions.add", main=True)
        self._add.clicked.connect(self._add_own)
        self.add_row(self._add)

    def _add_own(self) -> None:
        words, asked = self._words.toPlainText().strip(), self.session.record.questions.asked
        like = close_to(asked, words)
        if like is not None and words != self._held_up:
            self._held_up = words
            self._close.setText(_("This is close to a question you have: “{text}”. Press again to add it all the same.")
                                .format(text=like.text))  # fmt: skip
            self._close.show()
            return
        question = Question(self._new_id(asked), words, companion=bool(self._companion.chosen()))
        if not self.session.answer(_ASKED, ask(asked, question)):
            self._close.setText(_("Your list is full. Take a question away first; your words stay here."))
            self._close.show()
            return
        self.session.keep_draft(_DRAFT, "")
        self._words.show_text("")
        self._close.hide()
        self._companion.show_choices(())
        self._words.setFocus()

    def _show_prompts(self) -> None:
        wanted = self._search.text().casefold().split()
        found = self._offered(wanted)
        chosen = {question.prompt for question in self.session.record.questions.asked}
        if [choice.id for _topic, choice in found] != self._shown:
            self._shown = [choice.id for _topic, choice in found]
            clear(self._list)
            self._boxes = [self._prompt_box(topic, [choice for _t, choice in group])
                           for topic, group in groupby(found, key=lambda one: one[0])]  # fmt: skip
            if not found:
                self._list.addWidget(
                    Wrapped(_("No question has these words. You can write your own on the next screen."))
                )
        for box in self._boxes:
            box.show_choices(tuple(chosen))

    def _offered(self, wanted: list[str]) -> list[tuple[str, Choice]]:
        """Suggestions from the person's own answers first, then the first eight, or all that hold the words."""
        record, library = self.session.record, self.session.aid.library
        kept = [one for one in record.questions.asked if one.prompt.startswith("sg_")]
        own = [Choice(one.id, one.text, one.reason) for one in suggestions(self.session.aid, record)]
        own += [Choice(one.prompt, one.text) for one in kept]
        found = [(_("From your own answers"), choice) for choice in sorted(own, key=lambda choice: choice.id)]
        chosen = {one.prompt for one in record.questions.asked}
        for prompt in sorted(library.prompts, key=lambda one: one.topic):
            if prompt.first or prompt.id in chosen or wanted:
                found.append((prompt.topic, Choice(prompt.id, prompt.text)))
        return [one for one in found if all(word in f"{one[0]} {one[1].label}".casefold() for word in wanted)]

    def _prompt_box(self, topic: str, choices: list[Choice]) -> ManyOf:
        box = ManyOf(choices, key="questions.prompt")
        box.picked.connect(self._pick)
        self._list.addWidget(Subheading(topic))
        self._list.addWidget(box)
        return box

    def _pick(self) -> None:
        ticked = {name for box in self._boxes for name in box.chosen()}
        asked = self.session.record.questions.asked
        for question in asked:
            if question.prompt and question.prompt in (self._shown or ()) and question.prompt not in ticked:  # type: ignore[operator]
                asked = drop(asked, question.id)
        texts = {choice.id: choice.label for _topic, choice in self._offered(self._search.text().casefold().split())}
        to = {prompt.id: prompt.to for prompt in self.session.aid.library.prompts}
        for name in ticked - {question.prompt for question in asked}:
            asked = ask(asked, Question(self._new_id(asked), texts[name], name, to.get(name, "neurologist")))
        self.session.answer(_ASKED, asked)

    def _show_cards(self) -> None:
        focused = QApplication.focusWidget()
        pressed = focused.objectName() if focused is not None and self._holder.isAncestorOf(focused) else ""
        clear(self._list)
        cards: list[Card] = []
        asked = self.session.record.questions.asked
        for number, question in enumerate(asked, 1):
            front = _("on the front page") if number <= ON_FRONT else _("on the next page")
            who = _("From the person who comes with me. ") if question.companion else ""
            card = Card(f"{number}. {question.text}", f"{who}{front}", key=question.id)
            if self.step.id == "questions_order":
                card.offer(_("Move up"), self._up, enabled=number > 1)
                card.offer(_("Move down"), self._down, enabled=number < len(asked))
                card.add(self._addressee(question))
            card.offer(_("Take away"), self._drop)
            self._list.addWidget(card)
            cards.append(card)
        if pressed:
            self._hold_focus(cards, pressed)

    def _hold_focus(self, cards: list[Card], pressed: str) -> None:
        """Whoever pressed a button of a card is on that card again, so that a question can be moved on by keyboard."""
        name = pressed.rpartition(".")[0]
        for wanted in (pressed, f"{name}.0", f"{name}.1"):
            for card in cards:
                button = card.findChild(Button, wanted)
                if button is not None and button.isEnabled():
                    button.setFocus()
                    return
        self.heading.setFocus()

    def _addressee(self, question: Question) -> Fold:
        words = _to()
        return Fold(words[question.to], _("Change who it is for"), partial(self._choose_addressee, question),
                    key=f"to.{question.id}")  # fmt: skip

    def _choose_addressee(self, question: Question) -> OneOf:
        box = OneOf([Choice(name, words) for name, words in _to().items()], key=question.id)
        box.show_choice(question.to)
        box.picked.connect(self._address)
        return box

    def _new_id(self, asked: tuple[Question, ...]) -> str:
        """An id that no question has, and none whose answer is written down."""
        return new_id(asked, (one.question for one in self.session.record.visit.heard))

    def _address(self, to: str) -> None:
        place = [one.id for one in self.session.record.questions.asked].index(self.sender().objectName())
        self.session.answer(f"{_ASKED}.{place}.to", to)

    def _up(self, question: str) -> None:
        self.session.answer(_ASKED, move(self.session.record.questions.asked, question, -1))

    def _down(self, question: str) -> None:
        self.session.answer(_ASKED, move(self.session.record.questions.asked, question, 1))

    def _drop(self, question: str) -> None:
        self.session.answer(_ASKED, drop(self.session.record.questions.asked, question))


def _to() -> dict[Addressee, str]:
    return {
        "neurologist": _("For the neurologist"), "nurse": _("For the MS nurse"),
        "centre": _("For the transplant centre"), "family_doctor": _("For the family doctor"),
    }  # fmt: skip
