"""My questions: chosen or written, in the person's order. The first three stand on the front page."""

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from hsct_aid.domain.facts import Line

MINUTES_EACH = 3
"""Minutes of a visit for one question: a guide, not a measurement (our judgement)."""
LONGEST_ID = 200
"""Characters an id in the record can have."""

Addressee = Literal["neurologist", "nurse", "centre", "family_doctor"]


class Question(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question; ``prompt`` is the id of the prompt or suggestion it came from, empty for own words."""

    id: Line
    text: Annotated[str, Meta(max_length=500)]
    prompt: Line = ""
    to: Addressee = "neurologist"
    companion: bool = False


class QuestionsAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The questions in the order the person put them."""

    asked: Annotated[tuple[Question, ...], Meta(max_length=100)] = ()


class Prompt(Struct, frozen=True, forbid_unknown_fields=True):
    """A ready question; ``first`` marks the eight that are shown before any search."""

    id: str
    topic: str
    text: str
    to: Addressee = "neurologist"
    first: bool = False


class SuggestionText(Struct, frozen=True, forbid_unknown_fields=True):
    """How a suggestion is worded; ``<it>`` stands for what it is about."""

    id: str
    text: str
    reason: str


class Suggestion(NamedTuple):
    """A question that follows from a gap or a wish, with the reason it is offered."""

    id: str
    text: str
    reason: str


def suggestion(text: SuggestionText, it: str = "", *, about: str = "") -> Suggestion:
    """``text`` said of ``it``; ``about`` tells suggestions of the same wording apart."""
    name = f"{text.id}:{about}" if about else text.id
    return Suggestion(name[:LONGEST_ID], text.text.replace("<it>", it), text.reason)


def ask(asked: tuple[Question, ...], question: Question) -> tuple[Question, ...]:
    """``asked`` with ``question`` at the end; none is there twice, and one that says nothing is left out.

    A question in own words that a ready one repeats is known as that one from then on.
    """
    if not question.text.strip() or any(question.prompt and question.prompt == one.prompt for one in asked):
        return asked
    for place, one in enumerate(asked):
        if said(one.text) == said(question.text):
            known_as = replace(one, prompt=one.prompt or question.prompt)
            return (*asked[:place], known_as, *asked[place + 1 :])
    return (*asked, question)


def said(text: str) -> str:
    """``text`` as it is compared: capitals and white space do not make another question."""
    return " ".join(text.casefold().split())


def drop(asked: tuple[Question, ...], question_id: str) -> tuple[Question, ...]:
    """``asked`` without the question of that id."""
    return tuple(one for one in asked if one.id != question_id)


def move(asked: tuple[Question, ...], question_id: str, by: int) -> tuple[Question, ...]:
    """``asked`` with one question moved ``by`` places, as far as the list goes; the others keep their order."""
    here = next((place for place, one in enumerate(asked) if one.id == question_id), None)
    if here is None:
        return asked
    rest = [*asked[:here], *asked[here + 1 :]]
    rest.insert(max(0, min(len(rest), here + by)), asked[here])
    return tuple(rest)


def minutes(asked: tuple[Question, ...]) -> int:
    """About how long the doctor takes to answer them all."""
    return MINUTES_EACH * len(asked)


def new_id(asked: tuple[Question, ...], answered: Iterable[str]) -> str:
    """An id that no question in ``asked`` has, and none that ``answered`` after the visit was about."""
    taken = {*(one.id for one in asked), *answered}
    return next(name for number in range(1, len(taken) + 2) if (name := f"q{number}") not in taken)
