"""My page: see it as it will be printed, keep parts private, and get it to the doctor."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from hsct_aid.domain.labels import field_of
from hsct_aid.domain.paper import Box, Summary
from hsct_aid.domain.summary import build_front, build_summary
from hsct_aid.ui.delivery import Delivery
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.preview import Preview
from hsct_aid.ui.widgets.facts import Asked, ask
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import listed


class SummaryPage(Page):
    """The preview, what stays private, and the ways to bring the page along."""

    def build(self) -> None:
        self._delivery: Delivery | None = None
        self._preview: Preview | None = None
        self._text: Prose | None = None
        self._visit: Asked | None = None
        if self.step.id in ("summary_preview", "summary_deliver"):
            self._delivery = Delivery(self.session, self._summary, whole=self.step.id == "summary_deliver")
            self.add(self._delivery)
        if self.step.id == "summary_deliver" and (field := field_of(self.session.aid, "start.visit_on")) is not None:
            self._visit = ask(self.session, field)
            self.add(self._visit)
        if self.step.id == "summary_preview":
            self._preview = Preview(self.session)
            self.add(self._preview, wide=True)
            self.add_subheading(_("The same in words"))
            self._text = self.add_text("", _("My page in words"))

    def show_record(self) -> None:
        if self._delivery is not None:
            self._delivery.show_record()
        if self._visit is not None:
            self._visit.refresh()
        if self._text is not None:
            self.soon(partial(self._show_words, self._text))
        if self._preview is not None:
            self.soon(self._preview.show_pages)  # last: the worker that makes the pages holds up all parts after it

    def _show_words(self, text: Prose) -> None:
        front = build_front(self.session.aid, self.session.record, self.session.today)
        text.show_text("".join(map(_box, front)))

    def _summary(self) -> Summary:
        return build_summary(self.session.aid, self.session.record, self.session.today)


def _box(box: Box) -> str:
    entries = (entry for entry in box.entries if entry.text)
    lines = listed(escape(f"{entry.label}: {entry.text}" if entry.label else entry.text) for entry in entries)
    return f"<p><b>{escape(box.heading)}</b> {escape(box.more)}</p>{lines}" if lines else ""
