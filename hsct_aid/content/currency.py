"""Whether the content is still current on a given day, and its dates agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsct_aid.content.problem import Finding
from hsct_aid.content.words import pieces
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import months_before

EVIDENCE_MONTHS = 12
TRIALS_MONTHS = 6


def overdue(aid: Aid, today: date) -> Iterator[Finding]:
    """Facts that were last gone over too long ago, or later than today; an aid past its own date."""
    for place, piece in pieces(aid.library, ("library",)):
        checked = getattr(piece, "checked", None)
        months = TRIALS_MONTHS if place == ("library", "availability") else EVIDENCE_MONTHS
        if checked is None or checked == date.max:
            continue
        if checked < months_before(today, months):
            yield Finding(place, f"last checked on {checked}, more than {months} months ago")
        elif checked > today:
            yield Finding(place, f"checked on {checked}, which is still to come")
    for name in ("expires", "trials_expire"):
        if getattr(aid, name) < today:
            yield Finding((name,), f"the content expired on {getattr(aid, name)}")


def promises(aid: Aid) -> Iterator[Finding]:
    """Days of expiry that lie further ahead than is promised."""
    checked = {
        "expires": (aid.evidence_date, EVIDENCE_MONTHS),
        "trials_expire": (aid.library.availability.checked, TRIALS_MONTHS),
    }
    for name, (since, months) in checked.items():
        expires = getattr(aid, name)
        if date.max not in (since, expires) and since < months_before(expires, months):
            yield Finding((name,), f"{expires} is more than {months} months after {since}")
