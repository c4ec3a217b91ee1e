"""Writes questions, values, facts and asks as a FHIR R4 bundle, for clinics whose records take one in.

A Questionnaire, the QuestionnaireResponse to it and the CodeSystem of its answers. Nothing in it weighs the answers:
no criterion, no first leaning, nobody who pushes; what the person keeps private is not in it.
"""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import Final, get_args
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from hsct_aid import __version__
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.labels import concern_words, field_of
from hsct_aid.domain.private import without_private
from hsct_aid.domain.questions import Addressee, Question
from hsct_aid.domain.record import Record
from hsct_aid.report.clean import tidy
from hsct_aid.report.fhir_facts import fact_items
from hsct_aid.report.fhir_items import CODES, Data, Item, group, groups, question

QUESTIONNAIRE: Final = "urn:hsct-aid:questionnaire:appointment"
_IDS: Final[UUID] = uuid5(NAMESPACE_URL, "urn:hsct-aid")


def render_fhir(aid: Aid, record: Record, today: date) -> bytes:
    """The bundle in JSON: the same bytes for the same record and day."""
    record = without_private(record)
    parts = [
        group("start", _("What I would like from the visit"), _asks(aid, record)),
        _questions(record.questions.asked),
        group("values", _("What matters to me"), _values(aid, record)),
        group("facts", _("My facts, as I know them"), fact_items(aid, record.facts)),
    ]
    questionnaire = _questionnaire(aid, parts)
    resources = (questionnaire, _response(record, parts, today, aid.language), _code_system(aid, questionnaire))
    bundle: Data = {"resourceType": "Bundle", "type": "collection", "timestamp": f"{today.isoformat()}T00:00:00Z"}
    bundle["entry"] = [_entry(resource) for resource in resources]
    return msgspec.json.format(msgspec.json.encode(bundle)) + b"\n"


def _entry(resource: Data) -> Data:
    name = str(uuid5(_IDS, msgspec.json.encode(resource).decode()))
    kind = {"resourceType": resource["resourceType"], "id": name}
    return {"fullUrl": f"urn:uuid:{name}", "resource": kind | resource}


def _questionnaire(aid: Aid, parts: list[Item]) -> Data:
    return {
        "resourceType": "Questionnaire",
        "language": aid.language,
        "url": QUESTIONNAIRE,
        "version": __version__,
        "name": "HSCTAidAppointmentPage",
        "title": _("aHSCT for MS: my page for the appointment"),
        "status": "active",
        "subjectType": ["Patient"],
        "date": aid.evidence_date.isoformat(),
        "description": aid.purpose,
        "item": [part.asked for part in parts],
    }


def _response(record: Record, parts: list[Item], today: date, language: str) -> Data:
    name = tidy(record.name).strip()
    return {
        "resourceType": "QuestionnaireResponse",
        "language": language,
        "questionnaire": f"{QUESTIONNAIRE}|{__version__}",
        "status": "completed",
        **({"subject": {"type": "Patient", "display": name}} if name else {}),
        "authored": today.isoformat(),
        "source": {"type": "Patient", "display": _("the person with MS")},
        **({"item": answered} if (answered := [answer for part in parts for answer in part.answered]) else {}),
    }


def _code_system(aid: Aid, questionnaire: Data) -> Data:
    """Every code that can be an answer, with its words, so that the file explains itself."""
    return {
        "resourceType": "CodeSystem",
        "language": aid.language,
        "url": CODES,
        "version": __version__,
        "name": "HSCTAidAnswers",
        "status": "active",
        "caseSensitive": True,
        "content": "complete",
        "concept": [{"code": one["code"], "display": one["display"]} for one in _codings(questionnaire)],
    }


def _codings(item: Data) -> list[Data]:
    own = [option["valueCoding"] for option in item.get("answerOption", ())]
    return own + [coding for inner in item.get("item", ()) for coding in _codings(inner)]


def _asks(aid: Aid, record: Record) -> list[Item]:
    start, form = record.start, field_of(aid, "start.asks")
    options = {choice.id: choice.label for choice in form.choices} if form else {}
    asks = dict.fromkeys(start.asks)
    return [
        question("start.asks", _("Today I would like to"), "choice", asks, options=options, many=True),
        question("start.ask_words", _("In my own words"), "text", [start.ask_words]),
        question("start.look_again_on", _("Look again on"), "date", [start.look_again_on]),
    ]


def _questions(asked: tuple[Question, ...]) -> Item:
    return groups("questions", _("My questions, in my order"), _one_question(None), map(_one_question, asked))


def _one_question(one: Question | None) -> list[Item]:
    doctors = (_("neurologist"), _("MS nurse"), _("transplant centre"), _("family doctor"))
    options = dict(zip(get_args(Addressee), doctors, strict=True))
    said = one is not None and bool(one.text.strip())
    return [
        question("questions.text", _("Question"), "text", [one.text] if one else ()),
        question("questions.to", _("For"), "choice", [one.to] if one and said else (), options=options),
        question(
            "questions.companion",
            _("The person with me asks"),
            "boolean",
            [True] if one and said and one.companion else (),
        ),
    ]


def _values(aid: Aid, record: Record) -> list[Item]:
    values, options = record.values, {concern.id: concern.short for concern in aid.library.concerns}
    top = [
        one if one in options else concern_words(aid, record, one)
        for one in values.top or record.start.first_priorities
    ]
    least = values.least if values.least in options else concern_words(aid, record, values.least)
    return [
        question("values.top", _("What matters most to me"), "open-choice", top, options=options, many=True),
        question("values.least", _("What matters least"), "open-choice", [least], options=options),
        question("values.own_words", _("In my own words"), "text", [values.own_words]),
    ]
