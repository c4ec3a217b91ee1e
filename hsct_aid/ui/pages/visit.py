"""After the visit: answers beside the questions, next steps, records that came, what has changed."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.changes import changes, compared_with, front_lines
from hsct_aid.domain.dates import say
from hsct_aid.domain.front_page import records_to_ask_for
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.summary import build_front, build_summary
from hsct_aid.domain.visit import Heard
from hsct_aid.ui.delivery import Delivery
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import clear, put
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.flowing import Flowing
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import LONG_TEXT, listed
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import Text, label_of


class VisitPage(Page):
    """Four screens for the evening after."""

    def build(self) -> None:
        self._answers: dict[str, Text] = {}
        self._came: ManyOf | None = None
        self._steps: Entries | None = None
        self._delivery: Delivery | None = None
        self._shown: object = ()
        self._holder = Flowing()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        match self.step.id:
            case "visit_heard":
                self.add(self._holder)
            case "visit_next":
                form = self.session.aid.library.entries["next_steps"]
                self._steps = Entries(self.session, "visit.next_steps", form, soon=self.soon)
                self.add(self._steps)
                self.add(self._holder)
            case "visit_compare":
                self.add(self._holder)
                self.add_subheading(_("A fresh page for the next visit"))
                self._delivery = Delivery(self.session, self._summary, whole=False)
                self.add(self._delivery)

    def show_record(self) -> None:
        match self.step.id:
            case "visit_heard":
                self._show_answers()
            case "visit_next":
                self._show_records()
            case "visit_compare":
                self.soon(self._show_news)
        if self._steps is not None:
            self._steps.refresh()
        if self._delivery is not None:
            self._delivery.show_record()

    def _show_answers(self) -> None:
        record = self.session.record
        asked = [(question.id, question.text) for question in record.questions.asked]
        if asked != self._shown:
            self._shown, self._answers = asked, {}
            clear(self._rows)
            for question_id, text in asked:
                self.soon(partial(self._add_answer, question_id, text))
        heard = {one.question: one.answer for one in record.visit.heard}
        for question_id, _text in asked:
            self.soon(partial(self._show_answer, question_id, heard.get(question_id, "")))

    def _show_answer(self, question_id: str, answer: str) -> None:
        self._answers[question_id].show_text(answer)

    def _add_answer(self, question_id: str, text: str) -> None:
        box = Text(text, key=question_id, limit=2000, lines=3)
        box.typed.connect(self._hear)
        box.left.connect(self.session.save)
        self._answers[question_id] = box
        holder = Flowing()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget in (label_of(box), box, Room(box)):
            rows.addWidget(widget)
        put(self._rows, holder)

    def _hear(self, answer: str) -> None:
        question = self.sender().objectName()
        others = tuple(one for one in self.session.record.visit.heard if one.question != question)
        heard = (*others, Heard(question, answer)) if answer else others
        self.session.answer("visit.heard", heard, typing=True)

    def _show_records(self) -> None:
        """The records that were lacking before any of them came."""
        record = self.session.record
        wanted = records_to_ask_for(self.session.aid, replace(record, visit=replace(record.visit, came=())))
        choices = [Choice(entry.ref or entry.text, entry.text) for entry in wanted]
        if choices != self._shown:
            self._shown, self._came = choices, None
            clear(self._rows)
        if choices and self._came is None:
            self._came = ManyOf(choices, key="visit.came")
            self._came.picked.connect(self._note_came)
            self._rows.addWidget(Subheading(_("Records that came")))
            self._rows.addWidget(self._came)
        if self._came is not None:
            self._came.show_choices(record.visit.came)

    def _note_came(self, chosen: tuple[str, ...]) -> None:
        assert self._came is not None
        others = tuple(one for one in self.session.record.visit.came if one not in self._came.offered())
        self.session.answer("visit.came", (*others, *chosen))

    def _summary(self) -> Summary:
        return build_summary(self.session.aid, self.session.record, self.session.today)

    def _show_news(self) -> None:
        """What has changed, in several texts where it is long: one of all of it holds the window up."""
        texts = self._news()
        if texts != self._shown:
            self._shown = texts
            clear(self._rows)
            for text in texts:
                self.soon(partial(self._add_news, text))

    def _add_news(self, html: str) -> None:
        put(self._rows, Prose(html, self.step.heading))

    def _news(self) -> list[str]:
        record = self.session.record
        before, made_on = compared_with(record.summary, self.session.today)
        if not before:
            return [f"<p>{_('You have not saved or printed a page yet.')}</p>"]
        new, gone = changes(before, front_lines(build_front(self.session.aid, record, self.session.today)))
        day = say(made_on)
        if not new and not gone:
            return [f"<p>{_('Since your page of {day}, nothing has changed.').format(day=day)}</p>"]
        texts = [f"<p>{_('Since your page of {day}:').format(day=day)}</p>"]
        for title, lines in ((_("New or changed"), new), (_("No longer there"), gone)):
            if lines:
                texts[-1] += f"<p><b>{title}</b></p>"
            for line in lines:
                if len(texts[-1]) > LONG_TEXT:
                    texts.append("")
                texts[-1] += listed([escape(line)])
        return texts
