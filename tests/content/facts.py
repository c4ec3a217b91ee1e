"""The facts that ship, line by line: every number, date, id and address, without the words around them.

``python -m tests.content.facts`` writes them anew to facts.txt, to be read over before they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from hsct_aid import shipped
from hsct_aid.content.load import load_yaml
from hsct_aid.content.words import VOICES, pieces, texts
from hsct_aid.domain.aid import Aid, Field
from hsct_aid.domain.block import Picture
from hsct_aid.domain.text import spans

KEPT = Path(__file__).with_name("facts.txt")


def facts(aid: Aid) -> list[str]:
    """One line for each step and for each entry of the library: its id and all that it states besides words."""
    heads = [f"aid {name} {getattr(aid, name)}" for name in ("evidence_date", "expires", "trials_expire")]
    steps = [f"step {step.id} {' '.join(_refs(step))}" for section in aid.sections for step in section.steps]
    return [*heads, *steps, *_entries(aid)]


def _entries(aid: Aid) -> Iterator[str]:
    available = aid.library.availability
    for shelf in (aid.library, available):
        for name in shelf.__struct_fields__:
            items = getattr(shelf, name)
            listed = items.values() if isinstance(items, dict) else items if isinstance(items, tuple) else ()
            yield from (f"{name} {' '.join(_stated(item))}" for item in listed)
    yield f"availability {available.checked}"


def _refs(part: Struct) -> Iterator[str]:
    for text in texts(part):
        yield from (f"{span.mark}:{span.ref}" for span in spans(text.text) if span.ref)
    for _place, piece in pieces(part):
        if isinstance(piece, Picture):
            yield f"figure of {piece.base}: {' '.join(piece.figures)}"
        elif isinstance(piece, Field):
            choices = " ".join(choice.id for choice in piece.choices)
            yield f"asks {piece.id} {piece.kind} {piece.limit} {choices}".rstrip()


def _stated(value: Any, voice: str = "") -> Iterator[str]:
    """Ids, numbers, dates, addresses; of words only the numbers and the marks."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _stated(getattr(value, name), VOICES.get(type(value), {}).get(name, ""))
    elif isinstance(value, tuple):
        for one in value:
            yield from _stated(one, voice)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from (key, *_stated(one, voice))
    elif isinstance(value, str) and voice:
        yield from re.findall(r"\{[^}]*\}|\[@[^\]]*\]|\d[\d.,:/–-]*\d|\d", value)
    elif isinstance(value, int | float | date) or value:
        yield str(value)


if __name__ == "__main__":
    KEPT.write_text("\n".join(facts(load_yaml(shipped.folder("content", "en")))) + "\n", "utf-8")
