"""Reads in a fresh list of trials, shows it and notes trials from it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.availability import as_noted
from hsct_aid.domain.fresh_list import FoundTrial, FreshList, as_trial
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.column import put
from hsct_aid.ui.widgets.trial_import import TrialImport
from hsct_aid.ui.widgets.trial_list import TrialList

_TRIALS = "availability.trials"


class FreshTrials(QWidget):
    """Where a downloaded file goes in, and under it the list that was read last."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._list: TrialList | None = None
        self._import = TrialImport()
        self._import.arrived.connect(self._take)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.em(self, 0.6))
        self._rows.addWidget(self._import)
        self._show_list()

    def refresh(self) -> None:
        """Show which trials are noted in the record."""
        if self._list is not None:
            self._list.show_noted(frozenset(one.number for one in self._session.record.availability.trials))

    def _take(self, fresh: FreshList) -> None:
        problem = self._session.take_fresh(fresh)
        self._show_list()
        self._import.tell(problem or _("The file was read. What it holds stands below."))

    def _show_list(self) -> None:
        if self._list is not None:
            self._rows.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        fresh, session = self._session.fresh, self._session
        if fresh is not None:
            self._list = TrialList(fresh, session.aid.library.availability.trials, session.today)
            self._list.noted.connect(self._note)
            put(self._rows, self._list)
            self.refresh()

    def _note(self, trial: FoundTrial, wanted: bool) -> None:
        noted = tuple(one for one in self._session.record.availability.trials if one.number != trial.number)
        if wanted:
            noted = (*noted, as_noted(as_trial(trial)))
        self._session.answer(_TRIALS, noted)
        self.refresh()
