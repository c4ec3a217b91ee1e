"""The short form of the campaign: every bar of the storage is met, and every control bites."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_short_campaign_meets_every_bar_and_every_control_bites() -> None:
    campaign = [sys.executable, "-m", "tests.reliability", "--short"]
    found = subprocess.run(campaign, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
