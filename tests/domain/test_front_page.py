"""The front of the page: its boxes, their order, and what each may say at most."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from hsct_aid.domain.record import Record
from hsct_aid.domain.shorten import with_room
from hsct_aid.domain.summary import build_summary
from tests.domain.built import box, built, said
from tests.report.people import EMPTY, TYPICAL, TYPICAL_FACTS, URGENT, person, words
from tests.report.sample_aid import AID, TODAY
from tests.strategies import records

ORDER = ["strip", "ask", "questions", "facts", "new", "values", "standing", "wrong", "records", "abroad", "clinician"]
TOLD: dict[str, Any] = {"relapses": {"value": []}, "medicines": {"value": []}}


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
