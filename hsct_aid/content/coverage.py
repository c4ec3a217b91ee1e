"""Which entries of the evidence data the content shows, and which it leaves out with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hsct_aid.content.words import pieces
from hsct_aid.domain.aid import Aid, Library
from hsct_aid.domain.availability import Availability

_OUTCOMES = ("outcomes",)
SHELVES: dict[str, tuple[str, ...]] = {
    "sources": ("sources",), "findings": _OUTCOMES, "harms": _OUTCOMES, "process_steps": ("path", "outcomes"),
    "candidacy_rules": ("rules",), "alternatives": ("medicines", "outcomes"), "myths": ("claims",),
    "conflicts": ("conflicts",), "do_not_show": (), "medicines": ("medicine_names",),
    "safety_nets": ("nets",), "patient_outcomes": _OUTCOMES, "lived_experience": _OUTCOMES, "to_confirm": (),
    "trials": ("trials",), "not_ahsct_lookalikes": (), "access_by_country": ("countries",), "costs": ("costs",),
    "practicalities": ("practical",), "centre_experience_evidence": ("experience",),
    "accreditation_bodies": ("accreditation",), "red_flags": ("warning_signs",),
    "centre_questions": ("centre_questions",), "missing": (),
}  # fmt: skip
"""Group of the evidence data → parts of the library where its entries are shown under the same id."""


def entries(groups: Mapping[str, Any]) -> list[str]:
    """Every entry of evidence data as "group id", in the order of the file."""
    return [f"{group} {one}" for group in SHELVES if group in groups for one in _ids(groups[group])]


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def shown(library: Library) -> dict[str, set[str]]:
    """The ids in each part of the library and of its availability."""
    parts = {part: getattr(library, part) for part in library.__struct_fields__ if part != "availability"}
    available = library.availability
    parts |= {part: getattr(available, part) for part in Availability.__struct_fields__ if part != "checked"}
    return {part: {getattr(piece, "id", "") for _place, piece in pieces(items)} for part, items in parts.items()}


def left_out(text: str) -> dict[str, str]:
    """The ids in the tables of a Markdown text, each with its reason."""
    rows = re.findall(r"^\|\s*`?([\w.-]+)`?\s*\|\s*(\S.*?)\s*\|\s*$", text, re.MULTILINE)
    return {key: reason for key, reason in rows if key != "id" and set(key) != {"-"}}


def forgotten(wanted: list[str], aid: Aid, reasons: Mapping[str, str]) -> list[str]:
    """Entries that are neither shown on their shelf nor left out with a reason."""
    on_shelves = shown(aid.library)
    found = []
    for entry in wanted:
        group, _, one = entry.partition(" ")
        if not reasons.get(one) and not any(one in on_shelves[part] for part in SHELVES[group]):
            found.append(entry)
    return found
