"""The content that ships passes every gate, and not one digit, id or date of it changes unseen."""

from __future__ import annotations

import pytest

from hsct_aid import shipped
from hsct_aid.content import readability
from hsct_aid.content.check import check_folder
from hsct_aid.content.load import load_yaml
from hsct_aid.domain.aid import Aid
from tests.content.facts import KEPT, facts


@pytest.fixture(scope="module")
def aid() -> Aid:
    return load_yaml(shipped.folder("content", "en"))


def test_the_shipped_content_passes_every_gate() -> None:
    assert readability.can_measure()
    assert [str(one) for one in check_folder(shipped.folder("content", "en"))] == []


def test_the_facts_that_ship_are_the_facts_that_were_read_over(aid: Aid) -> None:
    kept, now = KEPT.read_text("utf-8").splitlines(), facts(aid)
    assert [f"was: {line}" for line in kept if line not in set(now)] == []
    assert [f"now: {line}" for line in now if line not in set(kept)] == []
