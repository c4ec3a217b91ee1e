"""What a person wrote about one fact, in plain words for the line beside a published criterion. Never a judgement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from hsct_aid.domain.dates import say
from hsct_aid.domain.facts import Facts, Medicine, Range, Relapse, Scan, relapses_within, years_since
from hsct_aid.domain.numbers import number

WINDOWS = (12, 24)
"""Months in which relapses are counted, as on the front page."""


def fact_name(key: str) -> str:
    """What the fact of that key is called, in small letters."""
    return {
        "ms_type": _("type of MS"),
        "birth_year": _("year of birth"),
        "first_symptom_year": _("year of the first symptom"),
        "diagnosis_year": _("year of diagnosis"),
        "edss": _("EDSS"),
        "walk_metres": _("how far you walk"),
        "walk_support": _("help with walking"),
        "relapses": _("relapses"),
        "mri": _("last MRI"),
        "csf_oligoclonal_bands": _("bands in the spinal fluid"),
        "medicines": _("MS medicines"),
        "pml": _("PML"),
    }[key]


def fact_words(key: str, facts: Facts, today: date) -> str:
    """The answer at ``key`` as a short phrase; "not known" and "not filled in" name the fact."""
    answer = getattr(facts, key)
    if answer is None:
        return _("{fact}: not filled in").format(fact=fact_name(key))
    if answer.unknown:
        return _("{fact}: not known").format(fact=fact_name(key))
    return _WORDS[key](answer.value, facts, today)


def ms_type_words(ms_type: str) -> str:
    """The name of a type of MS."""
    return {
        "rrms": _("relapsing-remitting MS"),
        "spms": _("secondary progressive MS"),
        "ppms": _("primary progressive MS"),
        "cis": _("clinically isolated syndrome"),
    }[ms_type]


def between(low: int, high: int) -> str:
    """ "44", "44 or 45" or "44 to 47"."""
    if low == high:
        return str(low)
    if high - low == 1:
        return _("{low} or {high}").format(low=low, high=high)
    return _("{low} to {high}").format(low=low, high=high)


def _since(phrase: Callable[[], str], full: Callable[[int], str]) -> Callable[[int, Facts, date], str]:
    def words(year: int, _facts: Facts, today: date) -> str:
        years = years_since(year, today)
        if years is None or years.high == 0:
            return phrase().format(year=year)
        return full(years.high).format(year=year, years=between(years.low, years.high))

    return words


def _walk_words(metres: int, facts: Facts, today: date) -> str:
    help_words = {
        "none": _("without help"),
        "one_side": _("with help on one side"),
        "two_sides": _("with help on both sides"),
    }
    support = facts.walk_support
    far = ngettext("{n} metre", "{n} metres", metres).format(n=metres)
    with_help = help_words[support.value] if support and support.value else fact_words("walk_support", facts, today)
    return _("{far}, {help}").format(far=far, help=with_help)


def _relapse_words(relapses: tuple[Relapse, ...], _facts: Facts, today: date) -> str:
    if not relapses:
        return _("no relapses")
    counts = [relapses_within(relapses, months, today) for months in WINDOWS]
    latest = max((relapse.when or "" for relapse in relapses), default="")
    return _("{relapses}, {latest} (last 12 months: {year}; last 24 months: {two_years})").format(
        relapses=ngettext("{n} relapse", "{n} relapses", len(relapses)).format(n=len(relapses)),
        latest=_("the last one {when}").format(when=say(latest)) if latest else _("dates not known"),
        year=_count(counts[0]),
        two_years=_count(counts[1]),
    )


def _count(count: Range) -> str:
    return between(count.low, count.high)


def _scan_words(scan: Scan, _facts: Facts, _today: date) -> str:
    contrast = {True: _("with contrast"), False: _("without contrast"), None: _("contrast not known")}
    return ", ".join((
        _("MRI of {when}").format(when=say(scan.date)) if scan.date else _("MRI, date not known"),
        contrast[scan.contrast],
        _lesions(scan.new_lesions, _("new lesions"), _("new lesions: {seen}")),
        _lesions(scan.enhancing, _("enhancing lesions"), _("enhancing lesions: {seen}")),
    ))  # fmt: skip


def _lesions(seen: bool | int | None, name: str, phrase: str) -> str:
    if seen is None:
        return _("{fact}: not known").format(fact=name)
    return phrase.format(seen={True: _("yes"), False: _("no")}[seen] if isinstance(seen, bool) else seen)


def _medicine_words(medicines: tuple[Medicine, ...], _facts: Facts, _today: date) -> str:
    if not medicines:
        return _("no MS medicines")
    in_time = sorted(medicines, key=lambda one: (one.start or "", one.stop or "", one.name, one.reason or ""))
    return "; ".join(_one_medicine(medicine) for medicine in in_time)


def _one_medicine(medicine: Medicine) -> str:
    reasons = {
        "not_working": _("stopped because it did not work well enough"),
        "side_effects": _("stopped because of side effects"),
        "risk": _("stopped because of a risk"),
        "pregnancy": _("stopped because of family plans"),
        "cost": _("stopped because of cost"),
        "still_taking": _("still taking it"),
        "other": _("stopped for another reason"),
    }
    span = (
        _("from {start}").format(start=say(medicine.start)) if medicine.start else "",
        _("until {stop}").format(stop=say(medicine.stop)) if medicine.stop else "",
        reasons[medicine.reason] if medicine.reason else "",
    )
    details = ", ".join(part for part in span if part)
    name = medicine.name or _("a medicine without a name")
    return f"{name} ({details})" if details else name


def _yes_no(yes: Callable[[], str], no: Callable[[], str]) -> Callable[[bool, Facts, date], str]:
    return lambda value, _facts, _today: yes() if value else no()


_WORDS: dict[str, Callable[[Any, Facts, date], str]] = {
    "ms_type": lambda value, _facts, _today: ms_type_words(value),
    "birth_year": _since(lambda: _("born {year}"), lambda _years: _("born {year} ({years})")),
    "first_symptom_year": _since(
        lambda: _("first symptom {year}"),
        lambda years: ngettext(
            "first symptom {year} ({years} year ago)", "first symptom {year} ({years} years ago)", years
        ),
    ),
    "diagnosis_year": _since(
        lambda: _("diagnosis {year}"),
        lambda years: ngettext("diagnosis {year} ({years} year ago)", "diagnosis {year} ({years} years ago)", years),
    ),
    "edss": lambda value, _facts, _today: _("EDSS {edss}").format(edss=number(value, ".1f")),
    "walk_metres": _walk_words,
    "relapses": _relapse_words,
    "mri": _scan_words,
    "csf_oligoclonal_bands": _yes_no(lambda: _("bands in the spinal fluid"), lambda: _("no bands in the spinal fluid")),
    "medicines": _medicine_words,
    "pml": _yes_no(lambda: _("PML"), lambda: _("no PML")),
}
