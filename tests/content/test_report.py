"""The report on the content says what was counted and measured."""

from __future__ import annotations

from hsct_aid.content.load import load_yaml
from hsct_aid.content.report import content_report
from tests.content.conftest import SAMPLE


def test_the_report_counts_measures_and_names_what_is_shown() -> None:
    report = content_report(load_yaml(SAMPLE))
    for line in (
        "A small aid: evidence of 2026-11-22",
        "To be gone over by 2027-11-22, trials by 2027-05-22",
        "Sections: 12, steps: 12",
        "Results read in the source itself: 2, in a summary of it: 1",
        "  without an address, cited by title: 1",
        "IPDAS items met: 1, needing people: 1, not applicable: 0",
        "  outcomes: calm deaths ratio",
    ):
        assert line in report.splitlines()
    assert "median" in report
