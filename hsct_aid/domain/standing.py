"""Where I stand: leaning, how sure, who decides, what is still needed. "Unsure" and "not now" are full endings.

The four SURE items are by O'Connor and Légaré (2008); they are used here as needs with a next step, without a score.
"""

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Words
from hsct_aid.domain.questions import Suggestion, suggestion
from hsct_aid.domain.start import Leaning

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record

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


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each of the four SURE items that was answered with no."""
    here, texts = record.standing, aid.library.suggestions
    needs = {
        "sg_sure": here.feels_sure, "sg_knows": here.knows,
        "sg_clear": here.clear_values, "sg_supported": here.supported,
    }  # fmt: skip
    return tuple(suggestion(texts[name]) for name, answer in needs.items() if answer == "no")
