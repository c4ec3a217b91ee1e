"""Block 4 of the front page: the facts a referral turns on, in short clinical words; "not known" in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import Any, Final

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import MedicineName
from hsct_aid.domain.dates import say
from hsct_aid.domain.fact_words import between, ms_type_words
from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, Scan, is_no_medicine, known, relapses_within
from hsct_aid.domain.labels import answer_words, choice_words, no_words
from hsct_aid.domain.numbers import number
from hsct_aid.domain.paper import Entry

LASTING: Final = ("alemtuzumab", "cladribine", "mitoxantrone", "cyclophosphamide")
"""Medicines whose effect outlasts them: named on the front however long ago they were taken."""
EARLIER_SHOWN: Final = 4


def not_known() -> str:
    """What is printed, in full, where a fact is not answered or not known."""
    return _("not known")


def page_facts(aid: Aid, facts: Facts, today: date) -> tuple[Entry, ...]:
    """The lines of block 4 with their limits, in the order a neurologist asks."""
    earlier = earlier_medicines(aid, facts)
    shown = (
        earlier[:EARLIER_SHOWN] if earlier else (not_known() if known(facts.medicines) is None else _("none named"),)
    )
    return (
        Entry(_("Type"), _type(aid, facts), ref="type", limit=45),
        Entry(_("Onset"), _years(facts), ref="years", limit=30),
        Entry(_("EDSS"), _edss(facts), ref="edss", limit=50),
        Entry(
            _("Relapses"),
            _if_known(facts.relapses, lambda found: relapse_words(found, today)),
            ref="relapses",
            limit=80,
        ),
        Entry(_("Last MRI"), _if_known(facts.mri, _scan), ref="mri", limit=60),
        Entry(_("Now on"), _if_known(facts.medicines, _now), ref="now", limit=60),
        *(Entry("" if place else _("Earlier"), text, ref="earlier", limit=55) for place, text in enumerate(shown)),
        Entry(_("Ever had"), _lasting(aid, facts), ref="lasting", limit=70),
        Entry(_("Health"), _health(aid, facts), ref="health", limit=90),
        Entry(_("Family"), answer_words(aid, "facts.family_plans", facts.family_plans), ref="family", limit=40),
    )


def earlier_medicines(aid: Aid, facts: Facts) -> tuple[str, ...]:
    """Medicines no longer taken: the stronger ones first, then the latest."""
    past = [one for one in known(facts.medicines) or () if not one.is_taken]
    past.sort(key=lambda one: one.stop or one.start or "", reverse=True)
    past.sort(key=lambda one: _is_milder(aid, one.name))
    return tuple(_earlier(one) for one in past)


def relapse_words(relapses: tuple[Relapse, ...], today: date) -> str:
    """How many in one and two years, and the last one: when, on which medicine, recovered or not."""
    if not relapses:
        return _("none")
    year, two_years = (relapses_within(relapses, months, today) for months in (12, 24))
    counts = _("{year} in 12, {two_years} in 24 months").format(
        year=between(year.low, year.high), two_years=between(two_years.low, two_years.high)
    )
    last = max(relapses, key=lambda relapse: relapse.when or "")
    when = " ".join(
        part for part in (_("last {when}").format(when=say(last.when) or not_known()), on_words(last)) if part
    )
    return f"{counts}; {', '.join(part for part in (when, recovered_words(last)) if part)}"


def on_words(relapse: Relapse) -> str:
    """On which medicine a relapse came."""
    if isinstance(relapse.on_medicine, str):
        name = relapse.on_medicine.strip()
        # "none" is what the form asks for in words where no medicine was taken.
        if is_no_medicine(name):
            return _("on no medicine")
        return _("on {medicine}").format(medicine=name) if name else ""
    return {True: _("on a medicine"), False: _("on no medicine"), None: ""}[relapse.on_medicine]


def recovered_words(relapse: Relapse) -> str:
    """Whether a relapse went away again."""
    words = {"fully": _("recovered"), "partly": _("partly recovered"), "not": _("not recovered")}
    if isinstance(relapse.recovered, str):
        return words[relapse.recovered]
    return {True: words["fully"], False: words["not"], None: ""}[relapse.recovered]


def reason_words(medicine: Medicine) -> str:
    """Why a medicine was stopped."""
    return {
        "not_working": _("did not work"),
        "side_effects": _("side effects"),
        "risk": _("a risk"),
        "pregnancy": _("family plans"),
        "cost": _("cost"),
        "still_taking": _("still taking it"),
        "other": _("another reason"),
        None: _("why: not known"),
    }[medicine.reason]


def seen_words(seen: bool | int | None) -> str:
    """A number of lesions, or only whether there were any."""
    if isinstance(seen, bool):
        return _("yes") if seen else _("none")
    return not_known() if seen is None else str(seen) if seen else _("none")


def _if_known(answer: Answer[Any] | None, words: Callable[[Any], str]) -> str:
    value = known(answer)
    return not_known() if value is None else words(value)


def _type(aid: Aid, facts: Facts) -> str:
    words = _if_known(facts.ms_type, ms_type_words)
    said = known(facts.type_said_by)
    by = choice_words(aid, "facts.type_said_by", said) if said else ""
    return _("{type}, says {whom}").format(type=words, whom=by) if by else words


def _years(facts: Facts) -> str:
    first, diagnosed = (_if_known(answer, str) for answer in (facts.first_symptom_year, facts.diagnosis_year))
    if first == diagnosed == not_known():
        return first
    return _("{first}; diagnosis {diagnosed}").format(first=first, diagnosed=diagnosed)


def _edss(facts: Facts) -> str:
    edss, when = known(facts.edss), known(facts.edss_date)
    score = not_known() if edss is None else number(edss, ".1f")
    score = f"{score} ({say(when[:7])})" if edss is not None and when else score
    return "; ".join(part for part in (score, walking_words(facts)) if part)


def walking_words(facts: Facts) -> str:
    """How the person walks, and how far; empty where neither is known."""
    walking, metres = known(facts.walking), known(facts.walk_metres)
    words = {
        "free": _("walks freely"),
        "limited": _("walks unaided, not far"),
        "one_aid": _("walks with one aid"),
        "two_aids": _("walks with two aids"),
        "wheelchair": _("uses a wheelchair"),
        None: "",
    }[walking]
    if metres is None:
        return words
    far = _("{n} m").format(n=metres)
    return (
        _("walks unaided, {far}").format(far=far)
        if walking in ("free", "limited")
        else ", ".join(filter(None, (words, far)))
    )


def _scan(scan: Scan) -> str:
    contrast = {True: _("with contrast"), False: _("without contrast"), None: ""}[scan.contrast]
    when = ", ".join(part for part in (say(scan.date) or _("date not known"), contrast) if part)
    parts = ((_("contrast"), scan.contrast), (_("new"), scan.new_lesions), (_("enhancing"), scan.enhancing))
    found = [f"{name} {seen_words(seen)}" for name, seen in parts[1:] if seen is not None]
    missing = ", ".join(name for name, seen in parts if seen is None)
    return "; ".join([when, *found, *([f"{missing} {not_known()}"] if missing else [])])


def _now(medicines: tuple[Medicine, ...]) -> str:
    taken = [one for one in medicines if one.is_taken]
    if taken:
        return "; ".join(_taking(one) for one in taken)
    stopped = max((one.stop or one.last_dose or "" for one in medicines), default="")
    return _("nothing since {when}").format(when=say(stopped)) if stopped else _("nothing")


def _taking(medicine: Medicine) -> str:
    since = _("{medicine} since {when}").format(
        medicine=medicine.name or not_known(), when=say(medicine.start) or not_known()
    )
    dose = say(medicine.last_dose)
    return _("{since}, last dose {when}").format(since=since, when=dose) if dose else since


def _earlier(medicine: Medicine) -> str:
    years = "–".join(dict.fromkeys(day[:4] for day in (medicine.start, medicine.stop) if day))
    return f"{medicine.name or not_known()} {years or _('(years not known)')}: {reason_words(medicine)}"


def _lasting(aid: Aid, facts: Facts) -> str:
    had, medicines = known(facts.previous_ahsct), known(facts.medicines)
    named = [
        f"{generic} {(one.start or one.stop or '')[:4]}".rstrip()
        for one in medicines or ()
        if (generic := _generic(aid, one.name)) in LASTING
    ]
    if had is False and medicines is not None and not named:
        return _("no aHSCT, alemtuzumab, cladribine, mitoxantrone, cyclophosphamide")
    transplant = {True: _("aHSCT: yes"), False: _("aHSCT: no"), None: _("aHSCT: not known")}[had]
    if medicines is None:
        return not_known() if had is None else f"{transplant}; {_('alemtuzumab and the like: not known')}"
    return "; ".join((transplant, *(named or [_("alemtuzumab and the like: none named")])))


def _generic(aid: Aid, name: str) -> str:
    found = _medicine(aid, name)
    return found.id if found else next((one for one in LASTING if one in name.casefold()), "")


def _is_milder(aid: Aid, name: str) -> bool:
    found = _medicine(aid, name)
    return found is not None and found.high_efficacy == "no"


def _medicine(aid: Aid, name: str) -> MedicineName | None:
    said = name.casefold()
    for one in aid.library.medicine_names:
        if any(called.casefold() in said for called in (one.generic, *one.brands)):
            return one
    return None


def _health(aid: Aid, facts: Facts) -> str:
    asked = (
        (_("illnesses"), "facts.illnesses", facts.illnesses),
        (_("allergies"), "facts.allergies", facts.allergies),
        (_("infections"), "facts.infections", facts.infections),
    )
    said = [(name, answer_words(aid, path, answer)) for name, path, answer in asked]
    had = [_("PML: yes")] if known(facts.pml) else []
    # "Heart" needs no name before it, "none" does.
    known_parts = [
        words if path == "facts.illnesses" and words not in no_words() else f"{name}: {words}"
        for (name, path, _answer), (_name, words) in zip(asked, said, strict=True)
        if words != not_known()
    ]
    missing = ", ".join(name for name, words in said if words == not_known())
    if not known_parts and not had:
        return not_known()
    return "; ".join((*had, *known_parts, *([f"{missing} {not_known()}"] if missing else [])))
