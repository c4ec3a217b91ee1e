"""Welcome: how current the aid is on the day it is opened."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say


def currency(aid: Aid, today: date) -> str:
    """How old the facts are, and to ask for a newer copy once they, or the trials among them, are past their date."""
    evidence = _("The evidence is of {day}.").format(day=say(aid.evidence_date))
    if today > aid.expires:
        return f"{evidence} " + _("That is too long ago: ask for a newer copy of this aid before you rely on it.")
    if today > aid.trials_expire:
        return f"{evidence} " + _("The list of trials is too old by now: ask for a newer copy of this aid.")
    return f"{evidence} " + _("Ask for a newer copy after {day}.").format(day=say(aid.expires))
