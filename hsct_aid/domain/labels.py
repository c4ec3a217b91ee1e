"""Answers in the words of the form: the label of a choice in place of its id."""

from __future__ import annotations

from gettext import gettext as _
from typing import Any

from hsct_aid.domain.aid import Aid, Field
from hsct_aid.domain.facts import Answer, known
from hsct_aid.domain.record import Record

NONE_OF_THESE = "none of these"
"""The choice that says no to all the others in its field."""


def in_agreement(before: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """``chosen`` without contradiction: "none of these" takes the others away, and any of them takes it away.

    What was picked last, since ``before``, holds; where that does not tell, what is named holds.
    """
    if NONE_OF_THESE in chosen and NONE_OF_THESE not in before:
        return (NONE_OF_THESE,)
    return tuple(one for one in chosen if one != NONE_OF_THESE) or chosen[:1]


def no_words() -> tuple[str, str]:
    """How a list is printed in which nothing applies: nothing named, or "none of these" chosen."""
    return _("none"), _("none of those asked")


def field_of(aid: Aid, path: str) -> Field | None:
    """The last field of the form that asks for ``path``: where a fact is asked twice, the fuller one."""
    fields = (field for step in aid.steps.values() for field in step.fields)
    return next((field for field in reversed(list(fields)) if field.id == path), None)


def choice_words(aid: Aid, path: str, value: str) -> str:
    """The label of the choice ``value`` of the field ``path``; the value itself where it is in own words."""
    if value == NONE_OF_THESE:
        return no_words()[1]
    field = field_of(aid, path)
    return next((choice.label for choice in field.choices if choice.id == value), value) if field else value


def answer_words(aid: Aid, path: str, answer: Answer[Any] | None) -> str:
    """An answer of one or many lines in words; "not known" where it is not answered or not known."""
    value = known(answer)
    if value is None:
        return _("not known")
    lines = (value,) if isinstance(value, str) else value
    said = [choice_words(aid, path, line) for line in lines if line.strip()]
    return ", ".join(said) if said else no_words()[0]


def concern_words(aid: Aid, record: Record, concern_id: str) -> str:
    """What a concern is called on the page: the short name, the person's own words, or the id as it was written."""
    short = {concern.id: concern.short for concern in aid.library.concerns}
    own = {concern.id: concern.text for concern in record.values.own}
    return short.get(concern_id) or own.get(concern_id) or choice_words(aid, "start.first_priorities", concern_id)
