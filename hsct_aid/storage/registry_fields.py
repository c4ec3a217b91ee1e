"""Single fields of a registry record, read strictly: what is shown later must be what it claims to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from gettext import gettext as _
from typing import Final

from hsct_aid.domain.dates import PartialDate, read_date
from hsct_aid.storage.plain import BadInput

MOST_TITLE: Final = 300
"""The registry's own limit for a title."""
MOST_TEXT: Final = 100_000
"""Longer texts are judged by their beginning."""

_NUMBER: Final = re.compile(r"NCT[0-9]{8}")
_DATE: Final = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_HOSTILE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, and those that turn the direction of what is read after them."""
_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_AGE: Final = re.compile(r"([0-9]{1,4}) (Year|Month|Week|Day|Hour|Minute)s?", re.IGNORECASE)
_PHASES: Final = {"EARLY_PHASE1": "early 1", "PHASE1": "1", "PHASE2": "2", "PHASE3": "3", "PHASE4": "4"}


def number(written: str) -> str:
    """A registry number. Raises BadInput where it is none."""
    if not _NUMBER.fullmatch(written.strip()):
        raise BadInput(_("A study in this file has no ClinicalTrials.gov number: download the file again."))
    return written.strip()


def line(written: str, study: str) -> str:
    """A text of one line that is shown later. Raises BadInput where it holds control characters."""
    if _HOSTILE.search(written):
        raise BadInput(
            _("The text of study {number} holds hidden control characters: download the file again.").format(
                number=study
            )
        )
    text = " ".join(_UNSEEN.sub("", written).replace("\\", "").split())
    return text if len(text) <= MOST_TITLE else f"{text[: MOST_TITLE - 1]}…"


def day(written: str, study: str) -> PartialDate | None:
    """A year, month or day; None where none is given. Raises BadInput where it cannot be read."""
    text = written.strip()
    if not text:
        return None
    found = text if _DATE.fullmatch(text) else read_date(text)
    if found is None:
        raise BadInput(_("A date of study {number} cannot be read: download the file again.").format(number=study))
    return found


def word(written: str) -> str:
    """A word of the registry's own lists, such as NOT_YET_RECRUITING, however it is written."""
    return re.sub(r"[^A-Z0-9]+", "_", written[:100].upper()).strip("_")


def years(written: str) -> int | None:
    """An age such as "18 Years" or "6 Months" in whole years; None where there is no limit."""
    found = _AGE.fullmatch(written.strip())
    if found is None:
        return None
    parts = {"year": 1, "month": 12}.get(found[2].lower())
    return int(found[1]) // parts if parts else 0


def phase(written: Iterable[str]) -> str:
    """Phases such as PHASE2 and PHASE3 as "2/3"; empty where the study has none."""
    return "/".join(filter(None, (_PHASES.get(word(each)) for each in written)))


def each_once(written: Iterable[str]) -> tuple[str, ...]:
    """What is written, in its order, without what comes again."""
    return tuple(dict.fromkeys(filter(None, written)))
