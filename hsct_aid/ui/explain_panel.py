"""The panel of explanations on a running session: opens what a link stands for, and what is to be told."""

from __future__ import annotations

from gettext import gettext as _

from hsct_aid.domain.evidence import toggled
from hsct_aid.ui.escape import escape
from hsct_aid.ui.explanations import explanation
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.explain import Explain


class ExplainPanel(Explain):
    """Explains links of the page and of its own text; a ``keep:`` link changes which results are kept."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._link, self._is_passing = session, "", False
        self.asked.connect(self.explain)
        session.record_changed.connect(self._outdate)

    def explain(self, link: str) -> None:
        """Open what ``link`` stands for."""
        kind, _colon, part = link.partition(":")
        if kind == "keep":
            self._session.answer("evidence.kept", toggled(self._session.record.evidence.kept, part))
            if self.isVisible():
                self.prose.show_text(self._words_of(self._link)[1])
        else:
            self._link = link
            self._open(*self._words_of(link))

    def tell(self, words: str) -> None:
        """Say something that the person needs to know, such as a damaged file that was set aside."""
        if words:
            self._open(_("Please note"), f"<p>{escape(words)}</p>")

    def tell_for_now(self, words: str) -> None:
        """Say something that is true until the next answer, such as what “Undo” would take back."""
        self.tell(words)
        self._is_passing = True

    def _outdate(self) -> None:
        if self._is_passing:
            self._is_passing = False
            self.hide()

    def _words_of(self, link: str) -> tuple[str, str]:
        return explanation(self._session.aid, self._session.record, self._session.today, link)

    def _open(self, title: str, html: str) -> None:
        self._is_passing = False
        self.open_with(title, html, self.window().height() * 3 // 5)
