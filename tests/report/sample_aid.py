"""A very small aid to build pages from, so that golden pages do not move when the real content does."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec

from hsct_aid.domain.aid import Aid, Library

_EMPTY: Final[dict[str, Any]] = {
    name: {} if str(kind).startswith("dict") else []
    for name, kind in Library.__annotations__.items()
}  # fmt: skip

_WAYS: Final = ("no_change", "medicine", "ahsct", "trial", "progressive_medicine")


def _field(path: str, record: str = "", **more: object) -> dict[str, object]:
    return {"id": f"facts.{path}", "label": path, "kind": "line", "unknown": True, "record": record, **more}


def _rule(number: int, group: str, words: str, expr: dict[str, object] | None) -> dict[str, object]:
    return {
        "id": f"rule_{number}", "rule_set": f"Body {number}", "body": "guideline", "group": group, "role": "favourable",
        "words": words, "source": "src_a", "verified": "read", "checked": "2026-11-01", "expr": expr,
    }  # fmt: skip


def _concern(name: str, short: str) -> dict[str, object]:
    cells = [{"option": way, "text": f"{short} and {way}: [MRI].[@src_b]", "sources": ["src_b"]} for way in _WAYS]
    return {"id": name, "text": short, "short": short, "cells": cells}


def _source(name: str) -> dict[str, object]:
    return {"id": name, "kind": "study", "authors": f"Author {name}", "title": f"A study of {name}", "year": 2025}


_LIBRARY: Final = _EMPTY | {
    "sources": {name: _source(name) for name in ("src_a", "src_b", "src_c")},
    "outcomes": {
        "kept_one": {
            "id": "kept_one", "title": "Relapses after five years", "source": "src_c", "who": "100 people with MS",
            "span": "5 years", "figures": {"main": {"type": "count", "n": 7, "of": 100}}, "interval": "3 to 14",
            "certainty": {"precision": "low", "causal": "very low"}, "verified": "read", "checked": "2026-11-01",
        },
    },
    "terms": {
        "mri": {"id": "mri", "term": "MRI", "meaning": "A scan with magnets."},
        "beam": {"id": "beam", "term": "BEAM", "meaning": "Four medicines of chemotherapy."},
    },
    "nets": {
        "net_medicine": {
            "id": "net_medicine", "heading": "Keep on",
            "text": "Do not stop a medicine because of this aid. Ask first.", "pages": ["summary"],
        },
    },
    "medicine_names": [
        {"id": "natalizumab", "generic": "natalizumab", "brands": ["Tysabri"], "high_efficacy": "yes"},
        {"id": "alemtuzumab", "generic": "alemtuzumab", "brands": ["Lemtrada"], "high_efficacy": "yes"},
        {"id": "interferon", "generic": "interferon", "brands": ["Avonex"], "high_efficacy": "no"},
    ],
    "options": [{"id": way, "name": f"Way {way}", "text": way} for way in _WAYS],
    "path": [
        {
            "id": "step_one", "name": "Collection", "what": "w", "duration": "d", "feels": "f", "wrong": "w",
            "who": "w", "question": "How long does collection take?", "sources": [],
        },
    ],
    "rules": [
        _rule(1, "age", "Under 45", {"fact": "age", "op": "<", "value": 45}),
        _rule(2, "age", "18 to 65", {"fact": "age", "op": "<", "value": 65}),
        _rule(3, "activity", "Active MS", None),
    ],
    "concerns": [_concern("relapses", "Fewer relapses"), _concern("children", "Having children")],
    "quiz": [
        {
            "id": "quiz_one", "question": "Is aHSCT a sure thing?", "choices": {"yes": "Yes", "no": "No"},
            "right": "no", "why": "It is not.", "ask": "How sure is the result?",
        },
    ],
    "availability": {
        "checked": "2026-11-01", "countries": [], "trials": [], "costs": [], "practical": [], "experience": [],
        "accreditation": [], "warning_signs": [], "centre_questions": [],
    },
}  # fmt: skip

_FIELDS: Final = [
    _field("ms_type", "letter that names the type"),
    _field("edss", "latest EDSS with its date"),
    _field("mri", "MRI report"),
    _field("relapses", "letters about each relapse"),
    _field("medicines", "list of medicines with dates"),
    _field("vaccines", "vaccine record"),
    _field("illnesses", choices=[{"id": "heart", "label": "Heart trouble"}]),
]

AID: Final = msgspec.convert(
    {
        "language": "en", "title": "HSCT Aid", "purpose": "A place to prepare questions.", "decision": "Which way?",
        "review": "not yet reviewed", "funding": "none", "evidence_date": "2026-11-22", "expires": "2027-11-22",
        "trials_expire": "2027-05-22", "sheet": [], "library": _LIBRARY,
        "sections": [{"kind": "candidacy", "title": "c", "steps": [{"id": "s", "heading": "h", "fields": _FIELDS}]}],
    },
    Aid,
)  # fmt: skip
TODAY: Final = date(2026, 12, 1)
