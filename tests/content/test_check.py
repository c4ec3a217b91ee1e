"""Every gate finds the fault that it is for, and says where it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from hsct_aid.content.check import check_folder
from hsct_aid.content.wording import forbidden
from tests.content.planting import assert_found, plant

TODAY = date(2026, 11, 23)


def test_the_small_aid_has_no_fault(folder: Path) -> None:
    assert check_folder(folder, TODAY) == []


FAULTS = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(folder: Path, name: str) -> None:
    assert_found(folder, FAULTS[name], lambda spoilt: check_folder(spoilt, TODAY))


def test_two_steps_with_one_id_are_found(folder: Path) -> None:
    plant(folder, "aid.yaml", "start_facts", "welcome_hello")
    plant(folder, "sections/start.yaml", "start_facts", "welcome_hello")
    sentences = [problem.sentence for problem in check_folder(folder, TODAY)]
    assert "the step “welcome_hello” stands in two places" in sentences
    assert "the id “welcome_hello” does not begin with “start_”" in sentences


@pytest.mark.parametrize(
    "said",
    ["a cure", "it was cured", "Reboot it", "a reset", "to stop MS", "stopped your MS", "the last resort",
     "You should go", "recommended for you", "the best option", "Ineligible", "suitable for you", "your risk is low",
     "your chances", "safe for you", "people who failed", "failed two strong drugs", "eligibility"],
)  # fmt: skip
def test_a_forbidden_word_is_found(said: str) -> None:
    assert forbidden(f"We say {said}, then.")


@pytest.mark.parametrize(
    "said",
    ["secure", "do not stop an MS medicine", "stop MS medicines", "a medicine did not work", "the fever plan failed",
     "you may want to ask", "calculate your risk", "obscure presets"],
)  # fmt: skip
def test_a_harmless_word_is_left_alone(said: str) -> None:
    assert forbidden(f"We say {said}, then.") == []
