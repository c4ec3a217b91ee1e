"""How hard the texts are to read: Flesch–Kincaid grades by textstat, a development tool; MS terms do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from statistics import median

from hsct_aid.content.pages import running_text
from hsct_aid.content.problem import Finding
from hsct_aid.content.words import texts
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.text import spans

HIGHEST_GRADE = 8.0
HIGHEST_MEDIAN = 6.0
_PARTS = ("nets", "claims", "conflicts", "options", "path", "terms", "quiz", "prompts", "suggestions", "concerns")
"""Parts of the library whose texts are ours, and are read on pages of their own."""


def can_measure() -> bool:
    """Whether the tool is there."""
    return find_spec("textstat") is not None


def grades(aid: Aid) -> dict[str, float]:
    """The US school grade of every step with running text, by its id, and of the parts of the library."""
    pages = {step.id: running_text(step) for step in aid.steps.values()}
    for part in _PARTS:
        found = texts(getattr(aid.library, part))
        pages[part] = [text.text for text in found if text.voice == "prose" and len(text.text.split()) > 3]
    hide = _hidden(aid)
    return {page: _grade([_read(text, hide) for text in found]) for page, found in pages.items() if found}


def _hidden(aid: Aid) -> re.Pattern[str]:
    """Every form of every glossary word, the longest first."""
    forms = sorted(aid.terms, key=len, reverse=True) or ["\0"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


def _read(text: str, hide: re.Pattern[str]) -> str:
    """``text`` as it is read, with a short word for each glossary word and figure, and a full stop at its end."""
    shown = "".join("ten" if span.mark == "figure" else span.text for span in spans(text))
    shown = hide.sub("word", shown).strip().replace("…", ".")
    return shown if shown.endswith((".", "!", "?")) else f"{shown}."


def _grade(page: list[str]) -> float:
    # By name, since it is imported only where content is compiled and carries no types.
    return round(float(import_module("textstat").flesch_kincaid_grade(" ".join(page))), 1)


def too_hard(aid: Aid, measured: dict[str, float]) -> Iterator[Finding]:
    """Pages above the highest grade, and a median of all steps that is too high."""
    places = {
        step.id: ("sections", section.kind, "steps", number)
        for section in aid.sections
        for number, step in enumerate(section.steps)
    }
    for page, grade in measured.items():
        if grade > HIGHEST_GRADE:
            yield Finding(
                places.get(page, ("library", page)), f"“{page}” reads at grade {grade}, above {HIGHEST_GRADE:g}"
            )
    steps = [grade for page, grade in measured.items() if page in places]
    if steps and median(steps) > HIGHEST_MEDIAN:
        yield Finding((), f"the median grade of all steps is {median(steps):.1f}, above {HIGHEST_MEDIAN:g}")
