"""The guided step that gets the page to the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.domain.record import Record
from hsct_aid.report.page_process import PAGES
from tests.strategies import longest
from tests.ui.pages.summary_steps import PERSON, Opened, click, said
from tests.windows import part


class MailProgram(QObject):
    """Stands where the computer's mail program would, and keeps what it was opened with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def mail_program() -> Iterator[MailProgram]:
    program = MailProgram()
    QDesktopServices.setUrlHandler("mailto", program, "open")  # type: ignore[arg-type]  # it takes a str, whatever its stub says
    yield program
    QDesktopServices.unsetUrlHandler("mailto")


def test_a_process_for_pages_that_breaks_off_is_told_and_the_next_try_works(
    on: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = on("summary_deliver"), tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    PAGES.close()
    with monkeypatch.context() as broken:
        broken.setattr(shipped, "MAKE_PAGES", "no such command")
        click(window, "summary.save")
        words = "That did not work. What you wrote is kept: please try again."
        qtbot.waitUntil(lambda: said(window, "summary.told") == words, timeout=20_000)
    assert not path.exists()
    click(window, "summary.save")
    qtbot.waitUntil(lambda: said(window, "summary.told") == "Saved: page.pdf", timeout=20_000)


def test_the_mail_program_opens_after_yes_with_a_subject_alone(on: Opened, mail_program: MailProgram) -> None:
    window = on("summary_deliver")
    QGuiApplication.clipboard().setText("")
    click(window, "summary.mail")
    assert mail_program.opened == []
    assert "Open it?" in said(window, "summary.mail_question")
    click(window, "summary.mail_no")
    assert said(window, "summary.mail_question") == ""
    assert (mail_program.opened, QGuiApplication.clipboard().text()) == ([], "")
    click(window, "summary.mail")
    click(window, "summary.mail_yes")
    assert mail_program.opened == ["mailto:?subject=Page for my appointment"]
    assert "Is my MS active now?" in QGuiApplication.clipboard().text()
    assert "For the clinician: this side takes two minutes." in QGuiApplication.clipboard().text()
    assert window.session.record.summary.delivered == ("mail program opened: 23 November 2026",)


def test_both_texts_are_copied_and_remembered_once_a_day(on: Opened) -> None:
    window = on("summary_deliver")
    click(window, "summary.copy")
    assert "Is my MS active now?" in QGuiApplication.clipboard().text()
    click(window, "summary.copy_short")
    assert len(QGuiApplication.clipboard().text()) <= 1000
    assert "For the clinician: what I ask" in QGuiApplication.clipboard().text()
    assert window.session.record.summary.delivered == ("copied: 23 November 2026",)
    assert said(window, "summary.log") == "So far: copied: 23 November 2026."
    assert window.session.record.summary.last_page


def test_what_was_done_by_hand_is_ticked_remembered_and_forgotten(on: Opened) -> None:
    window = on("summary_deliver")
    click(window, "summary.by_hand.nurse")
    click(window, "summary.by_hand.letter")
    lines: tuple[str, ...] = (
        "a copy for my MS nurse: 23 November 2026",
        "put with my appointment letter: 23 November 2026",
    )
    assert window.session.record.summary.delivered == lines
    assert said(window, "summary.log") == f"So far: {'; '.join(lines)}."
    click(window, "summary.by_hand.nurse")
    assert window.session.record.summary.delivered == lines[1:]
    window.session.undo()
    assert window.session.record.summary.delivered == lines
    nurse = part(window, "summary.by_hand.nurse")
    assert isinstance(nurse, QAbstractButton)
    assert nurse.isChecked()


def test_the_longest_page_is_remembered_too(on: Opened) -> None:
    window = on("summary_deliver", msgspec.structs.replace(longest(), read=(), summary=Record().summary))
    click(window, "summary.copy_short")
    assert window.session.record.summary.delivered
    assert window.session.record.summary.last_page


def test_saving_writes_the_file_and_tells_its_name(
    on: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = on("summary_deliver"), tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    click(window, "summary.save")
    qtbot.waitUntil(lambda: said(window, "summary.told") == "Saved: page.pdf", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert window.session.record.summary.delivered == ("saved: 23 November 2026",)


def test_signs_that_cannot_be_printed_are_named_when_the_page_is_saved(
    on: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = on("summary_deliver", msgspec.structs.replace(PERSON, name="我 Anna"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "page.pdf"), ""))
    click(window, "summary.save")
    qtbot.waitUntil(lambda: "replaced: 我" in said(window, "summary.told"), timeout=20_000)


def test_a_file_that_cannot_be_written_is_told_and_not_remembered(
    on: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = on("summary_deliver")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path), ""))
    click(window, "summary.save")
    qtbot.waitUntil(lambda: said(window, "summary.told") != "", timeout=20_000)
    assert window.session.record.summary.delivered == ()


def test_the_date_of_the_visit_can_be_given_where_the_page_is_sent(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_deliver")
    box = part(window, "start.visit_on.box")
    box.setFocus()
    qtbot.keyClicks(box, "14 December 2026")
    assert window.session.record.start.visit_on == "2026-12-14"
