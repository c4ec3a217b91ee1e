"""Sixteen people, each criterion read by hand from its published words, then by the aid: the same row by row."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec
import pytest

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.criteria import criteria
from hsct_aid.domain.record import Record

TODAY: Final = date(2026, 11, 22)
STATES: Final = {
    "a": "as_described", "d": "differs", "?": "not_known", "o": "other_type", "t": "for_the_team",
    "p": "present", "n": "not_present",
}  # fmt: skip
COMPARED: Final = (
    *("ect_age", "hb_age", "ebmt_age", "nm_age", "lo_age", "ms_age", "be_age", "nm_type"),
    *("ect_edss", "hb_edss", "ebmt_edss", "be_edss", "lo_walk"),
    *("ect_dur", "hb_dur", "ebmt_dur", "nm_dur", "lo_dur"),
    *("hb_gd", "lo_mri", "lo_spms", "lo_ppms", "be_pml"),
)
RELAPSING: Final = ("hb_std", "nm_act", "sc_rrms", "wa_rrms", "lo_dmt", "nm_centre")
"""For the team, and written for relapsing-remitting MS alone."""
BEAT: Final = ("be_type", "be_act")
"""For the team; secondary progressive MS with relapses belongs to it."""
PROGRESSIVE: Final = ("ect_prog", "hb_prog")
TEAM: Final = ("ect_activity", "ebmt_act", "as_act", "ms_act", "ect_dmt", "ect_first", "hb_first", "ebmt_dmt",
               "ms_dmt", "ms_doc", "ms_edss", "hb_centre")  # fmt: skip

PEOPLE: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    # age type, EDSS walk, years, scans, PML
    "well inside every limit": ("aaaaaaa a aaaaa aaaaa aaoo n", {
        "ms_type": "rrms", "birth_year": 1990, "first_symptom_year": 2018, "diagnosis_year": 2019, "edss": 3.5,
        "walk_metres": 500, "walk_support": "none", "pml": False,
        "mri": {"date": "2026-08", "contrast": True, "new_lesions": 3, "enhancing": 1}}),
    "on the limits": ("?a?aaaa a dadaa ????a ddoo ?", {
        "ms_type": "rrms", "birth_year": 1981, "first_symptom_year": 2016, "diagnosis_year": 2011, "edss": 6.0,
        "walk_metres": 20, "walk_support": "two_sides",
        "mri": {"date": "2025-11-22", "contrast": True, "new_lesions": 0, "enhancing": 0}}),
    "older, with an old scan and PML": ("ddddaa? a aaaad dddd? a?oo p", {
        "ms_type": "rrms", "birth_year": 1970, "first_symptom_year": 2005, "diagnosis_year": 2010, "edss": 5.5,
        "walk_metres": 15, "walk_support": "two_sides", "pml": True,
        "mri": {"date": "2024", "contrast": True, "new_lesions": 5, "enhancing": 2}}),
    "primary progressive with bands and activity": ("aaaoaao o dddoa aaaoa ?aoa ?", {
        "ms_type": "ppms", "birth_year": 1985, "first_symptom_year": 2020, "diagnosis_year": 2021, "edss": 6.5,
        "walk_metres": 120, "walk_support": "one_side", "csf_oligoclonal_bands": True,
        "mri": {"date": "2026-09-01", "contrast": False, "new_lesions": 2}}),
    "secondary progressive, one new lesion": ("dddoaaa t dada? dddod dado n", {
        "ms_type": "spms", "birth_year": 1976, "first_symptom_year": 2000, "diagnosis_year": 2003, "edss": 6.0,
        "pml": False, "mri": {"date": "2026-03", "contrast": True, "new_lesions": 1, "enhancing": 0}}),
    "young, secondary progressive, much unknown": ("aaaoaaa t ????a ???oa ?aao ?", {
        "ms_type": "spms", "birth_year": 2007, "diagnosis_year": 2026, "walk_metres": 20, "walk_support": "one_side",
        "mri": {"date": "2026", "new_lesions": 2}}),
    "perhaps not of age": ("aaaa??? a aaaa? aaaaa aaoo n", {
        "ms_type": "rrms", "birth_year": 2008, "first_symptom_year": 2025, "diagnosis_year": 2026, "edss": 0.0,
        "walk_metres": 10, "walk_support": "none", "pml": False,
        "mri": {"date": "2026-10", "contrast": True, "enhancing": True}}),
    "nothing known": ("??????? ? ????? ????? ???? ?", {}),
    "a first attack": ("aaaoaao o aaaoa aaao? daoo n", {
        "ms_type": "cis", "birth_year": 1995, "first_symptom_year": 2026, "edss": 1.5, "walk_metres": 5000,
        "walk_support": "none", "pml": False,
        "mri": {"date": "2026-11-01", "contrast": True, "new_lesions": 1, "enhancing": 0}}),
    "a scan without a date": ("ddd?aaa a dddda aaaaa d?oo ?", {
        "ms_type": "rrms", "birth_year": 1976, "first_symptom_year": 2017, "diagnosis_year": 2012, "edss": 6.5,
        "walk_metres": 100, "walk_support": "two_sides",
        "mri": {"contrast": True, "new_lesions": 0, "enhancing": 0}}),
    "no scan, at the upper end": ("dddd?dd a dadad dddda ??oo n", {
        "ms_type": "rrms", "birth_year": 1960, "first_symptom_year": 2015, "diagnosis_year": 2011, "edss": 6.0,
        "walk_metres": 19, "walk_support": "two_sides", "pml": False}),
    "primary progressive without bands": ("?a?oaao o aaaoa aaaoa ddod ?", {
        "ms_type": "ppms", "birth_year": 1981, "first_symptom_year": 2017, "diagnosis_year": 2018, "edss": 5.5,
        "walk_metres": 50, "walk_support": "two_sides", "csf_oligoclonal_bands": False,
        "mri": {"date": "2026-10", "contrast": True, "new_lesions": 0, "enhancing": 0}}),
    "primary progressive, quiet scan, bands not known": ("aaaoaao o ???o? ???o? ddod ?", {
        "ms_type": "ppms", "birth_year": 1990,
        "mri": {"date": "2026-10", "contrast": True, "new_lesions": 0, "enhancing": 0}}),
    "secondary progressive, a scan on the edge of twelve months": ("dddoaaa t aaaa? dddod a??o n", {
        "ms_type": "spms", "birth_year": 1971, "first_symptom_year": 1999, "diagnosis_year": 2000, "edss": 5.5,
        "walk_metres": 30, "pml": False,
        "mri": {"date": "2025-11", "contrast": True, "new_lesions": 3, "enhancing": 1}}),
    "stopped a medicine for a risk": ("ddd?aaa a aaaaa aaaaa aaoo n", {
        "ms_type": "rrms", "birth_year": 1976, "first_symptom_year": 2019, "diagnosis_year": 2020, "edss": 4.5,
        "walk_metres": 300, "walk_support": "one_side", "pml": False,
        "medicines": [{"name": "natalizumab", "start": "2020", "stop": "2024", "reason": "risk"}],
        "relapses": [{"when": "2026-02"}, {"when": "2026-07"}],
        "mri": {"date": "2026-07-14", "contrast": True, "new_lesions": 0, "enhancing": 1}}),
    "type not known": ("aaa?aa? ? aaa?a aaa?a aa?? n", {
        "birth_year": 1990, "first_symptom_year": 2018, "diagnosis_year": 2019, "edss": 3.5,
        "walk_metres": 500, "walk_support": "none", "pml": False,
        "mri": {"date": "2026-08", "contrast": True, "new_lesions": 3, "enhancing": 1}}),
}  # fmt: skip


def states(aid: Aid, facts: dict[str, Any], today: date = TODAY) -> dict[str, str]:
    record = {"facts": {key: {"value": value} for key, value in facts.items()}}
    return {row.rule: row.state for row in criteria(aid, msgspec.convert(record, Record), today)}


@pytest.mark.parametrize("name", PEOPLE)
def test_each_criterion_reads_as_it_was_read_by_hand(aid: Aid, name: str) -> None:
    wanted, facts = PEOPLE[name]
    found, ms_type = states(aid, facts), facts.get("ms_type")
    assert {rule: found[rule] for rule in COMPARED} == {
        rule: STATES[letter] for rule, letter in zip(COMPARED, wanted.replace(" ", ""), strict=True)
    }
    for rules, types in ((RELAPSING, ("rrms",)), (BEAT, ("rrms", "spms")), (PROGRESSIVE, ("spms", "ppms"))):
        team = ms_type is None or ms_type in types
        assert {found[rule] for rule in rules} == {"for_the_team" if team else "other_type"}
    assert {found[rule] for rule in TEAM} == {"for_the_team"}
    assert found["be_mds"] == "not_known"
    others = set(found) - {*COMPARED, *RELAPSING, *BEAT, *PROGRESSIVE, *TEAM, "be_mds"}
    assert {found[rule] for rule in others} == {"information"}


def test_in_a_leap_year_twelve_months_end_with_february(aid: Aid) -> None:
    scan = {"contrast": True, "new_lesions": 1, "enhancing": 0}
    leap = date(2028, 2, 29)
    assert states(aid, {"mri": scan | {"date": "2027-02-28"}}, leap)["lo_mri"] == "as_described"
    assert states(aid, {"mri": scan | {"date": "2027-02-27"}}, leap)["lo_mri"] == "not_known"
