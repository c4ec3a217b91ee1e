"""The short form of the audit: every page in light colours at 100 %, and the palette of every theme."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from hsct_aid import shipped
from hsct_aid.domain.aid import Aid
from hsct_aid.storage import plain
from hsct_aid.ui.theme import THEMES
from tests.audit import contrast, ink, page
from tests.audit.walk import Look, pages


def test_colours_that_meet_are_far_enough_apart() -> None:
    assert [finding for name, colours in THEMES.items() for finding in contrast.palette(name, colours)] == []


def test_every_page_is_open_to_everyone(aid: Aid, dressed: QApplication) -> None:
    sample = plain.read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    checks = [ink.handles, *page.CHECKS]
    assert list(pages(aid, sample, Look("light", 100, (1280, 720)), checks)) == []
