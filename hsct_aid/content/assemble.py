"""Puts the YAML files of one language together into an aid, and remembers the line where each piece stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from hsct_aid.content.problem import ContentError, Place, Problem
from hsct_aid.content.yaml_file import YamlFile, read_yaml
from hsct_aid.domain import aid as shapes
from hsct_aid.domain.aid import Aid, Kind, Library, Section, Step
from hsct_aid.domain.availability import Availability
from hsct_aid.domain.candidacy import MedicineName, Rule
from hsct_aid.domain.estimate import Outcome
from hsct_aid.domain.evidence import Claim, Conflict, MedicineEvidence, Option, Row
from hsct_aid.domain.process import PathStep
from hsct_aid.domain.questions import Prompt, SuggestionText
from hsct_aid.domain.quiz import QuizQuestion
from hsct_aid.domain.source import Source
from hsct_aid.domain.values import Concern, TradeOff

T = TypeVar("T")

BY_ID: dict[str, type[Struct]] = {
    "sources": Source, "outcomes": Outcome, "terms": shapes.Term, "nets": shapes.SafetyNet, "claims": Claim,
    "suggestions": SuggestionText, "entries": shapes.EntryForm,
}  # fmt: skip
"""Parts of the library that are looked up by id."""
IN_ORDER: dict[str, type[Struct]] = {
    "conflicts": Conflict, "medicines": MedicineEvidence, "medicine_names": MedicineName, "options": Option,
    "rows": Row, "path": PathStep, "rules": Rule, "concerns": Concern, "trade_offs": TradeOff,
    "quiz": QuizQuestion, "prompts": Prompt,
    "contacts": shapes.Contact, "standards": shapes.Standard,
}  # fmt: skip
FILES = {part: part for part in (*BY_ID, *IN_ORDER)} | {"terms": "glossary"}
"""The file of each part: ``outcomes`` stands in ``library/outcomes.yaml``, or in files ``library/outcomes-….yaml``."""


class _Order(Struct, frozen=True, forbid_unknown_fields=True):
    """One section in ``aid.yaml``: its kind and its steps in order."""

    kind: Kind
    steps: tuple[str, ...]


class _Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What ``aid.yaml`` holds."""

    language: str = ""
    title: str = ""
    purpose: str = ""
    decision: str = ""
    review: str = ""
    funding: str = ""
    evidence_date: date = date.max
    expires: date = date.max
    trials_expire: date = date.max
    sheet: tuple[str, ...] = ()
    sections: tuple[_Order, ...] = ()


class Draft(NamedTuple):
    """An aid as far as it could be read, the place of every piece in the files, and what is wrong with its form."""

    aid: Aid
    found_in: dict[Place, tuple[YamlFile, Place]]
    problems: list[Problem]

    def where(self, place: Place) -> str:
        """File and line of the piece of the aid at ``place``, or of the nearest piece around it."""
        for length in range(len(place), -1, -1):
            if place[:length] in self.found_in:
                file, at = self.found_in[place[:length]]
                return file.where((*at, *place[length:]))
        return ".".join(map(str, place)) or "aid.yaml line 1"


class _Reading(NamedTuple):
    """What is gathered while the files are read."""

    folder: Path
    found_in: dict[Place, tuple[YamlFile, Place]]
    problems: list[Problem]

    def read(self, name: str) -> YamlFile | None:
        """One file; a problem where it is missing or not YAML."""
        if not (self.folder / name).is_file():
            self.problems.append(Problem(name, "the file is missing"))
            return None
        try:
            return read_yaml(self.folder / name, name)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def convert(self, value: object, into: type[T], file: YamlFile, at: Place, to: Place) -> T | None:
        """``value``, found at ``at`` in the file and bound for ``to`` in the aid; a problem where it does not fit."""
        self.found_in[to] = (file, at)
        try:
            return msgspec.convert(value, into)
        except msgspec.ValidationError as error:
            sentence, _, path = str(error).partition(" - at `$")
            path = path.rstrip("`")
            where = file.where((*at, *_way(path)))
            self.problems.append(Problem(where, f"{sentence} (in {path[1:]})" if path else sentence))
            return None


def _way(path: str) -> Place:
    """The way that a path of msgspec such as ``.blocks[2].text`` names, up to the first key that it leaves out."""
    found: list[str | int] = []
    for name, number in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", path):
        if number == "...":
            break
        found.append(name or int(number))
    return tuple(found)


