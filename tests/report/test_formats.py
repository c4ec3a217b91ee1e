"""Every form of the summary under its name, and what it holds in JSON."""

from __future__ import annotations

import msgspec
import pytest

from hsct_aid.domain.paper import Summary
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.formats import FORMS, Form, render, render_json
from tests.report.people import TYPICAL
from tests.report.sample_aid import AID, TODAY

SUMMARY = build_summary(AID, TYPICAL, TODAY)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_and_the_same_twice(form: Form) -> None:
    begins = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "text": b"aHSCT for MS", "json": b"{", "fhir": b"{"}
    made = render(AID, TYPICAL, TODAY, form, "a4")
    assert made.data.startswith(begins[form])
    assert made == render(AID, TYPICAL, TODAY, form, "a4")
    assert made.replaced == ()


def test_json_is_the_summary_itself_with_every_criterion() -> None:
    data = render_json(SUMMARY)
    assert msgspec.json.decode(data, type=Summary) == SUMMARY
    rows = msgspec.json.decode(data)["criteria"]
    assert [row["rule"] for row in rows] == ["rule_1", "rule_2", "rule_3"]
    assert set(rows[0]) == {"rule", "rule_set", "group", "their_words", "your_words", "state"}
