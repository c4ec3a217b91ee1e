"""After the visit: answers beside the questions, next steps, records that came, what has changed."""

from __future__ import annotations

from gettext import gettext as _
from html import escape

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.candidacy import records_lacking
from hsct_aid.domain.changes import changes, front_lines
from hsct_aid.domain.dates import say
from hsct_aid.domain.summary import build_summary
from hsct_aid.domain.visit import Heard
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.typed import Text


class VisitPage(Page):
    """Four screens for the evening after."""

    def build(self) -> None:
        self._answers: dict[str, Text] = {}
        self._came: ManyOf | None = None
        self._steps: Entries | None = None
        self._news: Prose | None = None
        match self.step.id:
            case "visit_heard":
                for question in self.session.record.questions.asked:
                    self._add_answer(question.id, question.text)
            case "visit_next":
                self._steps = Entries(self.session, "visit.next_steps", self.session.aid.library.entries["next_steps"])
                self.add(self._steps)
                self._add_records()
            case "visit_compare":
                self._news = self.add_text("")

    def show_record(self) -> None:
        heard = {one.question: one.answer for one in self.session.record.visit.heard}
        for question in self.session.record.questions.asked:
            if self.step.id == "visit_heard" and question.id not in self._answers:
                self._add_answer(question.id, question.text)
        for question_id, box in self._answers.items():
            box.show_text(heard.get(question_id, ""))
        if self._steps is not None:
            self._steps.refresh()
        if self._came is not None:
            self._came.show_choices(self.session.record.visit.came)
        if self._news is not None:
            self._news.show_text(self._changed())

    def _add_answer(self, question_id: str, text: str) -> None:
        self.add(Wrapped(text, bold=True))
        box = Text(text, key=question_id, limit=2000, lines=3)
        box.typed.connect(self._hear)
        box.left.connect(self.session.save)
        self._answers[question_id] = box
        self.add(box)

    def _hear(self, answer: str) -> None:
        question = self.sender().objectName()
        others = tuple(one for one in self.session.record.visit.heard if one.question != question)
        heard = (*others, Heard(question, answer)) if answer else others
        self.session.answer("visit.heard", heard, typing=True)

    def _add_records(self) -> None:
        lacking = records_lacking(self.session.aid, self.session.record)
        if lacking:
            self.add_subheading(_("Records that came"))
            self._came = ManyOf([Choice(key, words) for key, words in lacking], key="visit.came")
            self._came.picked.connect(self._note_came)
            self.add(self._came)

    def _note_came(self, chosen: tuple[str, ...]) -> None:
        self.session.answer("visit.came", chosen)

    def _changed(self) -> str:
        record = self.session.record
        if not record.summary.last_page:
            return f"<p>{_('You have not saved or printed a page yet.')}</p>"
        summary = build_summary(self.session.aid, record, self.session.today)
        new, gone = changes(record.summary.last_page, front_lines(summary))
        since = _("Since your page of {day}:").format(day=say(record.summary.last_page_on))
        if not new and not gone:
            return f"<p>{since} {_('nothing has changed.')}</p>"
        lists = ((_("New or changed"), new), (_("No longer there"), gone))
        return f"<p>{since}</p>" + "".join(
            f"<p><b>{title}</b></p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
            for title, lines in lists
            if lines
        )
