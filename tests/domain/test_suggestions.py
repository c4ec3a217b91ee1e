"""Suggestions follow from the person's own answers alone, and never offer what is asked already."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from hsct_aid.domain.questions import Question, ask, new_id
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.suggestions import suggestions
from tests.domain.shipped_aid import AID
from tests.strategies import longest, records


def taken(record: Record) -> Record:
    """``record`` with every suggestion among its questions, as far as the list goes."""
    asked = record.questions.asked
    for one in suggestions(AID, record):
        asked = ask(asked, Question(new_id(asked, ()), one.text, one.id))
    return with_value(record, "questions.asked", asked)


def test_an_empty_record_suggests_nothing() -> None:
    assert suggestions(AID, Record()) == ()


@settings(max_examples=25)
@given(records())
def test_what_is_asked_is_not_offered_again(record: Record) -> None:
    offered = suggestions(AID, record)
    assert len({one.id for one in offered}) == len(offered)
    assert suggestions(AID, taken(record)) == ()


@settings(max_examples=25)
@given(records())
def test_every_suggestion_has_words_and_a_reason(record: Record) -> None:
    for one in suggestions(AID, record):
        assert one.text.strip()
        assert "<it>" not in one.text.replace("<it>", "", record.values.top.count("<it>"))
        assert one.reason.strip()


def test_the_longest_record_can_ask_everything_that_it_suggests() -> None:
    record = with_value(longest(), "questions.asked", ())
    for one in suggestions(AID, record):
        assert with_value(Record(), "questions.asked", (Question("q1", one.text, one.id),))


@pytest.mark.parametrize(
    ("answers", "ids"),
    [
        ({"facts": {"edss": {"unknown": True}}}, ["sg_unknown:edss"]),
        ({"facts": {"edss": {"unknown": True}}, "candidacy": {"not_needed": ["edss"]}}, []),
        ({"facts": {"edss": {"value": 3.5}}}, []),
        ({"facts": {"new_symptoms_4_weeks": {"value": True}}}, ["sg_new_symptoms"]),
        ({"facts": {"new_symptoms_4_weeks": {"value": False}}}, []),
        ({"quiz": {"choices": [{"question": "quiz_deaths", "choice": "unsure"}]}}, ["sg_quiz:quiz_deaths"]),
        ({"quiz": {"choices": [{"question": "quiz_deaths", "choice": "some"}]}}, []),
        ({"values": {"top": ["children"]}}, ["sg_value:children"]),
        ({"start": {"first_priorities": ["children"]}}, ["sg_value:children"]),
        ({"evidence": {"kept": ["trm_uk"]}}, ["sg_kept:trm_uk"]),
        ({"evidence": {"kept": ["no_such_result"]}}, []),
        ({"availability": {"abroad": "unsure"}}, ["sg_abroad"]),
        ({"availability": {"abroad": "no"}}, []),
        ({"standing": {"feels_sure": "no", "supported": "yes"}}, ["sg_sure"]),
    ],
)
def test_each_gap_or_wish_suggests_its_own_question(answers: object, ids: list[str]) -> None:
    assert [one.id for one in suggestions(AID, msgspec.convert(answers, Record))] == ids
