"""Sample people of several kinds, as plain records."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from hsct_aid.domain.record import Record

_WORDS: Final = (
    "My hands were numb for weeks and the walk to the shop took twice as long as it did in the spring of last year. "
)


def words(count: int) -> str:
    """So many characters of plain prose."""
    return (_WORDS * (count // len(_WORDS) + 1))[:count].strip()


TYPICAL_FACTS: Final[dict[str, Any]] = {
    "ms_type": {"value": "rrms"},
    "type_said_by": {"value": "Dr Holm"},
    "birth_year": {"value": 1985},
    "first_symptom_year": {"value": 2014},
    "diagnosis_year": {"value": 2015},
    "edss": {"value": 3.5},
    "edss_date": {"value": "2026-05"},
    "walking": {"value": "limited"},
    "walk_metres": {"value": 800},
    "relapses": {
        "value": [
            {"when": "2026-08", "on_medicine": "ocrelizumab", "recovered": "partly"},
            {"when": "2025-11", "on_medicine": "none", "recovered": "fully"},
            {"when": "2023"},
        ]
    },
    "mri": {"value": {"date": "2026-09", "contrast": True, "new_lesions": 3, "enhancing": 1}},
    "medicines": {
        "value": [
            {"name": "ocrelizumab", "start": "2024-03", "last_dose": "2026-09-14"},
            {"name": "interferon beta-1a", "start": "2015", "stop": "2020", "reason": "side_effects"},
            {"name": "Tysabri", "start": "2020", "stop": "2024-01", "reason": "risk"},
        ]
    },
    "previous_ahsct": {"value": False},
    "illnesses": {"value": ["heart"]},
    "infections": {"unknown": True},
    "allergies": {"value": "penicillin"},
    "family_plans": {"value": "one child, perhaps a second"},
    "vaccines": {"unknown": True},
    "new_symptoms_4_weeks": {"value": False},
}
_TYPICAL: Final[dict[str, Any]] = {
    "name": "Anna Sample",
    "facts": TYPICAL_FACTS,
    "start": {
        "asks": ["talk", "refer"],
        "ask_words": "and know what we do if the answer is no",
        "visit_on": "2026-12-14",
        "visit_with": "Dr Holm",
        "companion": "my husband Erik",
        "helpers": ["memory"],
        "first_leaning": "trial",
        "first_priorities": ["relapses"],
    },
    "questions": {
        "asked": [
            {"id": "q1", "text": "Is my MS active now?"},
            {"id": "q2", "text": "Would you refer me, only to be assessed?"},
            {"id": "q3", "text": "What would a second child mean for the timing?"},
            {"id": "q4", "text": "How many people do you treat each year?", "to": "centre", "companion": True},
        ]
    },
    "process": {"ask_about": ["step_one"]},
    "candidacy": {"also_lacking": ["discharge letter from 2023"]},
    "evidence": {"kept": ["kept_one"], "surprised": "That so many keep their old problems."},
    "availability": {
        "abroad": "unsure",
        "abroad_where": "asked a clinic in Mexico",
        "booked": "no",
        "trials": [{"number": "NCT00000001", "title": "A trial", "status": "not open yet", "as_of": "January 2026"}],
        "centres": [{"name": "Clinic in Mexico", "note": "They answered in two days."}],
    },
    "values": {
        "ratings": [{"concern": "relapses", "level": "extremely"}, {"concern": "children", "level": "very"}],
        "own": [{"id": "o1", "text": "Singing in my choir"}],
        "top": ["children", "o1"],
        "least": "relapses",
        "own_words": "I would rather do something hard now.",
    },
    "quiz": {
        "choices": [{"question": "quiz_one", "choice": "unsure"}],
        "may_have_wrong": "I think chemotherapy always ends the chance to have children.",
    },
    "standing": {
        "leaning": "ahsct",
        "sure": "a_little",
        "decides": "together",
        "needs": "to see the MRI",
        "change_mind": "A quiet scan.",
        "pressure": "My uncle pushes me.",
    },
    "summary": {"notes": "Ask Erik to write down the answers."},
    "visit": {
        "took_place": "2026-12-14",
        "heard": [{"question": "q1", "answer": "Yes, it is active."}],
        "decided": "A letter to the team.",
        "next_steps": [{"what": "Blood tests", "by": "2027-01"}],
    },
}


def person(**changes: Any) -> Record:
    """The typical person with whole parts of the record replaced."""
    return msgspec.convert(_TYPICAL | changes, Record)


EMPTY: Final = Record()
TYPICAL: Final = person()
URGENT: Final = person(
    facts={"new_symptoms_4_weeks": {"value": True}, "new_symptoms_words": {"value": "My left hand is numb."}},
    visit={},
)
EVERY_LIMIT: Final = person(
    name=words(30),
    facts=TYPICAL_FACTS
    | {
        "ms_type": {"value": "spms"},
        "family_plans": {"value": words(40)},
        "new_symptoms_4_weeks": {"value": True},
        "new_symptoms_words": {"value": words(55)},
        "medicines": {
            "value": [
                {"name": "ocrelizumab", "start": "2024-03", "last_dose": "2026-09-14"},
                *({"name": "dimethyl fumarate", "start": "2015", "stop": "2020", "reason": "not_working"},) * 4,
            ]
        },
    },
    start={"asks": ["talk", "refer"], "ask_words": words(70), "visit_on": "2026-12-14", "visit_with": words(20)},
    questions={"asked": [{"id": f"q{number}", "text": words(110)} for number in range(1, 5)]},
    values={"own": [{"id": f"o{n}", "text": words(50)} for n in range(4)], "top": ["o0", "o1", "o2"], "least": "o3"},
    quiz={"may_have_wrong": words(110)},
    standing={"leaning": "ahsct", "sure": "a_little", "decides": "together", "needs": words(45)},
    availability={"abroad": "unsure", "abroad_where": words(50), "booked": "no", "paid": "no"},
    candidacy={"also_lacking": [words(40 - n) for n in range(4)]},
)
"""Every line of the front as long as it may be, in plain prose."""
