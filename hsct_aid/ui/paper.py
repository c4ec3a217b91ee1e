"""The paper that pages are printed on, as chosen or as usual where the computer is; and what cannot be printed."""

from __future__ import annotations

from gettext import gettext as _
from typing import Final

from PySide6.QtCore import QLocale

from hsct_aid.report.rendered import Paper
from hsct_aid.storage.settings import Settings

LETTER: Final = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where letter paper is the rule (Unicode CLDR, paperSize); everywhere else it is A4."""
INCHES: Final[dict[Paper, float]] = {"a4": 8.27, "letter": 8.5}
"""The width of a sheet."""


def told_with(words: str, replaced: tuple[str, ...]) -> str:
    """``words``, and which signs could not be drawn and were replaced, so that the person can write them otherwise."""
    if not replaced:
        return words
    first = " ".join(replaced[:10])
    return _("{said} These signs cannot be printed and were replaced: {signs}").format(said=words, signs=first).strip()


def paper_of(settings: Settings, locale: QLocale | None = None) -> Paper:
    """The person's choice, else what is usual in the country of ``locale`` (the computer's, if none is given)."""
    if settings.paper:
        return settings.paper
    country = QLocale.territoryToCode((locale or QLocale.system()).territory())
    return "letter" if country in LETTER else "a4"
