"""Where a fact comes from: a paper, a guideline, a regulator, a registry record or a page of a patient body."""

from typing import Literal

from msgspec import Struct

Verified = Literal["read", "secondary"]
"""``read``: in the paper, its abstract or the named page. ``secondary``: in a summary of it."""


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """One published source; ``url`` is empty where no address is confirmed, and then it is cited by its title."""

    id: str
    kind: Literal["study", "guideline", "regulator", "trial_record", "web", "news"]
    authors: str
    title: str
    journal: str = ""
    year: int | None = None
    design: str = ""
    people: str = ""
    url: str = ""
    note: str = ""


def citation(source: Source) -> str:
    """One reference line: authors, title, journal, year."""
    parts = (source.authors, source.title, source.journal, str(source.year or ""))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
