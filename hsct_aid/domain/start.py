"""Start: what the person would like from the visit, and what matters before the evidence is read."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.dates import PartialDate
from hsct_aid.domain.facts import Line

Ask = Literal["talk", "refer", "second_opinion", "look_again", "after_abroad", "other"]
Leaning = Literal["none_yet", "no_change", "medicine", "ahsct", "trial", "progressive_medicine"]
"""No leaning yet, or one of the five ways forward."""


class StartAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The visit, what is asked of it, and the first pick of up to three things that matter."""

    asks: Annotated[tuple[Ask, ...], Meta(max_length=6)] = ()
    ask_words: Annotated[str, Meta(max_length=500)] = ""
    look_again_on: PartialDate | None = None
    visit_on: PartialDate | None = None
    visit_with: Line = ""
    companion: Line = ""
    helpers: Annotated[tuple[Literal["interpreter", "memory", "hearing", "carer_typing"], ...], Meta(max_length=4)] = ()
    first_leaning: Leaning | None = None
    first_priorities: Annotated[tuple[Line, ...], Meta(max_length=3)] = ()
