"""What the person's own answers suggest asking, from every kind of section in the order of the walk."""

from __future__ import annotations

from hsct_aid.domain import availability, candidacy, evidence, process, quiz, standing, values
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.questions import Suggestion, said
from hsct_aid.domain.record import Record

_KINDS = (process, candidacy, evidence, availability, values, quiz, standing)


def suggestions(aid: Aid, record: Record) -> tuple[Suggestion, ...]:
    """Every suggestion that is not among the person's questions yet, each once."""
    ids = {question.prompt for question in record.questions.asked}
    texts = {said(question.text) for question in record.questions.asked}
    offered = []
    for one in (found for kind in _KINDS for found in kind.suggest(aid, record)):
        if one.id not in ids and said(one.text) not in texts:
            offered.append(one)
            ids.add(one.id)
            texts.add(said(one.text))
    return tuple(offered)
