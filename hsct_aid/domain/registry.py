"""What a registry record says of a study, and whether it is a study of aHSCT for MS; if not, why not.

What is studied is taken from conditions and titles, what is done from titles and interventions. The longer texts only
settle what those leave open, since they also speak of treatments that the study does not give. In doubt it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

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


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_MS: Final = _any(r"multiple sclerosis", r"\b(?:rr|sp|pp|pr|r)ms\b", r"(?:relapsing|progressive|remitting)\W{1,3}ms\b")
_GROUPS: Final = _any(r"auto-?immun", r"immune (?:system )?dis", r"demyelinat", r"nervous system", r"neurologic")
"""Conditions that may hold MS among others: then the text must name it."""

_CELLS: Final = (
    "cell",
    "marrow",
    "transpl",
    "graft",
    "hsct",
    "hct",
    "sct",
    "bmt",
    "msc",
    "strom",
    "exosom",
    "vesic",
    "svf",
)
"""A record without any of these gives no cells at all."""
_BLOOD: Final = r"\bha?em(?:at)?[oa]po?[ieï]+tic"
_PUT_BACK: Final = r"(?:auto)?(?:transpl|graft|rescue|engraft)"
_CERTAIN: Final = _any(
    rf"{_BLOOD}[\w\s/(),+-]{{0,40}}?{_PUT_BACK}", r"\b(?:a|auto-?)?hsct\b", r"\bauto(?:logous |-)?hct\b", r"\bahct\b"
)  # fmt: skip
"""A transplant of blood-forming stem cells in so many words."""
_POSSIBLE: Final = _any(
    rf"{_BLOOD}[\w\s-]{{0,30}}cells?", r"stem[\s-]cells?[\w\s-]{0,20}(?:transpl|therap|rescue|graft)", r"\bp?bsct\b",
    rf"marrow[\w\s-]{{0,30}}{_PUT_BACK}", rf"blood[\w\s-]{{0,20}}cells?[\w\s-]{{0,20}}{_PUT_BACK}", r"\basct\b",
    r"\bbmt\b", r"autologous[\w\s+-]{0,30}stem[\s-]cells?", r"autologous (?:cell )?transpl",
)  # fmt: skip
"""May be aHSCT, or cells given without conditioning: what else is given tells."""
_CONDITIONING: Final = _any(
    r"conditioning (?:regimen|protocol|chemo|treatment|with)", r"immun(?:o|e)[\s-]?ablat", r"myelo-?ablat",
    r"cyclophosphamide", r"cytoxan", r"anti-?thymocyte", r"\br?atg\b", r"thymoglobulin", r"\bbeam\b", r"carmustine",
    r"\bbcnu\b", r"melphalan", r"busulfan", r"total[\s-]body irradiation", r"high[\s-]dose (?:chemo|immunosuppress)",
)  # fmt: skip
_OWN: Final = _any(r"autolog", r"\bahsct\b", r"\bauto-?h?s?ct\b", r"\bown (?:\w+ )?(?:stem|blood|marrow)", r"syngen")
_LOOK_ALIKES: Final[dict[Reason, re.Pattern[str]]] = {
    "exosome": _any(r"exosom", r"extracellular vesicle"),
    "cord": _any(r"umbilical", r"cord[\s-](?:blood|tissue|derived)", r"placent", r"amnio", r"wharton", r"\bh?uc-"),
    "adipose": _any(r"adipose", r"vascular fraction", r"\bc?svf\b", r"admscs?\b", r"\bfat[\s-]derived"),
    "mesenchymal": _any(r"mesenchym", r"stromal", r"mscs?\b", r"\bmapc"),
    "neural": _any(r"neur(?:al|onal)[\w\s-]{0,20}(?:stem|progenitor|precursor)", r"\bh?nscs?\b", r"pluripotent",
                   r"embryonic", r"f[eo]+tal", r"oligodendrocyte p"),
    "donor": _any(r"\ballo-?(?:gen|h?sct|hct|transpl|bmt)", r"\bdonor", r"haplo-?identical", r"matched sibling"),
    "marrow": _any(r"marrow[\s-]derived", r"mono\s?nuclear stem", r"\bbm-?mncs?\b", r"\bbmm?ncs?\b", r"marrow cells",
                   r"marrow[\w\s-]{0,20}mono\s?nuclear", r"infusion of (?:autologous )?(?:bone )?marrow",
                   r"intra(?:thecal|nasal|ventricular|spinal)[\w\s,-]{0,60}\bcells?"),
}  # fmt: skip
_OTHER_CELLS: Final = _any(
    r"stem[\s-]cell", r"\bu?car[\s-]?(?:t|nk)", r"chimeric antigen", r"cell[\s-](?:based )?(?:therap|vaccin)",
    r"autologous[\w\s-]{0,40}(?:cells|lymphocytes|fibroblasts)", r"transpl", r"\btregs?\b",
)  # fmt: skip
_GUT: Final = _any(
    r"allogen\w*\s+(?:fa?ecal|gut|intestinal)", r"(?:fa?ecal|stool|gut)\s+(?:microb\w+\s+)?(?:transpl|donor)\w*",
    r"donor stool",
)  # fmt: skip
"""Bacteria of a donor's gut: no transplant of cells, and no reason against a study of people who have aHSCT."""


def why_left_out(study: Study, *, known: bool = False) -> Reason | None:
    """Why this is not a study of aHSCT for MS; None where it is one.

    A ``known`` study was judged by people: doubts that only its longer texts raise do not count.
    """
    named = f"{study.title}\n{study.titles}".lower()
    if not _is_for_ms(study, named):
        return "other_disease"
    done = _GUT.sub(" ", "\n".join((named, *study.interventions)).lower())
    if not any(word in done for word in _CELLS):
        return "no_transplant"
    texts = study.texts.lower()
    alike = _look_alike(done)
    if alike or _CERTAIN.search(done):
        return alike or ("donor" if _is_from_donor(f"{done}\n{texts}") else None)
    if not _POSSIBLE.search(done):
        return "other_cells" if _OTHER_CELLS.search(done) else "no_transplant"
    both = f"{done}\n{texts}"
    if not known and (alike := _look_alike(texts, but="donor")):
        return alike
    if not (known or _CONDITIONING.search(both) or _CERTAIN.search(texts)):
        return "not_shown"
    return "donor" if _is_from_donor(both) else None


def _is_for_ms(study: Study, named: str) -> bool:
    conditions = "\n".join(study.conditions).lower()
    if _MS.search(conditions) or _MS.search(named):
        return True
    return bool(_GROUPS.search(conditions) and _MS.search(study.texts.lower()))


def _look_alike(text: str, *, but: Reason | None = None) -> Reason | None:
    return next((reason for reason, like in _LOOK_ALIKES.items() if reason != but and like.search(text)), None)


def _is_from_donor(text: str) -> bool:
    return bool(_LOOK_ALIKES["donor"].search(text)) and not _OWN.search(text)


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
