"""The page in words: what stands on it, in which order and length, and what is left out."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Box, Chapter, Summary
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Part, Record
from hsct_aid.domain.shorten import with_room
from hsct_aid.domain.summary import build_summary
from tests.report.people import EMPTY, TYPICAL, TYPICAL_FACTS, URGENT, person, words
from tests.report.sample_aid import AID, TODAY
from tests.strategies import records

ORDER = ["strip", "ask", "questions", "facts", "new", "values", "standing", "wrong", "records", "abroad", "clinician"]

TOLD: dict[str, Any] = {"relapses": {"value": []}, "medicines": {"value": []}}


def built(record: Record, aid: Aid = AID, today: date = TODAY) -> Summary:
    return build_summary(aid, record, today)


def box(summary: Summary, name: str) -> Box:
    return next(one for one in summary.front if one.id == name)


def said(summary: Summary, name: str) -> dict[str, str]:
    return {entry.label: entry.text for entry in box(summary, name).entries}


def chapters(summary: Summary) -> list[str]:
    return [chapter.id for chapter in summary.chapters]


def everything(summary: Summary) -> str:
    return msgspec.json.encode(summary).decode()


def test_the_front_has_its_boxes_in_order_for_anybody() -> None:
    for record in (EMPTY, TYPICAL, URGENT):
        assert [one.id for one in built(record).front] == ORDER


@given(records())
def test_no_line_of_the_front_is_longer_than_its_limit(record: Record) -> None:
    for one in built(record).front:
        assert not one.shared or sum(len(entry.text) for entry in one.entries) <= one.shared
        for entry in one.entries:
            assert not entry.limit or len(entry.text) <= entry.limit


def test_facts_that_are_not_answered_or_not_known_are_printed_as_not_known() -> None:
    unknown = person(facts={name: {"unknown": True} for name in TYPICAL_FACTS})
    for record in (EMPTY, unknown):
        assert set(said(built(record), "facts").values()) == {"not known"}
        assert said(built(record), "new") == {"": "not known"}


def test_the_facts_say_what_a_referral_turns_on() -> None:
    assert said(built(TYPICAL), "facts") | {"": "more"} == {
        "Type": "relapsing-remitting MS, says Dr Holm",
        "Onset": "2014; diagnosis 2015",
        "EDSS": "3.5 (May 2026); walks unaided, 800 m",
        "Relapses": "1 in 12, 2 in 24 months; last August 2026 on ocrelizumab, partly recovered",
        "Last MRI": "September 2026, with contrast; new 3; enhancing 1",
        "Now on": "ocrelizumab since March 2024, last dose 14 September 2026",
        "Earlier": "Tysabri 2020–2024: a risk",
        "": "more",
        "Ever had": "no aHSCT, alemtuzumab, cladribine, mitoxantrone, cyclophosphamide",
        "Health": "Heart trouble; allergies: penicillin; infections not known",
        "Family": "one child, perhaps a second",
    }


def test_the_stronger_medicine_comes_before_a_milder_one() -> None:
    earlier = [entry.text for entry in box(built(TYPICAL), "facts").entries if entry.ref == "earlier"]
    assert [text.split()[0] for text in earlier] == ["Tysabri", "interferon"]


def test_a_lasting_medicine_is_named_however_long_ago() -> None:
    medicines = {"value": [{"name": "Lemtrada", "start": "2012", "stop": "2013", "reason": "risk"}]}
    record = person(facts={"medicines": medicines, "previous_ahsct": {"value": False}})
    assert said(built(record), "facts")["Ever had"] == "aHSCT: no; alemtuzumab 2012"
    assert said(built(record), "facts")["Now on"] == "nothing since 2013"


def test_new_symptoms_say_phone_now() -> None:
    new = box(built(URGENT), "new")
    assert new.urgent
    assert [entry.text for entry in new.entries] == [
        "Yes: My left hand is numb.",
        "Phone your MS team now. Do not wait for this visit.",
    ]
    assert not box(built(TYPICAL), "new").urgent


def test_records_a_referral_waits_for_come_first_and_own_ones_before_the_rest() -> None:
    facts = {"vaccines": {"unknown": True}, "mri": {"unknown": True}, "edss": {"value": 2.0}, **TOLD}
    lacking = box(built(person(facts=facts)), "records").entries
    assert [entry.text for entry in lacking] == [
        "MRI report",
        "latest EDSS with its date",
        "discharge letter from 2023",
        "vaccine record",
    ]


def test_a_fact_that_was_passed_over_is_a_record_to_ask_for_unless_nothing_was_told() -> None:
    record = person(facts={"birth_year": {"value": 1985}}, candidacy={"also_lacking": ["scan from 2019"]}, visit={})
    lacking = [entry.ref or entry.text for entry in box(built(record), "records").entries]
    assert lacking == ["scan from 2019", "mri", "edss", "relapses"]
    assert [entry.text for entry in box(built(person(facts={}, candidacy={})), "records").entries] == [""]


def test_a_record_that_came_or_is_not_needed_is_not_lacking() -> None:
    facts = {"vaccines": {"unknown": True}, "mri": {"unknown": True}, "edss": TYPICAL_FACTS["edss"], **TOLD}
    facts["edss_date"] = TYPICAL_FACTS["edss_date"]
    record = person(facts=facts, candidacy={"not_needed": ["vaccines"]}, visit={"came": ["mri"]})
    assert [entry.text for entry in box(built(record), "records").entries] == [""]


def test_what_is_too_long_is_cut_at_a_word_and_stands_in_full_on_page_two() -> None:
    long = words(300)
    summary = built(person(quiz={"may_have_wrong": long}))
    (entry,) = box(summary, "wrong").entries
    assert entry.text.endswith("… (page 2)")
    kept = entry.text.removesuffix("… (page 2)")
    assert long.startswith(kept)
    assert long[len(kept)] == " "
    assert summary.chapters[0].id == "continued"
    assert [one.text for one in summary.chapters[0].entries] == [long]


def test_less_room_cuts_the_longest_lines_first_and_full_room_brings_all_back() -> None:
    whole = built(TYPICAL)
    narrow = with_room(whole, 0.4)
    assert said(narrow, "facts")["Onset"] == said(whole, "facts")["Onset"]
    assert said(narrow, "facts")["Relapses"] != said(whole, "facts")["Relapses"]
    assert with_room(narrow, 1.0) == whole
    assert build_summary(AID, TYPICAL, TODAY, 0.4) == narrow


def test_more_than_three_questions_are_counted_on_the_front_and_stand_inside() -> None:
    summary = built(TYPICAL)
    assert len(box(summary, "questions").entries) == 3
    assert box(summary, "questions").more == "1 more inside"
    inside = {one.id: [entry.text for entry in one.entries] for one in summary.chapters}
    assert len(inside["questions_neurologist"]) == 3
    assert inside["questions_centre"] == ["How many people do you treat each year? (the person with me asks)"]


def test_an_empty_record_is_a_form_to_fill_in_with_a_page_for_notes() -> None:
    summary = built(EMPTY)
    assert chapters(summary) == ["glossary", "notes"]
    assert [entry.lines for entry in box(summary, "questions").entries] == [2, 2, 2]


def test_a_full_record_has_every_chapter_in_order() -> None:
    assert chapters(built(TYPICAL)) == [
        "questions_neurologist", "questions_centre", "steps", "facts", "medicines", "relapses", "records", "values",
        "moved", "grid", "standing", "unsure", "results", "trials", "centres", "criteria", "criteria_age",
        "criteria_activity", "visit", "path", "glossary", "sources", "notes",
    ]  # fmt: skip


def test_the_path_is_there_for_who_marked_a_step_and_in_whole_for_who_wants_it(aid: Aid) -> None:
    def path(**changes: Any) -> Chapter | None:
        summary = build_summary(aid, msgspec.convert(changes, Record), TODAY)
        return next((one for one in summary.chapters if one.id == "path"), None)

    marked = path(process={"ask_about": ["step_03"]})
    whole = path(summary={"extras": ["path"]})
    assert path() is None
    assert marked is not None
    assert whole is not None
    assert marked.grid is not None
    assert whole.grid is not None
    assert [row[0] for row in marked.grid.rows] == ["3. Fertility and vaccine planning (I want to talk about this)"]
    assert [one.name for one in marked.milestones if one.marked] == ["Fertility and vaccine planning"]
    names = [step.name for step in aid.library.path]
    assert [one.name for one in marked.milestones] == [one.name for one in whole.milestones] == names
    for step, row in zip(aid.library.path, whole.grid.rows, strict=True):
        said = " ".join(row)
        assert row[0].endswith(step.name)
        for text in (step.what, step.duration, step.feels, step.wrong, step.who, step.question):
            assert plain(aid, text) in said, step.id


def test_sources_are_numbered_in_the_order_they_are_cited() -> None:
    summary = built(TYPICAL)
    cited = {one.id: one for one in summary.chapters}
    assert cited["grid"].grid is not None
    assert cited["grid"].grid.rows[0][1] == "Fewer relapses and no_change: MRI. [1]"
    assert cited["results"].entries[0].text.endswith("[2]")
    assert [entry.ref for entry in cited["sources"].entries] == ["src_b", "src_c", "src_a"]


def test_what_the_person_wrote_stands_once_above_the_criteria() -> None:
    age = next(one for one in built(TYPICAL).chapters if one.id == "criteria_age")
    assert "1985" in age.text
    assert age.grid is not None
    assert [row[1] for row in age.grid.rows] == ["Under 45", "18 to 65"]
    assert {row[2] for row in age.grid.rows} == {"as described"}


def test_what_moved_since_the_start_is_said() -> None:
    moved = next(one for one in built(TYPICAL).chapters if one.id == "moved")
    assert {entry.label: entry.text for entry in moved.entries} == {
        "Still in my first three": "nothing",
        "New": "Having children; Singing in my choir",
        "No longer": "Fewer relapses",
    }


def test_the_small_print_says_what_it_is_who_checked_it_and_when_it_is_past() -> None:
    small = " ".join(built(TYPICAL).small_print)
    for part in (AID.purpose, AID.review, "22 November 2026", "patient-reported", "Do not stop a medicine"):
        assert part in small
    assert "due for a check" not in small
    assert "due for a check on 22 November 2027" in " ".join(built(TYPICAL, today=date(2027, 11, 23)).small_print)


PRIVATE_WORDS: dict[Part, tuple[str, ...]] = {
    "name": ("Anna Sample",),
    "age": ("1985", "40 or 41"),
    "facts": ("ocrelizumab", "Tysabri", "penicillin", "3.5", "relapsing-remitting"),
    "values": ("Singing in my choir", "something hard now", "Having children"),
    "standing": ("aHSCT assessment", "to see the MRI", "A quiet scan"),
    "may_have_wrong": ("always ends the chance", "How sure is the result"),
    "abroad": ("Mexico", "Unsure"),
    "notes": ("Ask Erik",),
}  # fmt: skip


@pytest.mark.parametrize("part", get_args(Part))
def test_what_is_kept_private_is_on_no_page(part: Part) -> None:
    record = person(summary={"private": [part], "notes": "Ask Erik to write down the answers."})
    page = everything(built(record))
    assert [word for word in PRIVATE_WORDS[part] if word in page] == []
    # And the words are looked for as they would be printed.
    assert [word for word in PRIVATE_WORDS[part] if word not in everything(built(TYPICAL))] == []


def test_the_first_leaning_and_who_pushes_are_never_printed() -> None:
    page = everything(built(TYPICAL))
    assert "oin a trial" not in page
    assert "uncle" not in page


@given(records())
def test_the_first_leaning_changes_nothing(record: Record) -> None:
    without = msgspec.structs.replace(record, start=msgspec.structs.replace(record.start, first_leaning=None))
    assert built(record) == built(without)


@given(records())
def test_a_summary_is_the_same_twice_and_survives_json(record: Record) -> None:
    summary = built(record)
    assert built(record) == summary
    assert msgspec.json.decode(msgspec.json.encode(summary), type=Summary) == summary
