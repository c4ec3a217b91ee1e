"""A fresh list on screen: everything the command says, narrowed by words, age, country and status."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.fresh_list import FoundTrial, FreshList
from hsct_aid.domain.registry import sort_out
from hsct_aid.report.fresh_list import as_text
from hsct_aid.storage.registry_file import read_studies
from hsct_aid.ui import theme
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.found_trials import FoundTrials
from hsct_aid.ui.widgets.pick import Pick
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.trial_list import TrialList
from hsct_aid.ui.widgets.typed import OneLine
from tests.windows import TODAY, part

SAMPLES = Path(__file__).parents[2] / "storage" / "registry_samples"
FRAME = 1 / 60


@pytest.fixture
def fresh() -> FreshList:
    return sort_out(read_studies((SAMPLES / "api_page.json").read_bytes()), (), TODAY)


def shown(fresh: FreshList, qtbot: QtBot) -> TrialList:
    made = TrialList(fresh, load_aid("en").library.availability.trials, TODAY)
    qtbot.addWidget(made)
    made.resize(900, 1200)
    made.show()
    QApplication.processEvents()
    return made


def rows(view: QWidget) -> list[str]:
    model = part(view, "trials.found").model()  # type: ignore[attr-defined]
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words(view: QWidget) -> str:
    said = [one.toPlainText() for one in view.findChildren(Prose)] + [one.text() for one in view.findChildren(QLabel)]
    return "\n".join(said)


def fill(view: QWidget, name: str, text: str, qtbot: QtBot) -> None:
    box = part(view, name)
    assert isinstance(box, OneLine)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)


def test_the_page_says_what_the_command_says(dressed: QApplication, fresh: FreshList, qtbot: QtBot) -> None:
    view = shown(fresh, qtbot)
    for fold in view.findChildren(Fold):
        fold.open()
    trials = part(view, "trials.found")
    assert isinstance(trials, FoundTrials)
    said = words(view)
    for row in range(trials.model().rowCount()):
        trials.setCurrentIndex(trials.model().index(row, 0))
        said += words(view)
    for line in as_text(fresh, load_aid("en").library.availability.trials, TODAY).splitlines():
        is_heading = line.endswith(")") and not line.startswith(" ")
        fact = line.strip().removeprefix("Left out, and why").replace("not in the record", "")
        assert is_heading or fact in said, line


def test_it_is_narrowed_by_words_age_country_and_status(dressed: QApplication, fresh: FreshList, qtbot: QtBot) -> None:
    view = shown(fresh, qtbot)
    assert len(rows(view)) == 7
    fill(view, "trials.words", "faecal", qtbot)
    assert [row[:14] for row in rows(view)] == ["Sample: Faecal"]
    fill(view, "trials.words", "", qtbot)
    fill(view, "trials.age", "60", qtbot)
    assert [row.partition("aHSCT")[1] for row in rows(view)] == ["aHSCT"]
    fill(view, "trials.age", "40", qtbot)
    assert len(rows(view)) == 7
    country, status = part(view, "trials.country"), part(view, "trials.status")
    assert isinstance(country, Pick)
    assert isinstance(status, Pick)
    country.setCurrentText("Mexico")
    assert [row.partition("Grafting")[1] for row in rows(view)] == ["Grafting"]
    status.setCurrentText("looking for people")
    assert rows(view) == []
    assert "0 of 7 are shown." in words(view)


def test_keys_go_through_the_list_and_show_the_trial_one_is_at(
    dressed: QApplication, fresh: FreshList, qtbot: QtBot
) -> None:
    view = shown(fresh, qtbot)
    trials = part(view, "trials.found")
    trials.setFocus()  # Qt makes the first the one that one is at
    qtbot.keyClick(trials, Qt.Key.Key_Down)
    details = words(view)
    assert "https://clinicaltrials.gov/study/NCT99000002" in details
    assert "Planned end: June 2027" in details
    assert "no longer taking people, as of March 2026" in details


def test_rows_stand_right_below_each_other_when_the_list_gets_narrower(
    dressed: QApplication, fresh: FreshList, qtbot: QtBot
) -> None:
    trials = FoundTrials(TODAY)
    qtbot.addWidget(trials)
    trials.resize(900, 400)
    trials.show()
    trials.show_trials(fresh.found)
    QApplication.processEvents()

    def places() -> list[tuple[int, int]]:
        rects = [trials.visualRect(trials.model().index(row, 0)) for row in range(trials.model().rowCount())]
        return [(one.top() + one.height(), after.top()) for one, after in pairwise(rects)]

    wide = places()
    trials.resize(300, 400)
    qtbot.waitUntil(lambda: places() != wide and all(end == begin for end, begin in places()), timeout=2000)


def test_noting_names_the_trial_and_is_shown(dressed: QApplication, fresh: FreshList, qtbot: QtBot) -> None:
    view = shown(fresh, qtbot)
    trials = part(view, "trials.found")
    assert isinstance(trials, FoundTrials)
    trials.setCurrentIndex(trials.model().index(0, 0))
    with qtbot.waitSignal(view.noted) as noted:
        qtbot.mouseClick(part(view, "trials.note.note"), Qt.MouseButton.LeftButton)
    assert noted.args is not None
    found, wanted = noted.args
    assert (found.number, wanted) == ("NCT99000001", True)
    view.show_noted(frozenset({"NCT99000002"}))
    assert not part(view, "trials.note.note").isChecked()  # type: ignore[attr-defined]


def test_rows_are_as_tall_as_a_target_and_named_aloud(dressed: QApplication, fresh: FreshList, qtbot: QtBot) -> None:
    view = shown(fresh, qtbot)
    trials = part(view, "trials.found")
    assert isinstance(trials, FoundTrials)
    index = trials.model().index(5, 0)
    assert trials.visualRect(index).height() >= theme.TARGET
    aloud = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert aloud.startswith("Studies that only follow people · not confirmed (not known, as of January 2021)")
    assert part(view, "trials.country").height() >= theme.TARGET


def test_a_list_without_a_trial_shows_only_what_was_left_out(
    dressed: QApplication, fresh: FreshList, qtbot: QtBot
) -> None:
    view = shown(structs.replace(fresh, found=()), qtbot)
    assert "16 studies read, 0 of them" in words(view)
    assert view.findChild(FoundTrials) is None


def test_two_thousand_trials_are_narrowed_within_two_frames(dressed: QApplication, qtbot: QtBot) -> None:
    shipped.speak("en")
    found = tuple(
        FoundTrial(f"NCT{number:08}", f"Sample: aHSCT for multiple sclerosis, part {number}", "trial", "recruiting",
                   "2026-10", ("Norway", "Sweden"), youngest=18, oldest=55) for number in range(2000)
    )  # fmt: skip
    view = shown(FreshList(date(2026, 11, 23), None, found, ()), qtbot)
    box = part(view, "trials.words")
    assert isinstance(box, OneLine)
    times = []
    for letter in "part 199":
        begun = time.process_time()
        qtbot.keyClick(box, letter)
        QApplication.processEvents()
        times.append(time.process_time() - begun)
    assert len(rows(view)) == 12
    assert sorted(times)[len(times) // 2] < 2 * FRAME
