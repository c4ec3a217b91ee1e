"""Leaves out of a record what the person keeps private, before a word of it goes on paper."""

from __future__ import annotations

from msgspec.structs import replace

from hsct_aid.domain.facts import Facts
from hsct_aid.domain.quiz import QuizAnswers
from hsct_aid.domain.record import Record
from hsct_aid.domain.standing import StandingAnswers
from hsct_aid.domain.values import ValuesAnswers


def without_private(record: Record) -> Record:
    """``record`` without its private parts, and without what never goes on paper.

    Never on paper: the first leaning, which the person was told stays with them, and who they feel pushed by, since
    that person may be in the room.
    """
    private = record.summary.private
    left = replace(
        record,
        start=replace(record.start, first_leaning=None),
        standing=replace(record.standing, pressure=""),
    )
    if "name" in private:
        left = replace(left, name="")
    if "age" in private:
        left = replace(left, facts=replace(left.facts, birth_year=None))
    if "facts" in private:
        left = replace(left, facts=Facts())
    if "values" in private:
        left = replace(left, values=ValuesAnswers(), start=replace(left.start, first_priorities=()))
    if "standing" in private:
        left = replace(left, standing=StandingAnswers())
    if "may_have_wrong" in private:
        left = replace(left, quiz=QuizAnswers())
    if "abroad" in private:
        left = _without_abroad(left)
    if "notes" in private:
        left = replace(left, summary=replace(left.summary, notes=""))
    return left


def _without_abroad(record: Record) -> Record:
    answers = replace(record.availability, abroad=None, abroad_where="", booked=None, paid=None, centres=())
    asks = tuple(ask for ask in record.start.asks if ask != "after_abroad")
    return replace(record, availability=answers, start=replace(record.start, asks=asks))
