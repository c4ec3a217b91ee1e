"""Whether the aid claims no more than it may: what needs people is never marked as met."""

from __future__ import annotations

from collections.abc import Iterator

from hsct_aid.content.problem import Finding
from hsct_aid.domain.aid import Aid

NEEDS_PEOPLE = {"K12", "K13", "K14", "K15", "K16", "K17", "K22", "K23"}
"""IPDAS items that only patients, clinicians and a study can meet (IPDAS checklist, 2013)."""


def unmet(aid: Aid) -> Iterator[Finding]:
    """Items that need people and are said to be met."""
    for number, standard in enumerate(aid.library.standards):
        if standard.id.upper() in NEEDS_PEOPLE and standard.met != "needs_people":
            yield Finding(
                ("library", "standards", number), f"{standard.id} needs people and cannot be met by an aid alone"
            )
