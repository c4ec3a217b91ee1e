"""A small aid that passes every gate, in a folder where a test can spoil it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "sample" / "en"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small aid below ``resources/content``, as the aid itself ships."""
    place = tmp_path / "resources" / "content" / "en"
    shutil.copytree(SAMPLE, place)
    return place
