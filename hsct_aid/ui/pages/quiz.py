"""Check my understanding: each answer is explained at once; there is no score."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.quiz import QuizAnswer, QuizQuestion
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.callout import Callout
from hsct_aid.ui.widgets.choice import OneOf
from hsct_aid.ui.widgets.column import clear
from hsct_aid.ui.widgets.heading import Subheading


class QuizPage(Page):
    """The core questions, the others a button away, and one thing to have checked."""

    def build(self) -> None:
        self._asked: dict[str, tuple[QuizQuestion, OneOf, QVBoxLayout]] = {}
        if self.step.id != "quiz_questions":
            return
        questions = self.session.aid.library.quiz
        for question in questions:
            if question.core:
                self._ask(question)
        self._more = Button(_("Show more questions"), key="quiz.more")
        self._more.clicked.connect(self._ask_more)
        self.add_row(self._more)

    def show_record(self) -> None:
        chosen = {answer.question: answer.choice for answer in self.session.record.quiz.choices}
        for question, box, below in self._asked.values():
            box.show_choice(chosen.get(question.id))
            self._explain(question, chosen.get(question.id), below)

    def _ask_more(self) -> None:
        self._more.hide()
        for question in self.session.aid.library.quiz:
            if not question.core:
                self._ask(question)
        self.show_record()

    def _ask(self, question: QuizQuestion) -> None:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Subheading(question.question))
        choices = [Choice(name, words) for name, words in question.choices.items()]
        box = OneOf(choices, key=question.id, question=question.question)
        box.picked.connect(self._choose)
        rows.addWidget(box)
        below = QVBoxLayout()
        rows.addLayout(below)
        self._asked[question.id] = (question, box, below)
        self.add(holder)

    def _choose(self, choice: str) -> None:
        question = self.sender().objectName()
        others = tuple(one for one in self.session.record.quiz.choices if one.question != question)
        self.session.answer("quiz.choices", (*others, QuizAnswer(question, choice)))

    def _explain(self, question: QuizQuestion, choice: str | None, below: QVBoxLayout) -> None:
        clear(below)
        if choice is None:
            return
        heading = _("The studies say the same") if choice == question.right else _("What the studies say")
        offered = (
            "" if choice == question.right else f"<p>{_('You find this among the suggestions in My questions.')}</p>"
        )
        box = Callout(heading, f"<p>{self.rich(question.why)}</p>{offered}")
        box.prose.asked.connect(self.asked)
        below.addWidget(box)
