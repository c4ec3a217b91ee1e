"""How many relapses a person had in a time, and on a medicine: surely and possibly, since dates may be coarse."""

from __future__ import annotations

from datetime import date

from hsct_aid.domain.dates import earliest, latest, months_before
from hsct_aid.domain.facts import Facts, Medicine, Relapse, is_no_medicine, known
from hsct_aid.domain.truth import Bounds, Truth, all_of, any_of


def relapse_count(facts: Facts, months: int, today: date, *, on_dmt: bool = False) -> Bounds | None:
    """How many relapses fall in the last ``months``, surely and possibly; None where relapses are not known.

    What a person wrote has happened, so "this month" and "this year" end today. With ``on_dmt`` only those count
    that came while an MS medicine was taken.
    """
    relapses = known(facts.relapses)
    if relapses is None:
        return None
    since = months_before(today, months)
    sure = maybe = 0
    for relapse in relapses:
        counts = all_of((_is_since(relapse, since, today), _on_medicine(relapse, facts, today) if on_dmt else True))
        sure += counts is True
        maybe += counts is not False
    return Bounds(sure, maybe)


def _is_since(relapse: Relapse, since: date, today: date) -> Truth:
    if relapse.when is None:
        return None
    first = earliest(relapse.when)
    if first > today or latest(relapse.when) < since:
        return False
    return True if first >= since else None


def _on_medicine(relapse: Relapse, facts: Facts, today: date) -> Truth:
    """Whether an MS medicine was taken at that time: said with the relapse, else from the dates of the medicines."""
    said = relapse.on_medicine
    if isinstance(said, bool):
        return said
    if said and said.strip():
        return not is_no_medicine(said)
    medicines, when = known(facts.medicines), relapse.when
    if medicines is None or (when is None and medicines):
        return None
    return any_of(_covers(medicine, when, today) for medicine in medicines if when)


def _covers(medicine: Medicine, when: str, today: date) -> Truth:
    """Whether the medicine was taken at ``when``: begun by the first day of it, and not stopped before the last."""
    first = earliest(when)
    last = max(first, min(latest(when), today))
    start, stop = medicine.start, medicine.stop or medicine.last_dose
    begun: Truth = None
    if start is not None:
        begun = True if latest(start) <= first else False if earliest(start) > last else None
    ended: Truth = False
    if not medicine.is_taken:
        ended = None
        if stop is not None:
            ended = True if latest(stop) < first else False if earliest(stop) >= last else None
    return all_of((begun, None if ended is None else not ended))
