"""Where I stand: five ways forward, how sure, who decides, and the four SURE items as needs with a next step."""

from __future__ import annotations

from gettext import gettext as _

from hsct_aid.domain.labels import choice_words, field_of
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets.facts import Asked, ask
from hsct_aid.ui.widgets.rich_text import listed

_FIRST, _NOW = "start.first_leaning", "standing.leaning"


class StandingPage(Page):
    """The form of the content; how the leaning moved, seen here and never printed; when to look again."""

    def build_below(self) -> None:
        if self.step.id == "standing_leaning":
            self._moved = self.add_text("", _("How your leaning moved"))
        self._again: Asked | None = None
        field = field_of(self.session.aid, "start.look_again_on")
        if self.step.id == "standing_change" and field is not None:
            self._again = ask(self.session, field)
            self.add(self._again)

    def show_record(self) -> None:
        if self._again is not None:
            self._again.refresh()
        if self.step.id == "standing_leaning":
            self._show_moved()

    def _show_moved(self) -> None:
        aid, first, now = self.session.aid, self.session.value(_FIRST), self.session.value(_NOW)
        self._moved.setVisible(bool(first and now))
        if first and now:
            rows = ((_("At the start"), _FIRST, str(first)), (_("Today"), _NOW, str(now)))
            lines = listed(f"<b>{when}:</b> {escape(choice_words(aid, at, one))}" for when, at, one in rows)
            same = _("It has not moved since the start.") if first == now else _("It has moved since the start.")
            self._moved.show_text(f"<p>{same} {_('Only you see this; it is not printed.')}</p>{lines}")
