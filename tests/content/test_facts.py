"""The kept facts change with every digit, id and date of the content, and not with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsct_aid.content.load import load_yaml
from tests.content.facts import facts
from tests.content.planting import plant


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("library/outcomes.yaml", "who: 100 people", "who: 101 people"),
        ("library/outcomes.yaml", "value: 0.5", "value: 0.6"),
        ("library/medicines.yaml", "34% had", "35% had"),
        ("library/rules.yaml", "checked: 2026-11-22", "checked: 2026-11-21"),
        ("library/availability.yaml", "NCT00000001", "NCT00000002"),
        ("library/sources.yaml", "year: 2020", "year: 2021"),
        ("sections/process.yaml", "{calm}", "{calm:not}"),
        ("sections/evidence.yaml", "figures: [deaths]", "figures: [calm]"),
    ],
)
def test_one_changed_digit_id_or_date_changes_the_facts(folder: Path, file: str, old: str, new: str) -> None:
    before = facts(load_yaml(folder))
    plant(folder, file, old, new)
    after = facts(load_yaml(folder))
    assert len(set(before) ^ set(after)) == 2


def test_other_words_leave_the_facts_as_they_are(folder: Path) -> None:
    before = facts(load_yaml(folder))
    plant(folder, "sections/process.yaml", "No sign of", "No trace of")
    assert facts(load_yaml(folder)) == before
