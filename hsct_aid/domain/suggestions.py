"""What the person's own answers suggest asking, from every kind of section in the order of the walk."""

from __future__ import annotations

from hsct_aid.domain import availability, candidacy, evidence, process, quiz, standing, values
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.questions import Suggestion
from hsct_aid.domain.record import Record

_KINDS = (process, candidacy, evidence, availability, values, quiz, standing)


def suggestions(aid: Aid, record: Record) -> tuple[Suggestion, ...]:
    """Every suggestion that is not among the person's questions yet."""
    asked = {question.prompt for question in record.questions.asked}
    return tuple(one for kind in _KINDS for one in kind.suggest(aid, record) if one.id not in asked)
