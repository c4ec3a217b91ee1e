"""How it works: the path through treatment, a step at a time, with a mark to ask about any of them."""

from __future__ import annotations

from gettext import gettext as _

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.process import PathStep
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.timeline import Timeline


class ProcessPage(Page):
    """Text, and on ``process_path`` the whole path with its picture."""

    def build(self) -> None:
        self._marks: dict[str, ManyOf] = {}
        if self.step.id != "process_path":
            return
        path = self.session.aid.library.path
        self.add(Timeline([step.name for step in path]), wide=True)
        for number, step in enumerate(path, 1):
            self._add_step(number, step)

    def show_record(self) -> None:
        for step_id, mark in self._marks.items():
            mark.show_choices((step_id,) if step_id in self.session.record.process.ask_about else ())

    def _add_step(self, number: int, step: PathStep) -> None:
        self.add_subheading(f"{number}. {step.name}")
        parts = (
            (_("What happens"), step.what + "".join(f"[@{source}]" for source in step.sources)),
            (_("How long"), step.duration), (_("What it feels like"), step.feels),
            (_("What can go wrong"), step.wrong), (_("Who is with you"), step.who),
            (_("What to ask"), step.question),
        )  # fmt: skip
        html = "".join(f"<p><b>{label}:</b> {self.rich(text)}</p>" for label, text in parts if text)
        self.add_text(html, step.name)
        mark = ManyOf([Choice(step.id, _("I want to ask about this"))], key=f"ask.{step.id}")
        mark.picked.connect(self._mark)
        self._marks[step.id] = mark
        self.add(mark)

    def _mark(self) -> None:
        steps = tuple(step_id for step_id, mark in self._marks.items() if mark.chosen())
        self.session.answer("process.ask_about", steps)
