"""How it works: the path through treatment, a step at a time, with a mark to ask about any of them."""

from __future__ import annotations

from gettext import gettext as _

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.process import PathStep
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import clear
from hsct_aid.ui.widgets.heading import Subheading
from hsct_aid.ui.widgets.one_at_a_time import OneAtATime
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.timeline import Timeline


class ProcessPage(Page):
    """Text, and on ``process_path`` the whole path as a picture with one step of it at a time."""

    def build(self) -> None:
        self._mark: ManyOf | None = None
        if self.step.id != "process_path":
            return
        self._path = self.session.aid.library.path
        self._timeline = Timeline([step.name for step in self._path])
        self.add(self._timeline, wide=True)
        self._parts = OneAtATime(_("Step {n} of {count}"), _("Step before"), _("On to the next step"), key="path")
        self._parts.turned.connect(self._walk)
        self.add(self._parts)
        self._walk(0)

    def show_record(self) -> None:
        if self._mark is not None:
            self._mark.show_choices(self.session.record.process.ask_about)

    def _walk(self, at: int) -> None:
        step = self._path[at]
        self._parts.show_part(at, len(self._path))
        self._timeline.show_here(at)
        clear(self._parts.body)
        self._parts.body.addWidget(Subheading(step.name))
        text = Prose(self._text(step), step.name)
        text.asked.connect(self.asked)
        self._parts.body.addWidget(text)
        self._mark = ManyOf([Choice(step.id, _("I want to ask about this"))], key="process.ask_about")
        self._mark.picked.connect(self._ask)
        self._parts.body.addWidget(self._mark)
        self.show_record()

    def _text(self, step: PathStep) -> str:
        parts = (
            (_("What happens"), step.what + "".join(f"[@{source}]" for source in step.sources)),
            (_("How long"), step.duration), (_("What it feels like"), step.feels),
            (_("What can go wrong"), step.wrong), (_("Who is with you"), step.who),
            (_("What to ask"), step.question),
        )  # fmt: skip
        return "".join(f"<p><b>{label}:</b> {self.rich(text)}</p>" for label, text in parts if text)

    def _ask(self, chosen: tuple[str, ...]) -> None:
        assert self._mark is not None
        others = tuple(one for one in self.session.record.process.ask_about if one not in self._mark.offered())
        self.session.answer("process.ask_about", (*others, *chosen))
