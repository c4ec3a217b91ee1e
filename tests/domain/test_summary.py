"""The page in words: its chapters and sources, and what is left out."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Chapter, Summary
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Part, Record
from hsct_aid.domain.summary import build_summary
from tests.domain.built import box, built
from tests.report.people import EMPTY, TYPICAL, person
from tests.report.sample_aid import AID, TODAY
from tests.strategies import records


def chapters(summary: Summary) -> list[str]:
    return [chapter.id for chapter in summary.chapters]


def everything(summary: Summary) -> str:
    return msgspec.json.encode(summary).decode()


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
