"""A fresh list of trials: what was found and left out, what changed, and the trials narrowed as the person likes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.availability import Trial, status_name
from hsct_aid.domain.fresh_list import FoundTrial, FreshList, as_trial, matches
from hsct_aid.report.fresh_list import Part, change_parts, credit, in_short, kind_name, left_out_parts
from hsct_aid.ui import places, theme
from hsct_aid.ui.escape import escape
from hsct_aid.ui.widgets.access import say
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.found_trials import FoundTrials
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.pick import Pick
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.rich_text import listed
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import OneLine, label_of

_NOTE = "note"


class TrialList(QWidget):
    """One FreshList. ``noted`` carries a FoundTrial and whether the person wants to ask about it."""

    noted = Signal(object, bool)

    def __init__(self, fresh: FreshList, shipped: Sequence[Trial], today: date) -> None:
        super().__init__()
        self._fresh, self._today = fresh, today
        self._numbers: frozenset[str] = frozenset()
        self._trial: FoundTrial | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)
        self._rows.addWidget(Prose(_paragraphs(in_short(fresh), credit(fresh)), _("What was read")))
        for key, name, parts in (
            ("changes", _("What changed since the list in this aid"), change_parts(fresh, shipped)),
            ("left_out", _("What was left out, and why"), left_out_parts(fresh)),
        ):
            if parts:
                self._rows.addWidget(Fold(name, "", partial(_shown, parts, name), key=f"trials.{key}"))
        if fresh.found:
            self._build_filters()
            self._build_list()
            QTimer.singleShot(0, self, self._narrow)  # thousands of rows come after the rest is seen

    def show_noted(self, numbers: frozenset[str]) -> None:
        """Show which trials the person has noted."""
        self._numbers = numbers
        self._show_note()

    def _build_filters(self) -> None:
        everywhere, any_status = _("Every country"), _("Every status")
        countries = sorted({country for one in self._fresh.found for country in one.countries})
        statuses = dict.fromkeys(one.status for one in self._fresh.found)
        self._words = OneLine(_("Words in the title, the number or the country"), key="trials.words", limit=100)
        self._age = OneLine(_("Age"), key="trials.age", limit=3, width=6)
        self._country = Pick(_("Country"), [Choice("", everywhere), *(Choice(name, name) for name in countries)],
                             key="trials.country")  # fmt: skip
        self._status = Pick(_("Status"), [Choice("", any_status), *(Choice(one, status_name(one)) for one in statuses)],
                            key="trials.status")  # fmt: skip
        for box in (self._words, self._age):
            self._rows.addWidget(label_of(box))
            self._rows.addWidget(box)
            self._rows.addWidget(Room(box))
            box.typed.connect(self._narrow)
        self._rows.addWidget(hint(_("Ages are those the record says. Only the trial’s team can say who may join.")))
        for pick in (self._country, self._status):
            self._rows.addWidget(pick)
            pick.currentIndexChanged.connect(self._narrow)

    def _build_list(self) -> None:
        self._count = Wrapped()
        self._list = FoundTrials(self._today)
        self._list.chosen.connect(self._show)
        self._details = Framed("", _("The trial you are at"))
        self._box = ManyOf([Choice(_NOTE, _("Note this trial, to ask about it"))], key="trials.note")
        self._box.picked.connect(self._note)
        self._details.add(self._box)
        for widget in (self._count, self._list, self._details):
            self._rows.addWidget(widget)
        self._details.hide()

    def _narrow(self) -> None:
        age = self._age.text().strip()
        years = int(age) if age.isdecimal() else None
        words, country, status = self._words.text(), self._country.chosen, self._status.chosen
        rows = [
            one for one in self._fresh.found if matches(one, words=words, country=country, status=status, age=years)
        ]
        self._list.show_trials(rows)
        count = _("{n} of {count} are shown.").format(n=len(rows), count=len(self._fresh.found))
        if count != self._count.text():
            self._count.setText(count)
            self._count.setAccessibleName(count)
            say(self._count)

    def _show(self, trial: FoundTrial | None) -> None:
        self._trial = trial
        self._details.setVisible(trial is not None)
        if trial is not None:
            kind = "" if trial.kind == "trial" else f"<p>{kind_name(trial.kind)}</p>"
            phase = f"<p><b>{_('Phase')}:</b> {escape(trial.phase)}</p>" if trial.phase else ""
            heading = f"<p><b>{escape(trial.title)}</b></p>{kind}{phase}"
            self._details.prose.show_text(heading + places.trial(as_trial(trial), self._today))
            self._show_note()

    def _show_note(self) -> None:
        if self._trial is not None:
            self._box.show_choices((_NOTE,) if self._trial.number in self._numbers else ())

    def _note(self, chosen: tuple[str, ...]) -> None:
        self.noted.emit(self._trial, bool(chosen))


def _shown(parts: Sequence[Part], name: str) -> QWidget:
    lists = "".join(f"<p><b>{escape(part.heading)}</b></p>{listed(map(escape, part.lines))}" for part in parts)
    return Framed(lists, name)


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
