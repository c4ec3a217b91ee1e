"""Writes the studies of ``hostile.yaml`` in the four shapes in which ClinicalTrials.gov gives them to people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import yaml

Written = dict[str, Any]
SAMPLES: Final = Path(__file__).parent / "registry_samples"
COLUMNS: Final = (
    "NCT Number", "Study Title", "Study URL", "Acronym", "Study Status", "Brief Summary", "Study Results", "Conditions",
    "Interventions", "Primary Outcome Measures", "Secondary Outcome Measures", "Other Outcome Measures", "Sponsor",
    "Collaborators", "Sex", "Age", "Phases", "Enrollment", "Funder Type", "Study Type", "Study Design", "Other IDs",
    "Start Date", "Primary Completion Date", "Completion Date", "First Posted", "Results First Posted",
    "Last Update Posted", "Locations", "Study Documents",
)  # fmt: skip


def hostile() -> dict[str, tuple[str, Written]]:
    """Each invented study by its number, with what it is: "ours", or the reason why it is none of ours."""
    groups = yaml.safe_load((SAMPLES / "hostile.yaml").read_text("utf-8"))
    flat = [(group, study) for group, studies in groups.items() for study in studies]
    return {f"NCT98{count:06}": one for count, one in enumerate(flat)}


def as_record(number: str, study: Written) -> Written:
    """One study as the API gives it."""
    given = [dict(zip(("type", "name"), one.split(": ", 1), strict=True)) for one in study["given"]]
    named = {"nctId": number, "briefTitle": study["title"], "officialTitle": study.get("official", study["title"])}
    return {"protocolSection": {
        "identificationModule": named | {"acronym": study.get("acronym", "")},
        "statusModule": {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": "2026-10-02"}},
        "descriptionModule": {"briefSummary": study["summary"]},
        "conditionsModule": {"conditions": study["conditions"]},
        "designModule": {"studyType": study.get("type", "INTERVENTIONAL")},
        "armsInterventionsModule": {"interventions": given},
    }}  # fmt: skip


def table(studies: dict[str, Written]) -> bytes:
    """All studies as the website's table of thirty columns."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS, restval="")
    rows.writeheader()
    for number, study in studies.items():
        # the table has no official title
        rows.writerow({
            "NCT Number": number, "Study Title": study["title"], "Acronym": study.get("acronym", ""),
            "Study Status": "RECRUITING", "Brief Summary": study["summary"],
            "Conditions": "|".join(study["conditions"]), "Interventions": "|".join(study["given"]),
            "Study Type": study.get("type", "INTERVENTIONAL"), "Last Update Posted": "2026-10-02",
        })  # fmt: skip
    return text.getvalue().encode()


def shapes(studies: dict[str, Written]) -> dict[str, list[bytes]]:
    """The files of each shape that hold all of these studies."""
    records = [as_record(number, study) for number, study in studies.items()]
    to_bytes: Callable[[object], bytes] = lambda whole: json.dumps(whole).encode()  # noqa: E731
    return {
        "a page of the API": [to_bytes({"studies": records, "nextPageToken": "x"})],
        "single studies": [to_bytes(record) for record in records],
        "the website's array": [to_bytes(records)],
        "the website's table": [table(studies)],
    }
