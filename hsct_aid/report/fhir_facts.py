"""The facts of a record as FHIR questions and answers: not answered, not known, or known with the day it was said."""

from __future__ import annotations

from gettext import gettext as _
from typing import Any, Final

from hsct_aid.domain.aid import Aid, Field
from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, Scan
from hsct_aid.domain.labels import field_of, no_words
from hsct_aid.report.fhir_items import UNKNOWN, Item, group, groups, question

KINDS: Final = {
    "ms_type": "choice",
    "type_said_by": "open-choice",
    "birth_year": "date",
    "first_symptom_year": "date",
    "diagnosis_year": "date",
    "edss": "decimal",
    "edss_date": "date",
    "walking": "choice",
    "walk_metres": "integer",
    "walk_support": "choice",
    "relapses": "group",
    "mri": "group",
    "csf_oligoclonal_bands": "boolean",
    "medicines": "group",
    "previous_ahsct": "boolean",
    "pml": "boolean",
    "illnesses": "open-choice",
    "infections": "open-choice",
    "allergies": "open-choice",
    "family_plans": "open-choice",
    "smoking": "open-choice",
    "vaccines": "open-choice",
    "country": "choice",
    "new_symptoms_4_weeks": "boolean",
    "new_symptoms_words": "open-choice",
}
"""The FHIR type of every fact. A year is a date that tells no more than the year."""
_LISTS: Final = ("illnesses", "infections")
_COUNTRIES: Final = "urn:iso:std:iso:3166"


def fact_items(aid: Aid, facts: Facts) -> list[Item]:
    """Every fact that the aid asks for, in the order of the record."""
    return [_fact(aid, name, kind, getattr(facts, name)) for name, kind in KINDS.items()]


def _fact(aid: Aid, name: str, kind: str, answer: Answer[Any] | None) -> Item:
    link, form = f"facts.{name}", field_of(aid, f"facts.{name}")
    label = form.label if form else ""
    if kind == "group":
        return _entries(aid, name, label, answer)
    many, options = name in _LISTS, _options(form)
    values = _values(answer)
    if many:
        options["none"] = no_words()[0]
        values = [one for value in values for one in (value or ("none",) if isinstance(value, tuple) else (value,))]
    if name == "country":
        values = [_country(aid, value) if isinstance(value, str) else value for value in values]
    if kind == "open-choice" and not options:
        kind = "string"
    return question(link, label, kind, values, options=options, many=many, inside=_day(link, answer))


def _values(answer: Answer[Any] | None) -> list[Any]:
    if answer is None:
        return []
    return [UNKNOWN if answer.unknown else answer.value]


def _day(link: str, answer: Answer[Any] | None) -> Item:
    return question(f"{link}.on", _("Written down on"), "date", [answer.on] if answer else ())


def _options(form: Field | None) -> dict[str, str]:
    return {choice.id: choice.label for choice in form.choices} if form else {}


def _country(aid: Aid, code: str) -> dict[str, Any]:
    names = {one.code: {"display": one.name} for one in aid.library.availability.countries}
    return {"valueCoding": {"system": _COUNTRIES, "code": code} | names.get(code, {})}


def _entries(aid: Aid, name: str, label: str, answer: Answer[Any] | None) -> Item:
    """A fact of several boxes: whether there is anything to tell, then each entry of the list."""
    link = f"facts.{name}"
    known = [UNKNOWN if value is UNKNOWN else value != () for value in _values(answer)]
    found = answer.value if answer and answer.value else ()
    entries = (found,) if isinstance(found, Scan) else found
    fields = aid.library.entries.get("scan" if name == "mri" else name)
    forms = {field.id: field for field in fields.fields} if fields else {}
    empty: dict[str, Medicine | Relapse | Scan] = {"medicines": Medicine(), "relapses": Relapse(), "mri": Scan()}
    blank = _boxes(forms, empty[name])
    filled = (_boxes(forms, entry) for entry in entries)
    whole = groups(f"{link}.entry", "", blank, filled, many=name != "mri")
    there = question(f"{link}.any", _("Something is known"), "boolean", known, inside=_day(link, answer))
    return group(link, label, [there, whole])


def _box(forms: dict[str, Field], path: str, kind: str, value: object) -> Item:
    form = forms.get(path.rpartition(".")[2])
    return question(f"facts.{path}", form.label if form else "", kind, [value], options=_options(form))


def _boxes(forms: dict[str, Field], entry: Medicine | Relapse | Scan) -> list[Item]:
    match entry:
        case Medicine():
            return _medicine(forms, entry)
        case Relapse():
            return _relapse(forms, entry)
        case Scan():
            return _scan(forms, entry)


def _medicine(forms: dict[str, Field], one: Medicine) -> list[Item]:
    return [
        _box(forms, "medicines.name", "string", one.name),
        _box(forms, "medicines.start", "date", one.start),
        _box(forms, "medicines.stop", "date", one.stop),
        _box(forms, "medicines.last_dose", "date", one.last_dose),
        _box(forms, "medicines.reason", "choice", one.reason),
    ]


def _relapse(forms: dict[str, Field], one: Relapse) -> list[Item]:
    on = {True: _("on a medicine"), False: _("on no medicine")}
    medicine = on[one.on_medicine] if isinstance(one.on_medicine, bool) else one.on_medicine
    recovered = {True: "fully", False: "not"}[one.recovered] if isinstance(one.recovered, bool) else one.recovered
    return [
        _box(forms, "relapses.when", "date", one.when),
        _box(forms, "relapses.on_medicine", "string", medicine),
        _box(forms, "relapses.recovered", "choice", recovered),
    ]


def _scan(forms: dict[str, Field], one: Scan) -> list[Item]:
    return [
        _box(forms, "mri.date", "date", one.date),
        _box(forms, "mri.contrast", "boolean", one.contrast),
        *_seen(forms, "mri.new_lesions", one.new_lesions),
        *_seen(forms, "mri.enhancing", one.enhancing),
    ]


def _seen(forms: dict[str, Field], path: str, seen: bool | int | None) -> tuple[Item, Item]:
    """Whether lesions were seen, and how many, where the person knows."""
    number = None if isinstance(seen, bool) else seen
    return (
        question(f"facts.{path}.seen", _("Any seen"), "boolean", [None if seen is None else bool(seen)]),
        _box(forms, path, "integer", number),
    )
