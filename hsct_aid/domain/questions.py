"""My questions: chosen or written, in the person's order. The first three stand on the front page."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from hsct_aid.domain.facts import Line

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
    return Suggestion(f"{text.id}:{about}" if about else text.id, text.text.replace("<it>", it), text.reason)


def ask(asked: tuple[Question, ...], question: Question) -> tuple[Question, ...]:
    """``asked`` with ``question`` at the end; unchanged if it is there already or says nothing."""
    if not question.text.strip() or any(_alike(one, question) for one in asked):
        return asked
    return (*asked, question)


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


def _alike(one: Question, other: Question) -> bool:
    same_prompt = bool(one.prompt) and one.prompt == other.prompt
    return same_prompt or one.text.casefold().split() == other.text.casefold().split()


def new_id(asked: tuple[Question, ...]) -> str:
    """An id that no question in ``asked`` has."""
    numbers = [int(one.id[1:]) for one in asked if one.id[:1] == "q" and one.id[1:].isdecimal()]
    return f"q{max(numbers, default=0) + 1}"
