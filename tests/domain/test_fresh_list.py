"""Sorting studies, their status with its date, and what changed since the list that ships."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hsct_aid.domain.availability import Trial, status_words
from hsct_aid.domain.fresh_list import StatusChange, as_trial, changes, matches, people_words
from hsct_aid.domain.registry import Study, sort_out

TODAY = date(2026, 11, 23)


def study(number: int = 1, **more: Any) -> Study:
    fields = {"status": "RECRUITING", "title": "aHSCT for multiple sclerosis", "updated": "2026-10-02"} | more
    return Study(f"NCT9900{number:04}", **fields)


def shipped(number: int, status: str = "recruiting") -> Trial:
    name = f"NCT9900{number:04}"
    return Trial(name, ("ISRCTN1", name), "Ours", "", (), status, None, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(("registry", "ours"), [
    ("RECRUITING", "recruiting"), ("NOT_YET_RECRUITING", "not_yet"), ("ENROLLING_BY_INVITATION", "invitation"),
    ("ACTIVE_NOT_RECRUITING", "closed"), ("SUSPENDED", "closed"), ("COMPLETED", "finished"),
    ("TERMINATED", "stopped"), ("WITHDRAWN", "stopped"), ("UNKNOWN", "unknown"), ("A_NEW_WORD", "unknown"),
])  # fmt: skip
def test_the_words_of_the_registry_for_a_status_have_calm_ones(registry: str, ours: str) -> None:
    assert [one.status for one in sort_out([study(status=registry)], (), TODAY).found] == [ours]


def test_a_status_is_shown_with_the_month_of_the_last_update() -> None:
    (found,) = sort_out([study()], (), TODAY).found
    assert status_words(as_trial(found), TODAY) == "looking for people, as of October 2026"


@pytest.mark.parametrize("more", [{"updated": "2025-06"}, {"ends": "2026-10"}, {"updated": None}])
def test_an_old_record_or_one_whose_end_has_passed_is_not_confirmed(more: dict[str, Any]) -> None:
    (found,) = sort_out([study(**more)], (), TODAY).found
    assert status_words(as_trial(found), TODAY).startswith("not confirmed")


def test_studies_that_follow_people_and_programmes_stand_apart_and_last() -> None:
    several = [
        study(1, status="ENROLLING_BY_INVITATION"), study(2, kind="OBSERVATIONAL"), study(3, kind="EXPANDED_ACCESS"),
        study(4, status="COMPLETED", kind="INTERVENTIONAL"), study(5, kind="INTERVENTIONAL"),
    ]  # fmt: skip
    found = sort_out(several, (), TODAY).found
    assert [(one.number[-1], one.kind) for one in found] == [
        ("5", "trial"), ("4", "trial"), ("2", "observational"), ("3", "programme"), ("1", "programme"),
    ]  # fmt: skip


def test_a_trial_that_was_withdrawn_has_no_end() -> None:
    (found,) = sort_out([study(status="WITHDRAWN", ends="2030")], (), TODAY).found
    assert found.ends is None


def test_of_a_study_in_several_files_the_newer_record_counts() -> None:
    older, newer = study(status="RECRUITING", updated="2025-01"), study(status="COMPLETED", updated="2026-01-02")
    for both in ([older, newer], [newer, older]):
        assert [one.status for one in sort_out(both, (), TODAY).found] == ["finished"]


@pytest.mark.parametrize(("texts", "reason"), [("", "not_shown"), ("Unlike mesenchymal cells.", "mesenchymal")])
def test_a_trial_of_our_own_list_stays_where_only_its_longer_texts_raise_doubts(texts: str, reason: str) -> None:
    bare = study(title="Stem cell therapy for multiple sclerosis", texts=texts)
    assert sort_out([bare], (), TODAY).left_out[0].reason == reason
    assert sort_out([bare], [shipped(1)], TODAY).found
    alike = study(title="Mesenchymal stem cells for multiple sclerosis")
    assert not sort_out([alike], [shipped(1)], TODAY).found


def test_the_day_of_the_data_is_the_newest_one_in_the_files() -> None:
    assert sort_out([study(1, version="2026-11-20"), study(2)], (), TODAY).data_of == "2026-11-20"
    assert sort_out([study(updated=None)], (), TODAY).data_of is None


def test_changes_name_what_is_new_what_moved_and_what_is_not_there() -> None:
    fresh = sort_out([study(1), study(2, status="COMPLETED"), study(3)], [], TODAY)
    since = changes(fresh, [shipped(2), shipped(3), shipped(4)])
    assert since.new == ("NCT99000001",)
    assert since.status == (StatusChange("NCT99000002", "recruiting", "finished"),)
    assert since.not_in_file == ("NCT99000004",)


def test_a_trial_that_was_left_out_was_in_the_file() -> None:
    fresh = sort_out([study(title="Ocrelizumab", conditions=("Multiple Sclerosis",))], [], TODAY)
    assert changes(fresh, [shipped(1)]).not_in_file == ()


@pytest.mark.parametrize(("more", "words"), [
    ({"people": 1200, "counted": "planned"}, "1,200 planned."),
    ({"people": 94, "counted": "took_part", "youngest": 18, "oldest": 55},
     "94 took part. Age 18 to 55, the record says."),
    ({"people": 0, "counted": "took_part"}, "Nobody took part."),
    ({"youngest": 18}, "Age 18 or more, the record says."),
    ({"oldest": 64, "age_groups": True}, "The file names only an age group: 64 or less."),
    ({}, ""),
])  # fmt: skip
def test_people_and_ages_are_what_the_record_says(more: dict[str, Any], words: str) -> None:
    (found,) = sort_out([study(**more)], (), TODAY).found
    assert people_words(found) == words


@pytest.mark.parametrize(("wanted", "seen"), [
    ({}, True), ({"words": "SCLEROSIS ahsct"}, True), ({"words": "nct99000001 norway"}, True),
    ({"words": "melanoma"}, False), ({"country": "Norway"}, True), ({"country": "Nor"}, False),
    ({"status": "recruiting"}, True), ({"status": "finished"}, False), ({"age": 18}, True), ({"age": 17}, False),
    ({"age": 55}, True), ({"age": 56}, False),
])  # fmt: skip
def test_the_list_is_narrowed_by_words_country_status_and_age(wanted: dict[str, Any], seen: bool) -> None:
    (found,) = sort_out([study(countries=("Norway",), youngest=18, oldest=55)], (), TODAY).found
    assert matches(found, **wanted) == seen


def test_a_record_that_names_no_age_is_in_view_at_every_age() -> None:
    (found,) = sort_out([study()], (), TODAY).found
    assert all(matches(found, age=age) for age in (0, 40, 110))
