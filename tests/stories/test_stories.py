"""Six sample people, each from Welcome to the page: the golden page is kept beside the story."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from hsct_aid.storage.plain import read_record, write_record
from hsct_aid.ui.window import Window
from tests.stories.walk import read_story, walk
from tests.windows import TODAY, Opens

STORIES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_sample_person_walks_from_welcome_to_the_page(path: Path, open_session: Opens, qtbot: QtBot) -> None:
    story = read_story(path)
    window = Window(open_session(depth=story.get("depth", "standard")))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    seen = walk(window, story, qtbot)
    session = window.session
    assert seen == [step.id for step in session.journey.steps]
    assert read_record(write_record(session.record)) == session.record
    page = render_text(build_summary(session.aid, session.record, TODAY)).decode()
    window.close()
    golden = path.with_suffix(".txt")
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_there_are_six_stories() -> None:
    assert [path.stem for path in STORIES] == [
        "carer_at_the_keyboard", "everything_unknown", "progressive", "tired", "treated_abroad", "very_active",
        "wants_children",
    ]  # fmt: skip
