"""After the visit: answers stay with their questions, whatever happens to the list."""

from __future__ import annotations

import msgspec

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Chapter
from hsct_aid.domain.questions import Question, ask, drop, move, new_id
from hsct_aid.domain.record import Record, with_value
from hsct_aid.domain.summary import build_summary
from tests.report.sample_aid import TODAY

HEARD = {
    "questions": {"asked": [{"id": "q1", "text": "How long?"}, {"id": "q2", "text": "Who pays?"}]},
    "visit": {"heard": [{"question": "q2", "answer": "The region."}], "took_place": "2026-11-30"},
}


def chapter(aid: Aid, record: Record) -> Chapter:
    return next(one for one in build_summary(aid, record, TODAY).chapters if one.id == "visit")


def test_an_answer_stands_beside_its_question(aid: Aid) -> None:
    (entry,) = chapter(aid, msgspec.convert(HEARD, Record)).entries
    assert (entry.label, entry.text) == ("Who pays?", "The region.")


def test_an_answer_stays_with_its_question_when_the_list_is_put_in_order(aid: Aid) -> None:
    record = msgspec.convert(HEARD, Record)
    moved = with_value(record, "questions.asked", move(record.questions.asked, "q2", -1))
    assert chapter(aid, moved) == chapter(aid, record)


def test_the_answer_to_a_question_that_was_taken_away_never_moves_to_another(aid: Aid) -> None:
    record = msgspec.convert(HEARD, Record)
    left = drop(record.questions.asked, "q2")
    heard = [one.question for one in record.visit.heard]
    asked = ask(left, Question(new_id(left, heard), "Can I still work?"))
    (entry,) = chapter(aid, with_value(record, "questions.asked", asked)).entries
    assert entry.label not in ("Can I still work?", "How long?", "q2")
    assert entry.text == "The region."


def test_steps_say_whether_they_are_done_and_by_when(aid: Aid) -> None:
    steps = [{"what": "New MRI", "by": "2026-12"}, {"what": "Letter", "done": True}, {"what": " "}]
    record = msgspec.convert({"visit": {"next_steps": steps, "decided": "Nothing yet"}}, Record)
    assert [(one.label, one.text) for one in chapter(aid, record).entries] == [
        ("What we decided", "Nothing yet"), ("Next", "New MRI, December 2026"), ("Done", "Letter"),
    ]  # fmt: skip


def test_a_visit_of_which_nothing_is_written_is_not_on_the_page(aid: Aid) -> None:
    record = msgspec.convert({"visit": {"took_place": "2026-11-30", "heard": [], "came": ["mri"]}}, Record)
    said = [one for one in build_summary(aid, record, TODAY).chapters if one.id == "visit"]
    assert not any(one.text or one.entries for one in said)
