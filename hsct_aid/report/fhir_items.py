"""A question of a FHIR questionnaire together with what was answered to it, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from hsct_aid.report.clean import tidy

CODES: Final = "urn:hsct-aid:codes"
"""The code system of the aid's own answers: a name, not an address."""
UNKNOWN: Final = {
    "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "asked-unknown"},
    ]
}
"""The answer "I don't know", as FHIR says it; a question left empty has no answer."""
_YEAR_MONTH: Final = 7
"""Characters of a year and a month."""

Data = dict[str, Any]


class Item(NamedTuple):
    """A question as it is put, and the answers to it: none where it was left empty."""

    asked: Data
    answered: tuple[Data, ...] = ()


def question(  # noqa: PLR0913  # what FHIR tells of a question
    link: str,
    text: str,
    kind: str,
    values: Iterable[object] = (),
    *,
    options: Mapping[str, str] | None = None,
    many: bool = False,
    inside: Item | None = None,
) -> Item:
    """A question of FHIR type ``kind``; ``options`` are codes with their words, ``inside`` a question on the answer."""
    asked: Data = _head(link, text) | {"type": kind}
    if many:
        asked["repeats"] = True
    if options:
        asked["answerOption"] = [{"valueCoding": coding(link, code, options)} for code in options]
    answers = [answer for value in values if (answer := _answer(link, kind, value, options or {}))]
    if inside is not None:
        asked["item"] = [inside.asked]
        if answers and inside.answered:
            answers[0] = answers[0] | {"item": [*inside.answered]}
    return Item(asked, (_head(link, text) | {"answer": answers},) if answers else ())


def group(link: str, text: str, items: Sequence[Item]) -> Item:
    """Questions under one heading."""
    return groups(link, text, items, [items], many=False)


def groups(link: str, text: str, blank: Sequence[Item], filled: Iterable[Sequence[Item]], *, many: bool = True) -> Item:
    """Questions that are put once for each entry of a list; ``blank`` are the questions without answers."""
    asked: Data = _head(link, text) | {"type": "group"} | ({"repeats": True} if many else {})
    asked["item"] = [item.asked for item in blank]
    inside = ([answer for item in items for answer in item.answered] for items in filled)
    return Item(asked, tuple(_head(link, text) | {"item": answers} for answers in inside if answers))


def coding(link: str, code: str, options: Mapping[str, str]) -> Data:
    """An answer by its code; the code names its question, so that it means one thing only."""
    known = {"system": CODES, "code": f"{link}.{code}"}
    return known | {"display": options[code]} if code in options else known


def partial_date(when: str) -> str:
    """``when`` as FHIR writes it, which is the same but for a day that no month has: then the month is told."""
    try:
        date.fromisoformat(f"{when}-01-01"[: len("2026-01-01")])
    except ValueError:
        return when[:_YEAR_MONTH]
    return when


def _head(link: str, text: str) -> Data:
    return {"linkId": link} | ({"text": text} if text else {})


def _answer(link: str, kind: str, value: object, options: Mapping[str, str]) -> Data | None:
    """One answer; None where nothing was said. A ready answer stays as it is."""
    if value is None or isinstance(value, dict):
        return value
    if kind == "choice" or (kind == "open-choice" and value in options):
        return {"valueCoding": coding(link, str(value), options)}
    if kind == "date":
        return {"valueDate": partial_date(str(value))} if value else None
    if isinstance(value, str):
        words = tidy(value).strip()
        return {"valueString": words} if words else None
    return {f"value{kind.capitalize()}": value}
