"""The paper that pages are printed on: what the person chose, or what printers hold where the computer is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from hsct_aid.report.pdf import Paper
from hsct_aid.storage.settings import Settings

LETTER: Final = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where letter paper is the rule (Unicode CLDR, paperSize); everywhere else it is A4."""
INCHES: Final[dict[Paper, float]] = {"a4": 8.27, "letter": 8.5}
"""The width of a sheet."""


def paper_of(settings: Settings, locale: QLocale | None = None) -> Paper:
    """The person's choice, else what is usual in the country of ``locale`` (the computer's, if none is given)."""
    if settings.paper:
        return settings.paper
    country = QLocale.territoryToCode((locale or QLocale.system()).territory())
    return "letter" if country in LETTER else "a4"
