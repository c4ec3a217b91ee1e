"""Criteria beside the person's words: properties of every shipped rule, for any facts, on any day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from hsct_aid import shipped
from hsct_aid.content.yaml_file import read_yaml
from hsct_aid.domain.aid import Aid, Library
from hsct_aid.domain.availability import Availability
from hsct_aid.domain.candidacy import Rule
from hsct_aid.domain.criteria import criteria, is_first, missing_facts, needed_facts, state
from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, Scan
from hsct_aid.domain.logic import evaluate
from hsct_aid.domain.record import Record

TODAY: Final = date(2026, 11, 22)
RULES: Final = msgspec.convert(
    read_yaml(shipped.folder("content", "en", "library", "rules.yaml"), "rules.yaml").value, tuple[Rule, ...]
)
BY_ID: Final = {rule.id: rule for rule in RULES}
KNOWN: Final = {"as_described", "differs", "present", "not_present", "other_type"}
EVERYTHING_UNKNOWN: Final = Facts(**{name: Answer(unknown=True) for name in Facts.__struct_fields__})


def _aid() -> Aid:
    parts: dict[str, Any] = {name: () for name in Library.__struct_fields__}
    parts |= {name: {} for name in ("sources", "outcomes", "terms", "nets", "claims")}
    parts |= {"rules": RULES, "availability": Availability(TODAY, (), (), (), (), (), (), (), ())}
    return Aid("en", "", "", "", "", "", TODAY, TODAY, TODAY, (), (), Library(**parts))


AID: Final = _aid()


def rows(facts: Facts, today: date = TODAY) -> dict[str, Any]:
    return {row.rule: row for row in criteria(AID, Record(facts=facts), today)}


# --- facts of every shape, near the limits of the rules

days = st.dates(date(2022, 1, 1), TODAY).map(str)
partial = st.builds(lambda day, end: day[:end], days, st.sampled_from((4, 7, 10)))
lesions = st.none() | st.booleans() | st.integers(0, 4)


def answers(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Answer[Any] | None]:
    return st.none() | st.just(Answer(unknown=True)) | values.map(Answer)


names = st.sampled_from(("natalizumab", "Ocrevus", "", "a trial"))
reasons = st.none() | st.sampled_from(("not_working", "risk", "still_taking", "other"))
relapses = st.builds(Relapse, st.none() | partial, st.none() | st.booleans() | names)
medicines = st.builds(Medicine, names, st.none() | partial, st.none() | partial, st.none() | partial, reasons)
scans = st.builds(Scan, st.none() | partial, st.none() | st.booleans(), lesions, lesions)
years = st.sampled_from([1930, *range(1958, 1986), *range(2006, 2030), 2040])
facts = st.builds(
    Facts,
    ms_type=answers(st.sampled_from(("rrms", "spms", "ppms", "cis"))),
    birth_year=answers(years),
    first_symptom_year=answers(years),
    diagnosis_year=answers(years),
    edss=answers(st.integers(0, 20).map(lambda half: half / 2)),
    walk_metres=answers(st.sampled_from((0, 19, 20, 21, 99, 100, 101, 5000))),
    walk_support=answers(st.sampled_from(("none", "one_side", "two_sides"))),
    relapses=answers(st.lists(relapses, max_size=4).map(tuple)),
    mri=answers(scans),
    csf_oligoclonal_bands=answers(st.booleans()),
    medicines=answers(st.lists(medicines, max_size=3).map(tuple)),
    pml=answers(st.booleans()),
)


@st.composite
def facts_and_less(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """Facts, and the same facts with some of them forgotten or coarser."""
    whole = draw(facts)
    less: dict[str, Any] = {}
    for name in draw(st.sets(st.sampled_from(Facts.__struct_fields__))):
        less[name] = draw(st.none() | st.just(Answer(unknown=True)))
    if "relapses" not in less and whole.relapses and whole.relapses.value:
        keeps = draw(st.booleans())
        less["relapses"] = Answer(tuple(_vaguer(draw, relapse, keeps) for relapse in whole.relapses.value))
        if not keeps:
            less["medicines"] = None  # what was said with a relapse may contradict the list
    if "mri" not in less and whole.mri and whole.mri.value:
        forgotten = draw(st.sets(st.sampled_from(Scan.__struct_fields__)))
        less["mri"] = Answer(structs.replace(whole.mri.value, **dict.fromkeys(forgotten)))
    return whole, structs.replace(whole, **less)


def _vaguer(draw: st.DrawFn, relapse: Relapse, keeps_medicine: bool) -> Relapse:
    when = draw(st.sampled_from((relapse.when, relapse.when and relapse.when[:7], relapse.when and relapse.when[:4])))
    return Relapse(draw(st.sampled_from((when, None))), relapse.on_medicine if keeps_medicine else None)


def test_a_rule_that_is_not_in_the_language_cannot_be_loaded() -> None:
    plain = msgspec.to_builtins(BY_ID["ect_age"])
    with pytest.raises(msgspec.ValidationError, match="limit"):
        msgspec.convert(plain | {"expr": {"fact": "age", "op": "<"}}, Rule)


@pytest.mark.parametrize("field", ["source", "read_in", "also_in"])
def test_every_source_of_a_rule_is_in_the_library(field: str) -> None:
    file = read_yaml(shipped.folder("content", "en", "library", "sources.yaml"), "sources.yaml")
    known = {source["id"] for source in file.value}
    assert {getattr(rule, field) for rule in RULES} - {""} <= known


@given(facts_and_less())
def test_unknown_never_becomes_known_and_more_facts_never_make_a_known_row_unknown(pair: tuple[Facts, Facts]) -> None:
    whole, less = pair
    for rule in RULES:
        with_less = state(rule, less, TODAY)
        assert with_less not in KNOWN or state(rule, whole, TODAY) == with_less, rule.id
        if rule.logic is not None:
            truth = evaluate(rule.logic, less, TODAY)
            assert truth is None or evaluate(rule.logic, whole, TODAY) == truth, rule.id


@given(facts, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(some: Facts, shuffle: Any) -> None:
    changes = {}
    for name in ("relapses", "medicines"):
        answer = getattr(some, name)
        if answer and answer.value:
            changes[name] = Answer(tuple(shuffle.sample(answer.value, len(answer.value))))
    assert rows(structs.replace(some, **changes)) == rows(some)


@given(facts)
def test_ppms_is_never_shown_as_fitting_a_text_on_relapsing_ms(some: Facts) -> None:
    found = rows(structs.replace(some, ms_type=Answer("ppms")))
    relapsing_only = ("NMSS 2021 (USA)", "BEAT-MS trial", "StarMS trial", "RAM-MS trial", "MIST trial")
    for row in found.values():
        written_for_relapsing = BY_ID[row.rule].ms_types and "ppms" not in BY_ID[row.rule].ms_types
        if row.rule_set in relapsing_only or written_for_relapsing:
            assert row.state != "as_described", row.rule


@given(facts, st.integers(1930, 2026), st.sampled_from([rule for rule in RULES if rule.group in ("age", "duration")]))
def test_a_row_is_not_known_exactly_where_the_limit_lies_inside_the_range(some: Facts, year: int, rule: Rule) -> None:
    assert rule.logic
    assert rule.expr
    key = next(key for key in needed_facts(rule) if key != "ms_type")
    written = structs.replace(some, **{key: Answer(year)})
    ends = {_fits(rule.expr, TODAY.year - year - late) for late in (0, 1) if TODAY.year - year - late >= 0}
    assert evaluate(rule.logic, written, TODAY) == (ends.pop() if len(ends) == 1 else None)


def _fits(expr: dict[str, Any], number: float) -> bool:
    """An independent reading of the published sign."""
    if expr["op"] == "between":
        return bool(expr["low"] <= number <= expr["high"])
    return bool(number < expr["value"] if expr["op"] == "<" else number <= expr["value"])


@given(st.integers(0, 20), st.sampled_from([rule for rule in RULES if rule.expr and rule.expr.get("fact") == "edss"]))
def test_both_sides_of_each_edss_limit_follow_the_published_sign(half_points: int, rule: Rule) -> None:
    assert rule.logic
    assert rule.expr
    edss = half_points / 2
    assert evaluate(rule.logic, Facts(edss=Answer(edss)), TODAY) is _fits(rule.expr, edss)


@given(facts, st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_any_facts_on_any_day_give_one_row_for_every_rule(some: Facts, today: date) -> None:
    found = criteria(AID, Record(facts=some), today)
    assert [row.rule for row in found] == [rule.id for rule in RULES]
    for row in found:
        assert row.your_words
        if BY_ID[row.rule].role == "excluding":
            assert row.state in ("present", "not_present", "not_known")


@given(st.dates(date(2023, 1, 1), date(2028, 12, 31)), st.integers(-2, 2))
def test_a_scan_leaves_its_window_after_exactly_a_year_also_in_leap_years(today: date, offset: int) -> None:
    leap = (today.month, today.day) == (2, 29)
    day = today.replace(year=today.year - 1, day=28 if leap else today.day) + timedelta(days=offset)
    some = Facts(mri=Answer(Scan(str(day), contrast=True, new_lesions=1, enhancing=0)))
    assert state(BY_ID["lo_mri"], some, today) == ("as_described" if offset >= 0 else "not_known")


def test_a_record_with_everything_unknown_gives_a_full_page_and_a_full_list() -> None:
    for found in (rows(EVERYTHING_UNKNOWN), rows(Facts())):
        assert len(found) == len(RULES)
        assert {row.state for row in found.values()} == {"not_known", "for_the_team", "information"}
    assert missing_facts(AID, Record(facts=EVERYTHING_UNKNOWN)) == (
        "ms_type", "birth_year", "first_symptom_year", "diagnosis_year", "edss", "walk_metres", "walk_support",
        "relapses", "mri", "csf_oligoclonal_bands", "medicines", "pml",
    )  # fmt: skip


def test_what_only_another_type_of_ms_needs_is_not_asked_for() -> None:
    relapsing = structs.replace(EVERYTHING_UNKNOWN, ms_type=Answer("rrms"))
    assert "csf_oligoclonal_bands" not in missing_facts(AID, Record(facts=relapsing))


def test_an_mri_that_is_known_only_in_part_is_still_asked_for() -> None:
    for scan, is_missing in ((Scan("2026", True, 1), True), (Scan("2026", True, 1, 0), False)):
        assert ("mri" in missing_facts(AID, Record(facts=Facts(mri=Answer(scan))))) is is_missing


def test_a_text_for_another_type_says_so_and_shows_the_type() -> None:
    row = rows(Facts(ms_type=Answer("ppms"), birth_year=Answer(1990)))["be_age"]
    assert (row.state, row.your_words) == ("other_type", "You wrote: primary progressive MS")
    assert rows(Facts(birth_year=Answer(1990)))["be_age"].state == "not_known"
    assert rows(Facts(ms_type=Answer("spms")))["nm_type"].state == "for_the_team"


def test_the_words_are_the_persons_own_and_never_a_verdict() -> None:
    row = rows(Facts(birth_year=Answer(1981)))["ect_age"]
    assert row.their_words == "Under 45 years. Fit people over 55 might be considered one by one."
    assert row.your_words == "You wrote: born 1981 (44 or 45)"
    assert row.state == "not_known"
    assert rows(Facts())["ect_age"].your_words == "Year of birth: not filled in"
    assert rows(EVERYTHING_UNKNOWN)["ect_age"].your_words == "You wrote: year of birth: not known"


def test_a_medicine_stopped_for_its_risk_is_told_as_that_and_left_to_the_team() -> None:
    stopped = Medicine("natalizumab", start="2020", stop="2024-05", reason="risk")
    row = rows(Facts(ms_type=Answer("rrms"), medicines=Answer((stopped,))))["lo_dmt"]
    assert row.your_words == "You wrote: natalizumab (from 2020, until May 2024, stopped because of a risk)"
    assert row.state == "for_the_team"


def test_exclusions_read_present_not_present_or_not_known() -> None:
    states = {pml: rows(Facts(pml=Answer(pml)))["be_pml"].state for pml in (True, False)}
    assert states == {True: "present", False: "not_present"}
    assert rows(Facts())["be_pml"].state == rows(Facts())["be_mds"].state == "not_known"


def test_closed_trials_are_information_whatever_the_facts() -> None:
    fitting = Facts(ms_type=Answer("rrms"), birth_year=Answer(1996), edss=Answer(3.0))
    for row in rows(fitting).values():
        if row.rule_set in ("StarMS trial", "RAM-MS trial", "MIST trial"):
            assert row.state == "information"


def test_the_newest_guideline_and_the_persons_country_come_first() -> None:
    assert {rule.rule_set for rule in RULES if is_first(rule, None)} == {"ECTRIMS/EBMT 2025"}
    assert "MS Society UK (NHS, undated)" in {rule.rule_set for rule in RULES if is_first(rule, "GB")}
