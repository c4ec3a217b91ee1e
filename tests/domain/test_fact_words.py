"""A fact in the person's own words: what is not known is said in full, and no word judges."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hsct_aid.domain.fact_words import fact_words
from hsct_aid.domain.facts import Answer, Facts, Medicine, Relapse, Scan

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("ms_type", "spms", "secondary progressive MS"),
        ("first_symptom_year", 2016, "first symptom 2016 (9 or 10 years ago)"),
        ("diagnosis_year", 2026, "diagnosis 2026"),
        ("birth_year", 2030, "born 2030"),
        ("edss", 4.0, "EDSS 4.0"),
        ("walk_metres", 1, "1 metre, help with walking: not filled in"),
        ("relapses", (), "no relapses"),
        (
            "relapses",
            (Relapse("2025"), Relapse("2026-03-14")),
            "2 relapses, the last one 14 March 2026 (last 12 months: 1 or 2; last 24 months: 2)",
        ),
        ("relapses", (Relapse(),), "1 relapse, dates not known (last 12 months: 0 or 1; last 24 months: 0 or 1)"),
        (
            "mri",
            Scan("2026-03", contrast=True, new_lesions=2, enhancing=False),
            "MRI of March 2026, with contrast, new lesions: 2, enhancing lesions: no",
        ),
        (
            "mri",
            Scan(),
            "MRI, date not known, contrast not known, new lesions: not known, enhancing lesions: not known",
        ),
        ("csf_oligoclonal_bands", False, "no bands in the spinal fluid"),
        ("pml", True, "PML"),
        ("medicines", (), "no MS medicines"),
        ("medicines", (Medicine("", reason="cost"),), "a medicine without a name (stopped because of cost)"),
    ],
)
def test_a_fact_is_said_as_it_was_written(key: str, value: Any, words: str) -> None:
    assert fact_words(key, Facts(**{key: Answer(value)}), TODAY) == words


def test_not_known_and_not_filled_in_name_the_fact() -> None:
    assert fact_words("edss", Facts(edss=Answer(unknown=True)), TODAY) == "EDSS: not known"
    assert fact_words("mri", Facts(), TODAY) == "last MRI: not filled in"
