"""Where I stand: leaning, how sure, who decides, what is still needed. "Unsure" and "not now" are full endings.

The four SURE items are by O'Connor and Légaré (2008); they are used here as needs with a next step, without a score.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Words
from hsct_aid.domain.start import Leaning

YesNo = Literal["yes", "no"]


class StandingAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the person stands today."""

    leaning: Leaning | None = None
    sure: Literal["not_at_all", "a_little", "fairly", "very"] | None = None
    decides: Literal["me", "together", "doctor", "family", "not_sure"] | None = None
    feels_sure: YesNo | None = None
    knows: YesNo | None = None
    clear_values: YesNo | None = None
    supported: YesNo | None = None
    needs: Annotated[str, Meta(max_length=500)] = ""
    comes_along: Annotated[str, Meta(max_length=200)] = ""
    pressure: Annotated[str, Meta(max_length=500)] = ""
    change_mind: Words = ""
