"""The content that ships passes every gate, and not one digit, id or date of it changes unseen."""

from __future__ import annotations

import pytest

from hsct_aid import shipped
from hsct_aid.content import readability
from hsct_aid.content.check import check_folder
from hsct_aid.content.load import load_yaml
from hsct_aid.content.words import texts
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.prose import plain
from hsct_aid.domain.text import spans
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


KEY_FIGURES = {
    "mist_progression.ahsct": "3 of 55 people", "mist_progression.medicine": "34 of 55 people",
    "trm_uk": "5 of 364 people", "trm_sweden": "0 of 174 people", "trm_chicago": "1 of 507 people",
    "trm_germany": "1 of 109 people", "swe_neda5": "about 73 of 100 people (estimated)",
    "uk2025_all.neda_y5": "about 46 of 100 people (estimated)", "fn_sweden": "about 68 of 100 people",
    "menses": "30 of 43 people", "trm_pool:per1000": "about 21 of 1,000 people",
    "trm_uk:per1000": "about 14 of 1,000 people", "trm_uk:range1000": "4 to 32", "trm_sweden:range1000": "0 to 21",
    "trm_germany:range1000": "0 to 50", "trm_chicago:range1000": "0 to 11", "trm_pool:range1000": "13 to 34",
}  # fmt: skip


def test_the_key_figures_stand_on_the_pages_exactly_as_counted(aid: Aid) -> None:
    marks = {span.ref for step in aid.steps.values() for text in texts(step) for span in spans(text.text)}
    for mark, words in KEY_FIGURES.items():
        assert plain(aid, f"{{{mark}}}") == words
        assert mark in marks, mark
    assert plain(aid, "{mist_progression:span}").startswith("over the whole trial")
