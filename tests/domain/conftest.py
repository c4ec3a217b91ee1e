"""What the tests of the domain share."""

from __future__ import annotations

import pytest

from hsct_aid.domain.aid import Aid
from tests.domain.shipped_aid import AID


@pytest.fixture(scope="session")
def aid() -> Aid:
    return AID
