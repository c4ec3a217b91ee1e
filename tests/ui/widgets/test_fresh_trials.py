"""A download goes in by button or drop; its list is kept, shown and noted from; a bad file changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.text import render_text
from hsct_aid.ui.widgets.found_trials import FoundTrials
from hsct_aid.ui.widgets.trial_import import TrialImport
from hsct_aid.ui.window import Window
from tests.windows import TODAY, Opens, part

SAMPLES = Path(__file__).parents[2] / "storage" / "registry_samples"
Starts = Callable[..., Window]


@pytest.fixture
def start(open_session: Opens, qtbot: QtBot) -> Starts:
    """A window on the page of the fresh list, with what ``kept`` takes."""

    def make(kept: Callable[[FreshList], None] | None = None, fresh: FreshList | None = None) -> Window:
        session = open_session()
        session.fresh, session._keep_fresh = fresh, kept
        window = Window(session)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.session.go("availability_fresh")
        QApplication.processEvents()
        return window

    return make


def frame(window: Window) -> TrialImport:
    found = window.page.findChild(TrialImport)
    assert isinstance(found, TrialImport)
    return found


def drop(window: Window, *paths: Path) -> None:
    """Drop files as the system does: first over the frame, then into it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    what, keys, buttons = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPoint(5, 5), what, data, buttons, keys)
    QApplication.sendEvent(frame(window), over)
    if over.isAccepted():
        QApplication.sendEvent(frame(window), QDropEvent(QPointF(5, 5), what, data, buttons, keys))


def told(window: Window) -> str:
    label = window.page.findChild(QWidget, "trials.told")
    assert isinstance(label, QLabel)
    return label.text()


def listed(window: Window) -> int:
    views = [one for one in window.page.findChildren(FoundTrials) if one.isVisibleTo(window)]
    return views[0].model().rowCount() if views else 0


def test_a_dropped_file_is_read_shown_and_kept(start: Starts, qtbot: QtBot) -> None:
    kept: list[FreshList] = []
    window = start(kept.append)
    drop(window, SAMPLES / "api_page.json")
    assert part(window, "trials.cancel")
    qtbot.waitUntil(lambda: listed(window) == 7, timeout=20_000)
    assert told(window) == "The file was read. What it holds stands below."
    assert [len(fresh.found) for fresh in kept] == [7]
    assert part(window, "trials.choose")
    window.session.close()


def test_the_file_can_be_chosen_by_the_button(start: Starts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start()
    chosen = ([str(SAMPLES / "download.csv")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: chosen)
    qtbot.mouseClick(part(window, "trials.choose"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed(window) == 7, timeout=20_000)
    window.session.close()


def test_a_bad_file_is_told_and_the_earlier_list_stays(start: Starts, qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[FreshList] = []
    window = start(kept.append)
    drop(window, SAMPLES / "website.json")
    qtbot.waitUntil(lambda: listed(window) == 3, timeout=20_000)
    (tmp_path / "half.json").write_bytes((SAMPLES / "api_page.json").read_bytes()[:9000])
    drop(window, tmp_path / "half.json")
    qtbot.waitUntil(lambda: "half a download" in told(window), timeout=20_000)
    assert told(window).endswith("What was here before stays.")
    assert listed(window) == 3
    assert len(kept) == 1
    assert window.session.fresh == kept[0]
    window.session.close()


def test_cancel_stops_reading_and_what_was_there_stays(start: Starts, qtbot: QtBot) -> None:
    window = start()
    drop(window, SAMPLES / "api_page.json")
    part(window, "trials.cancel").setFocus()
    qtbot.keyClick(part(window, "trials.cancel"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told(window).startswith("Cancelled."), timeout=20_000)
    assert listed(window) == 0
    assert QApplication.focusWidget() is part(window, "trials.choose")
    window.session.close()


def test_while_one_file_is_read_another_is_not_taken(start: Starts, qtbot: QtBot) -> None:
    window = start()
    drop(window, SAMPLES / "api_page.json")
    drop(window, SAMPLES / "website.json")
    qtbot.waitUntil(lambda: listed(window) > 0, timeout=20_000)
    assert listed(window) == 7
    window.session.close()


def test_a_list_that_cannot_be_kept_is_shown_and_that_is_said(start: Starts, qtbot: QtBot) -> None:
    def fail(_fresh: FreshList) -> None:
        raise OSError(28, "No space left on device")

    window = start(fail)
    drop(window, SAMPLES / "website.json")
    qtbot.waitUntil(lambda: listed(window) == 3, timeout=20_000)
    assert told(window).startswith("The list is here until you close the aid. The disk is full")
    window.session.close()


def test_a_trial_noted_from_the_list_reaches_the_page_with_number_status_and_date(start: Starts, qtbot: QtBot) -> None:
    window = start()
    drop(window, SAMPLES / "api_page.json")
    qtbot.waitUntil(lambda: listed(window) == 7, timeout=20_000)
    trials = part(window, "trials.found")
    assert isinstance(trials, FoundTrials)
    trials.setCurrentIndex(trials.model().index(0, 0))
    qtbot.keyClick(part(window, "trials.note.note"), Qt.Key.Key_Space)
    (noted,) = window.session.record.availability.trials
    assert (noted.number, noted.status, noted.as_of, noted.ends) == (
        "NCT99000001", "recruiting", "2026-10-02", "2028-05",
    )  # fmt: skip
    page = render_text(build_summary(window.session.aid, window.session.record, TODAY)).decode()
    for words in ("NCT99000001", "looking for people, as of October 2026", "A listing is not an approval",
                  "https://clinicaltrials.gov/study/NCT99000001"):  # fmt: skip
        assert words in page
    window.session.undo()
    assert not part(window, "trials.note.note").isChecked()  # type: ignore[attr-defined]
    window.session.close()
