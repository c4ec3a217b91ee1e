"""Process: what happens, step by step, and which of these steps the person wants to ask about."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line
from hsct_aid.domain.questions import Suggestion, suggestion

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record


class ProcessAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Ids of the path steps the person wants to talk about."""

    ask_about: Annotated[tuple[Line, ...], Meta(max_length=50)] = ()


class PathStep(Struct, frozen=True, forbid_unknown_fields=True):
    """One stretch of the way through treatment; the id is the id in the evidence data.

    ``duration`` is patient text with its figure or "ask your centre"; ``question`` is what to ask about this step.
    """

    id: str
    name: str
    what: str
    duration: str
    feels: str
    wrong: str
    who: str
    question: str
    sources: tuple[str, ...]


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each step of the path that the person marked to ask about."""
    return tuple(
        suggestion(aid.library.suggestions["sg_path"], step.question, about=step.id)
        for step in aid.library.path
        if step.id in record.process.ask_about
    )
