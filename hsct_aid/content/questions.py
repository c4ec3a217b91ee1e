"""Whether every question fits the record: its answer has a place there, and every choice is legal in that place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from hsct_aid.content.problem import Finding
from hsct_aid.content.words import pieces
from hsct_aid.domain.aid import Aid, EntryForm, Field
from hsct_aid.domain.availability import CentreNote
from hsct_aid.domain.facts import Answer, Medicine, Relapse, Scan
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.visit import NextStep

ENTRIES: dict[str, Struct] = {
    "medicines": Medicine("x"), "relapses": Relapse("2026"), "scan": Scan(), "centres": CentreNote("x"),
    "next_steps": NextStep("x"),
}  # fmt: skip
"""What one entry of each list is in the record."""


def fit(aid: Aid) -> Iterator[Finding]:
    """Questions whose answer the record does not take."""
    for place, field in pieces(aid.sections, ("sections",)):
        if isinstance(field, Field):
            yield from (Finding(place, f"{field.id}: {sentence}") for sentence in _misfit(field, _in_record))
    for place, form in pieces(aid.library.entries, ("library", "entries")):
        if isinstance(form, EntryForm) and form.id in ENTRIES:
            put = partial(_in_entry, ENTRIES[form.id])
            yield from (Finding(place, f"{field.id}: {said}") for field in form.fields for said in _misfit(field, put))
        elif isinstance(form, EntryForm):
            yield Finding(place, f"the record has no list “{form.id}”")


def _in_record(field: Field, answer: Any) -> None:
    with_value(Record(), field.id, Answer(value=answer) if field.id.startswith("facts.") else answer)


def _in_entry(entry: Struct, field: Field, answer: Any) -> None:
    with_value(entry, field.id, answer)


def _misfit(field: Field, put: Callable[[Field, Any], None]) -> Iterator[str]:
    if field.kind == "choice" and not field.choices:
        yield "no choices are given"
    if field.unknown and not field.id.startswith("facts."):
        yield "only facts can be answered with “I don’t know”"
    for answer in _answers(field):
        try:
            put(field, answer)
        except msgspec.ValidationError as error:
            yield f"the record does not take a {field.kind} such as {answer!r:.40} there ({error})"


def _answers(field: Field) -> list[Any]:
    """Answers that a question of this kind can give, the longest text that it lets people write among them."""
    ids = [choice.id for choice in field.choices]
    match field.kind:
        case "choice":
            return ids
        case "choices":
            return [(), *((one,) for one in ids), tuple(ids[: field.limit or len(ids)])]
        case "line" | "text":
            return ["x" * (field.limit or 1)]
        case "date":
            return ["2026", "2026-03", "2026-03-14"]
        case "yes_no":
            kept_as_words = field.id.startswith(("availability.", "standing."))
            return ["yes", "no"] if kept_as_words else [True, False]
        case "medicines":
            return [(ENTRIES["medicines"],)]
        case "relapses":
            return [(ENTRIES["relapses"],)]
    return [{"number": 1, "year": 2000, "country": "SE", "scan": Scan()}[field.kind]]
