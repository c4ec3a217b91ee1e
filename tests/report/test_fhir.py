"""The FHIR form: valid as R4, each answer under its question and of its type, and nothing that weighs or is private."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec
import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings

from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.facts import Facts
from hsct_aid.domain.record import Record
from hsct_aid.report.fhir import render_fhir
from hsct_aid.report.fhir_facts import KINDS
from tests.report.people import EMPTY, EVERY_LIMIT, TYPICAL, TYPICAL_FACTS, person
from tests.report.sample_aid import AID, TODAY
from tests.strategies import FILLERS, HOSTILE, longest, records

Data = dict[str, Any]
VALUES = {
    "choice": {"valueCoding"}, "open-choice": {"valueCoding", "valueString"}, "string": {"valueString"},
    "text": {"valueString"}, "date": {"valueDate"}, "boolean": {"valueBoolean"}, "integer": {"valueInteger"},
    "decimal": {"valueDecimal"},
}  # fmt: skip
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"


@lru_cache(maxsize=1)
def real() -> Aid:
    return load_aid("en")


def bundle(record: Record, aid: Aid = AID) -> tuple[Data, Data, Data]:
    """Questionnaire, response and code system of the record, after FHIR's own check."""
    made = render_fhir(aid, record, TODAY)
    Bundle.model_validate_json(made)
    questionnaire, response, codes = (entry["resource"] for entry in msgspec.json.decode(made)["entry"])
    return questionnaire, response, codes


def items(resource: Data) -> Iterator[Data]:
    """Every item of a questionnaire or response, at any depth."""
    for item in resource.get("item", ()):
        yield item
        yield from items(item)
        for answer in item.get("answer", ()):
            yield from items(answer)


def check(asked: Data, answered: Data) -> None:
    """What FHIR asks of a response and no schema can say: places, types, options and how often."""
    known = {item["linkId"]: item for item in asked.get("item", ())}
    order = [item["linkId"] for item in answered.get("item", ())]
    assert order == sorted(order, key=list(known).index)
    for item in answered.get("item", ()):
        question = known[item["linkId"]]
        assert order.count(item["linkId"]) == 1 or question.get("repeats")
        assert ("item" in item) == (question["type"] == "group")
        check(question, item)
        answers = item.get("answer", ())
        assert len(answers) <= 1 or question.get("repeats")
        for answer in answers:
            assert "extension" in answer or {*answer} - {"item"} <= VALUES[question["type"]], answer
            if question["type"] == "choice" and "valueCoding" in answer and "answerOption" in question:
                assert {"valueCoding": answer["valueCoding"]} in question["answerOption"]
            check(question, answer)


def answers(record: Record, link: str, aid: Aid = AID) -> list[Data]:
    response = bundle(record, aid)[1]
    found = [answer for item in items(response) if item["linkId"] == link for answer in item.get("answer", ())]
    return [{name: value for name, value in answer.items() if name != "item"} for answer in found]


@pytest.mark.parametrize("record", [EMPTY, TYPICAL, EVERY_LIMIT, *(longest(filler) for filler in FILLERS.values())])
@pytest.mark.parametrize("aid", ["sample", "real"])
def test_it_is_valid_and_every_answer_stands_under_its_question(record: Record, aid: str) -> None:
    questionnaire, response, codes = bundle(record, AID if aid == "sample" else real())
    check(questionnaire, response)
    assert response["questionnaire"] == f"{questionnaire['url']}|{questionnaire['version']}"
    links = [item["linkId"] for item in items(questionnaire)]
    assert len(links) == len(set(links))
    known = [concept["code"] for concept in codes["concept"]]
    assert len(known) == len(set(known))


@given(records(items=2))
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
def test_it_is_valid_whatever_was_written(record: Record) -> None:
    questionnaire, response, _codes = bundle(record, real())
    check(questionnaire, response)


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_valid_with_hostile_text(text: str) -> None:
    questions = {"asked": [{"id": "q1", "text": text}]}
    bundle(person(name=text, questions=questions, facts={"allergies": {"value": text}}, values={"own_words": text}))


def test_the_bytes_are_the_same_twice_and_the_questionnaire_is_the_same_for_everyone() -> None:
    assert render_fhir(AID, TYPICAL, TODAY) == render_fhir(AID, TYPICAL, TODAY)
    assert bundle(TYPICAL)[0] == bundle(EMPTY)[0]
    assert "item" not in bundle(EMPTY)[1]


def test_every_fact_is_asked_for_in_the_words_of_the_form() -> None:
    assert tuple(KINDS) == Facts.__struct_fields__
    facts = next(part for part in bundle(EMPTY, real())[0]["item"] if part["linkId"] == "facts")["item"]
    assert [item["linkId"] for item in facts] == [f"facts.{name}" for name in Facts.__struct_fields__]
    assert all(item["text"] for item in facts)


