"""My questions: choose from ready ones, write own ones, put them in order."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from itertools import groupby

from msgspec import ValidationError
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.alike import close_to
from hsct_aid.domain.front_page import QUESTIONS_SHOWN
from hsct_aid.domain.questions import (
    MINUTES_EACH,
    Question,
    ask,
    drop,
    minutes,
    new_id,
)
from hsct_aid.domain.record import with_value, without_draft
from hsct_aid.domain.suggestions import suggestions
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import clear
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.question_cards import QuestionCards
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.widgets.typed import OneLine, Text, label_of

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
        if self.step.id == "questions_choose":
            self.add(self._holder)
        else:
            self._cards = QuestionCards(self.session, self.heading, self.soon, order=self.step.id == "questions_order")
            self.add(self._cards)
        self._shown: object = None
        self._held_up = ""

    def show_record(self) -> None:
        asked = self.session.record.questions.asked
        self._count.setText(_how_many(asked))
        if self.step.id == "questions_choose":
            self._show_prompts()
        else:
            self._cards.refresh()
        if self.step.id == "questions_write":
            self._words.show_text(self.session.draft(_DRAFT))

    def _nothing(self) -> None:
        """The order screen has nothing above its list."""

    def _build_choose(self) -> None:
        self._search = OneLine(_("Search in all questions"), key="questions.search", limit=60)
        self._search.typed.connect(self._show_prompts)
        self.add(label_of(self._search))
        self.add(self._search)
        self.add(Room(self._search))
        self._close = Told(key="questions.close")
        self.add(self._close)

    def _build_write(self) -> None:
        self._words = Text(_("My own question"), key="questions.own", limit=300, lines=3)
        self.add(label_of(self._words))
        self.add(self._words)
        self.add(Room(self._words))
        self._companion = ManyOf([Choice("yes", _("This question is from the person who comes with me"))],
                                 key="questions.companion")  # fmt: skip
        self.add(self._companion)
        self._words.typed.connect(partial(self.session.keep_draft, _DRAFT))
        self._close = Told(key="questions.close")
        self.add(self._close)
        self._add = Button(_("Add to my questions"), key="questions.add", main=True)
        self._add.clicked.connect(self._add_own)
        self.add_row(self._add)

    def _add_own(self) -> None:
        words, asked = self._words.toPlainText().strip(), self.session.record.questions.asked
        like = close_to(asked, words)
        if like is not None and words != self._held_up:
            self._held_up = words
            self._close.tell(_("This is close to a question you have: “{text}”. Press again to add it all the same.")
                             .format(text=like.text))  # fmt: skip
            return
        question = Question(self._new_id(asked), words, companion=bool(self._companion.chosen()))
        try:
            with_it = with_value(self.session.record, _ASKED, ask(asked, question))
        except ValidationError:
            self._close.tell(_("Your list is full. Take a question away first; your words stay here."))
            return
        self.session.put(without_draft(with_it, _DRAFT))
        self._close.tell("")
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
        like = None
        for name in ticked - {question.prompt for question in asked}:
            like = close_to(asked, texts[name])
            asked = ask(asked, Question(self._new_id(asked), texts[name], name, to.get(name, "neurologist")))
        self.session.answer(_ASKED, asked)
        words = _("This is close to a question you have: “{text}”. You can keep both.")
        self._close.tell(words.format(text=like.text) if like is not None else "")

    def _new_id(self, asked: tuple[Question, ...]) -> str:
        """An id that no question has, and none whose answer is written down."""
        return new_id(asked, (one.question for one in self.session.record.visit.heard))


def _how_many(asked: tuple[Question, ...]) -> str:
    """How many questions there are, and whether a visit is long enough for them."""
    said = [ngettext("You have {n} question.", "You have {n} questions.", len(asked)).format(n=len(asked))]
    if asked:
        time = ngettext(
            "With {each} minutes for each, that is about {n} minute.",
            "With {each} minutes for each, that is about {n} minutes.",
            minutes(asked),
        )
        said += [time.format(each=MINUTES_EACH, n=minutes(asked)), _("Ask how long your visit will be.")]
    if len(asked) > QUESTIONS_SHOWN:
        said.append(_("They may not all fit into one visit. Send some before, or ask the MS nurse."))
    return " ".join(said)
