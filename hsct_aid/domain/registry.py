"""What a registry record says of a study, and whether it is a study of aHSCT for MS; if not, why not.

What is studied is taken from conditions and titles, what is done from titles and interventions. The longer texts only
settle what those leave open, since they also speak of treatments that the study does not give. In doubt it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from hsct_aid.domain import registry_words as words
from hsct_aid.domain.availability import Status, Trial
from hsct_aid.domain.dates import PartialDate, latest
from hsct_aid.domain.fresh_list import KINDS, Counted, FoundTrial, FreshList, Kind, LeftOut, Reason

_STATUS: Final[dict[str, Status]] = {
    "RECRUITING": "recruiting",
    "NOT_YET_RECRUITING": "not_yet",
    "ENROLLING_BY_INVITATION": "invitation",
    "AVAILABLE": "invitation",
    "ACTIVE_NOT_RECRUITING": "closed",
    "SUSPENDED": "closed",
    "TEMPORARILY_NOT_AVAILABLE": "closed",
    "NO_LONGER_AVAILABLE": "closed",
    "APPROVED_FOR_MARKETING": "finished",
    "COMPLETED": "finished",
    "TERMINATED": "stopped",
    "WITHDRAWN": "stopped",
}
"""The registry's words for a status and ours; any other is not known."""
_ORDER: Final = ("recruiting", "not_yet", "invitation", "closed", "unknown", "finished", "stopped")


class Study(Struct, frozen=True, gc=False):
    """One registry record, as far as it is used; names, phones and e-mails of contacts have no place in it.

    ``titles`` are the official title and the acronym, ``texts`` key words and descriptions: both only help to judge.
    ``status`` and ``kind`` are the registry's own words, such as RECRUITING. ``updated`` is the day of the last update,
    or else the day the record was last verified. ``version`` is the day of the registry's data, where the file says it.
    ``people`` and ages (in whole years) are numbers of the record; None where it does not say. With ``age_groups`` the
    ages are only those of its groups, such as adults.
    """

    number: str
    title: str
    status: str
    kind: str = ""
    titles: str = ""
    texts: str = ""
    conditions: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    phase: str = ""
    people: int | None = None
    counted: Counted = "not_said"
    youngest: int | None = None
    oldest: int | None = None
    age_groups: bool = False
    updated: PartialDate | None = None
    ends: PartialDate | None = None
    main_part_ends: PartialDate | None = None
    version: PartialDate | None = None


def why_left_out(study: Study, *, known: bool = False) -> Reason | None:
    """Why this is not a study of aHSCT for MS; None where it is one.

    A ``known`` study was judged by people: doubts that only its longer texts raise do not count.
    """
    named = f"{study.title}\n{study.titles}".lower()
    if not _is_for_ms(study, named):
        return "other_disease"
    done = words.transplants_done("\n".join((named, *study.interventions)).lower())
    if not any(word in done for word in words.CELLS):
        return "no_transplant"
    texts = study.texts.lower()
    alike = words.look_alike(done)
    if alike or words.CERTAIN.search(done):
        return alike or ("donor" if words.is_from_donor(f"{done}\n{texts}") else None)
    if not words.POSSIBLE.search(done):
        return "other_cells" if words.OTHER_CELLS.search(done) else "no_transplant"
    if not known and (alike := words.look_alike(texts, but="donor")):
        return alike
    if not (known or words.shows_conditioning(done, texts)):
        return "not_shown"
    return "donor" if words.is_from_donor(f"{done}\n{texts}") else None


def _is_for_ms(study: Study, named: str) -> bool:
    """Whether MS is what is studied: the conditions name it, or the titles do and not another disease with them; where
    they only name a group of diseases or "MS", the text has to spell it out."""
    conditions = [condition.lower() for condition in study.conditions]
    if any(map(words.MS.search, conditions)):
        return True
    is_other = bool(words.OTHER_DISEASE.search(named))
    if words.MS.search(named):
        return not (is_other and any(map(words.OTHER_DISEASE.search, conditions)))
    if is_other:
        return False
    is_wide = bool(conditions) and all(map(words.is_group, conditions))
    is_short = any(map(words.SHORT_MS.search, (named, *conditions)))
    return (is_wide or is_short) and bool(words.MS.search(words.affirmed(study.texts.lower())))


def sort_out(studies: Iterable[Study], shipped: Iterable[Trial], today: date) -> FreshList:
    """Sort studies into those of aHSCT for MS and the others.

    Of a study read twice, from several files, the newer record counts. What our own list holds was judged by people:
    doubts that only its longer texts raise do not count.
    """
    known = {number for trial in shipped for number in trial.numbers}
    newest: dict[str, Study] = {}
    for study in studies:
        other = newest.setdefault(study.number, study)
        if (study.updated or "") > (other.updated or ""):
            newest[study.number] = study
    found, left_out = [], []
    for study in newest.values():
        reason = why_left_out(study, known=study.number in known)
        if reason is None:
            found.append(_found(study))
        else:
            left_out.append(LeftOut(study.number, study.title, reason))
    found.sort(key=lambda one: (KINDS.index(one.kind), _ORDER.index(one.status), one.number))
    days = [day for study in newest.values() if (day := study.version or study.updated)]
    return FreshList(today, max(days, key=latest, default=None), tuple(found), tuple(left_out))


def _found(study: Study) -> FoundTrial:
    status = _STATUS.get(study.status, "unknown")
    kind: Kind = "trial"
    if study.kind == "OBSERVATIONAL":
        kind = "observational"
    elif study.kind == "EXPANDED_ACCESS" or status == "invitation":
        kind = "programme"
    began = study.status != "WITHDRAWN"  # such a record keeps the end that was planned
    return FoundTrial(
        study.number, study.title, kind, status, study.updated, study.countries, study.phase, study.people,
        study.counted, study.youngest, study.oldest, study.age_groups, study.ends if began else None,
        study.main_part_ends if began else None,
    )  # fmt: skip