def test_every_code_of_a_response_is_in_the_code_system() -> None:
    _questionnaire, response, codes = bundle(TYPICAL, real())
    used = {
        answer["valueCoding"]["code"]
        for item in items(response)
        for answer in item.get("answer", ())
        if answer.get("valueCoding", {}).get("system") == codes["url"]
    }
    assert used
    assert used - {concept["code"] for concept in codes["concept"]} == set()


def test_unknown_is_told_apart_from_not_answered_and_from_known() -> None:
    assert answers(TYPICAL, "facts.vaccines") == [{"extension": [{"url": ABSENT, "valueCode": "asked-unknown"}]}]
    assert answers(TYPICAL, "facts.smoking") == []
    assert answers(TYPICAL, "facts.edss") == [{"valueDecimal": 3.5}]
    assert answers(TYPICAL, "facts.birth_year") == [{"valueDate": "1985"}]
    lists = {"relapses": {"value": []}, "medicines": {"unknown": True}, "illnesses": {"value": []}}
    assert answers(person(facts=lists), "facts.relapses.any") == [{"valueBoolean": False}]
    assert "extension" in answers(person(facts=lists), "facts.medicines.any")[0]
    assert answers(person(facts=lists), "facts.illnesses")[0]["valueCoding"]["code"] == "facts.illnesses.none"


def test_lists_keep_every_entry_and_dates_keep_what_is_known_of_them() -> None:
    assert [one["valueDate"] for one in answers(TYPICAL, "facts.relapses.when")] == ["2026-08", "2025-11", "2023"]
    assert [one["valueString"] for one in answers(TYPICAL, "facts.medicines.name")] == [
        "ocrelizumab", "interferon beta-1a", "Tysabri",
    ]  # fmt: skip
    assert answers(TYPICAL, "facts.mri.new_lesions") == [{"valueInteger": 3}]
    assert answers(TYPICAL, "facts.mri.new_lesions.seen") == [{"valueBoolean": True}]
    impossible = person(facts={"edss_date": {"value": "2026-02-31"}})
    assert answers(impossible, "facts.edss_date") == [{"valueDate": "2026-02"}]


def test_the_day_an_answer_was_given_stands_with_it() -> None:
    record = person(facts={"edss": {"value": 4, "on": "2026-11-20"}, "relapses": {"unknown": True, "on": "2026-11-21"}})
    assert answers(record, "facts.edss.on") == [{"valueDate": "2026-11-20"}]
    assert answers(record, "facts.relapses.on") == [{"valueDate": "2026-11-21"}]


def test_a_country_has_its_code_of_the_international_standard() -> None:
    coding = answers(person(facts={"country": {"value": "SE"}}), "facts.country")[0]["valueCoding"]
    assert coding == {"system": "urn:iso:std:iso:3166", "code": "SE"}


def test_questions_keep_their_order_and_whom_they_are_for() -> None:
    assert [one["valueString"] for one in answers(TYPICAL, "questions.text")][::3] == [
        "Is my MS active now?", "How many people do you treat each year?",
    ]  # fmt: skip
    assert [one["valueCoding"]["display"] for one in answers(TYPICAL, "questions.to")][-1] == "transplant centre"


def test_values_are_the_top_three_the_least_and_the_persons_own_words() -> None:
    assert answers(TYPICAL, "values.top") == [
        {"valueCoding": {"system": "urn:hsct-aid:codes", "code": "values.top.children", "display": "Having children"}},
        {"valueString": "Singing in my choir"},
    ]
    assert answers(TYPICAL, "values.least")[0]["valueCoding"]["code"] == "values.least.relapses"


def test_nothing_weighs_the_answers_and_nobody_who_pushes_is_named() -> None:
    made = render_fhir(AID, TYPICAL, TODAY).decode()
    for never in ("rule_1", "Body 1", "as_described", "My uncle", "leaning", "trial", "quiz"):
        assert never not in made
    for told in ("Anna Sample", "penicillin", "Is my MS active now?"):
        assert told in made


@pytest.mark.parametrize(
    ("part", "gone", "left"),
    [
        ("name", "Anna Sample", "penicillin"),
        ("age", "1985", "penicillin"),
        ("facts", "penicillin", "Anna Sample"),
        ("values", "Singing in my choir", "Anna Sample"),
    ],
)
def test_a_private_part_is_not_in_it(part: str, gone: str, left: str) -> None:
    private = person(summary={"private": [part]}, facts=TYPICAL_FACTS)
    assert gone in render_fhir(AID, person(), TODAY).decode()
    assert gone not in render_fhir(AID, private, TODAY).decode()
    assert left in render_fhir(AID, private, TODAY).decode()


def test_nobody_is_named_where_no_name_was_given() -> None:
    assert "subject" not in bundle(person(name=" "))[1]


def test_a_wrong_answer_would_be_found() -> None:
    questionnaire, response, _codes = bundle(TYPICAL)
    next(item for item in items(response) if item["linkId"] == "facts.edss")["answer"] = [{"valueString": "3.5"}]
    with pytest.raises(AssertionError):
        check(questionnaire, response)