def draft(folder: Path) -> Draft:
    """Read every file below ``folder``; what is missing or wrong becomes a problem, and the rest is kept."""
    reading = _Reading(folder, {}, [])
    file = reading.read("aid.yaml")
    head = (reading.convert(file.value, _Head, file, (), ()) if file else None) or _Head()
    sections = tuple(filter(None, (_section(reading, order) for order in head.sections)))
    listed = {order.kind for order in head.sections}
    for path in sorted((folder / "sections").glob("*.yaml")):
        if path.stem not in listed:
            reading.problems.append(Problem(f"sections/{path.name}", "aid.yaml does not list this section"))
    fields = {name: getattr(head, name) for name in _Head.__struct_fields__ if name != "sections"}
    for name in (name for name, value in fields.items() if file and value in ("", date.max)):
        reading.problems.append(Problem(file.where() if file else "aid.yaml", f"“{name}” is missing"))
    return Draft(Aid(**fields, sections=sections, library=_library(reading)), reading.found_in, reading.problems)


def _section(reading: _Reading, order: _Order) -> Section | None:
    file = reading.read(f"sections/{order.kind}.yaml")
    value = file.value if file else None
    if file is None or not isinstance(value, dict) or not isinstance(value.get("steps"), list):
        return None if file is None else reading.convert(None, Section, file, (), ("sections", order.kind))
    found: dict[str, Step] = {}
    for number, raw in enumerate(value["steps"]):
        step_id = raw.get("id") if isinstance(raw, dict) else None
        place: Place = ("sections", order.kind, "steps", order.steps.index(step_id) if step_id in order.steps else -1)
        step = reading.convert(_with_paragraphs(raw), Step, file, ("steps", number), place)
        if step and step.id not in order.steps:
            reading.problems.append(Problem(file.where(("steps", number)), f"aid.yaml does not list “{step.id}”"))
        if step and step.id in found:
            reading.problems.append(Problem(file.where(("steps", number)), f"the id “{step.id}” is used twice"))
        if step:
            found[step.id] = step
    missing = [step for step in order.steps if step not in found]
    reading.problems.extend(Problem(file.where(), f"the step “{step}” of aid.yaml is missing") for step in missing)
    whole = reading.convert({"kind": order.kind, **value, "steps": []}, Section, file, (), ("sections", order.kind))
    steps = tuple(found[step] for step in order.steps if step in found)
    return msgspec.structs.replace(whole, steps=steps) if whole else None


def _with_paragraphs(step: Any) -> Any:
    """A block that is a plain text is a paragraph."""
    if not isinstance(step, dict) or not isinstance(step.get("blocks"), list):
        return step
    blocks = [{"type": "paragraph", "text": one} if isinstance(one, str) else one for one in step["blocks"]]
    return {**step, "blocks": blocks}


def _library(reading: _Reading) -> Library:
    parts: dict[str, Any] = {}
    for part, into in BY_ID.items():
        parts[part] = {item.id: item for item in _items(reading, part, into)}  # type: ignore[attr-defined]
    for part, into in IN_ORDER.items():
        parts[part] = tuple(_items(reading, part, into))
    known = {*FILES.values(), "availability"}
    for path in sorted((reading.folder / "library").glob("*.yaml")):
        if path.stem.partition("-")[0] not in known:
            reading.problems.append(Problem(f"library/{path.name}", "no part of the library has this name"))
    return Library(**parts, availability=_availability(reading))


def _items(reading: _Reading, part: str, into: type[T]) -> Iterator[T]:
    """The items of one part from all its files; an id that is used twice is a problem."""
    paths = sorted((reading.folder / "library").glob(f"{FILES[part]}*.yaml"))
    names = [f"library/{path.name}" for path in paths if path.stem.partition("-")[0] == FILES[part]]
    seen: dict[str, str] = {}
    kept = 0
    for file in filter(None, map(reading.read, names or [f"library/{FILES[part]}.yaml"])):
        if not isinstance(file.value, list):
            reading.problems.append(Problem(file.where(), "a list is expected here"))
            continue
        for number, raw in enumerate(file.value):
            key = raw.get("id", "") if isinstance(raw, dict) else ""
            if key and key in seen:
                reading.problems.append(Problem(file.where((number,)), f"“{key}” is used twice, first in {seen[key]}"))
                continue
            item = reading.convert(raw, into, file, (number,), ("library", part, key if part in BY_ID else kept))
            if item is not None:
                seen[key] = file.where((number,))
                kept += 1
                yield item


def _availability(reading: _Reading) -> Availability:
    file = reading.read("library/availability.yaml")
    found = reading.convert(file.value, Availability, file, (), ("library", "availability")) if file else None
    return found or Availability(date.max, (), (), (), (), (), (), (), ())
