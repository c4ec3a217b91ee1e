"""The preview of the page, and the guided step that gets it to the doctor."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import msgspec
import pytest
from PySide6.QtCore import QBuffer, QLocale, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.domain.record import Record
from hsct_aid.report.page_process import PAGES
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.paper import LETTER, paper_of
from hsct_aid.ui.preview import PPI, ZOOMS, Pictures, decoded
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.sheet import Sheet
from hsct_aid.ui.widgets.waiting import Waiting
from hsct_aid.ui.window import Window
from tests.strategies import longest
from tests.windows import Opens, part

PERSON = msgspec.convert(
    {"name": "Anna Sample", "questions": {"asked": [{"id": "q1", "text": "Is my MS active now?"}]}}, Record
)


Opened = Callable[..., Window]


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


@pytest.fixture
def on(open_session: Opens, qtbot: QtBot) -> Iterator[object]:
    """Opens a window on a step of this section."""
    made: list[Window] = []

    def open_on(step: str, record: Record = PERSON) -> Window:
        window = Window(open_session(record))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.session.go(step)
        made.append(window)
        return window

    yield open_on
    for window in made:
        window.session.close()


def click(window: Window, key: str) -> None:
    button = part(window, key)
    assert isinstance(button, QAbstractButton)
    button.click()


def said(window: Window, key: str) -> str:
    found = window.page.findChild(QLabel, key)
    assert found is not None
    return found.text() if found.isVisibleTo(window) else ""


def pictures(window: Window, qtbot: QtBot) -> Pictures:
    """The pictures of the pages, once they are made."""
    shown = window.page.findChild(Pictures)
    assert shown is not None
    qtbot.waitUntil(lambda: bool(sheets(window)), timeout=20_000)
    return shown


def sheets(window: Window) -> list[Sheet]:
    return [sheet for sheet in window.page.findChildren(Sheet) if sheet.isVisibleTo(window)]


def finer(window: Window, than: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sheets(window)[0].sizeHint().width() > than, timeout=20_000)


def test_larger_makes_the_pages_wider_and_their_pictures_finer(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview")
    shown = pictures(window, qtbot)
    before, fine = sheets(window)[0].width(), sheets(window)[0].sizeHint().width()
    assert before <= shown.viewport().width()
    assert shown.horizontalScrollBar().maximum() == 0
    click(window, "summary.larger")
    finer(window, fine, qtbot)
    assert sheets(window)[0].width() == pytest.approx(before * 1.5, rel=0.02)
    for _step in range(2):
        click(window, "summary.larger")
    assert shown.horizontalScrollBar().maximum() > 0
    for _step in range(3):
        click(window, "summary.smaller")
    qtbot.waitUntil(lambda: sheets(window)[0].width() == before, timeout=20_000)


def test_keys_make_the_pages_larger_smaller_and_as_they_were(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview")
    shown = pictures(window, qtbot)
    usual = sheets(window)[0].width()
    shown.setFocus()
    for key, compare in ((Qt.Key.Key_Plus, 1), (Qt.Key.Key_0, 0), (Qt.Key.Key_Minus, -1)):
        qtbot.keyClick(shown, key)
        width = sheets(window)[0].width()
        assert (width > usual) - (width < usual) == compare
    qtbot.keyClick(shown, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: sheets(window)[0].width() == usual, timeout=20_000)


def test_zoom_ends_at_both_ends(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview")
    pictures(window, qtbot)
    for _step in ZOOMS:
        click(window, "summary.larger")
    assert not part(window, "summary.larger").isEnabled()
    qtbot.waitUntil(lambda: sheets(window)[0].sizeHint().width() > 1000, timeout=20_000)
    assert sheets(window)[0].sizeHint().width() <= PPI[1] * 8.5
    for _step in ZOOMS:
        click(window, "summary.smaller")
    assert not part(window, "summary.smaller").isEnabled()


def test_the_paper_that_is_chosen_is_shown_and_kept(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview")
    pictures(window, qtbot)
    tall = sheets(window)[0].heightForWidth(1000)
    click(window, "summary.paper.letter")
    assert window.session.settings.paper == "letter"
    qtbot.waitUntil(lambda: sheets(window)[0].heightForWidth(1000) < tall, timeout=20_000)
    assert sheets(window)[0].heightForWidth(1000) == pytest.approx(1000 * 11 / 8.5, abs=2)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", "letter"), ("fr_CA", "letter"), ("es_MX", "letter"), ("en_PH", "letter"), ("en_GB", "a4"), ("C", "a4")],
)
def test_the_paper_is_the_one_usual_in_the_country_until_one_is_chosen(locale: str, paper: str) -> None:
    assert paper_of(Settings(), QLocale(locale)) == paper
    assert paper_of(Settings(paper="letter"), QLocale("en_GB")) == "letter"
    assert paper_of(Settings(paper="a4"), QLocale("en_US")) == "a4"


def test_every_letter_country_is_one_that_the_system_knows() -> None:
    known = {QLocale.territoryToCode(territory) for territory in QLocale.Country}
    assert known >= LETTER


def test_what_takes_over_a_second_is_told_and_can_be_dropped(qtbot: QtBot) -> None:
    going_on, owner = Event(), QWidget()
    qtbot.addWidget(owner)
    work: Rendering[str] = Rendering(owner)
    waiting = Waiting(work, "The page is being made…", "Cancel", key="test")
    qtbot.addWidget(waiting)
    came: list[object] = []
    work.done.connect(came.append)
    assert work._patience.interval() == 1000
    work._patience.setInterval(50)
    try:
        with qtbot.waitSignal(work.slow, timeout=5000):
            work.start(lambda: "made" if going_on.wait(30) else "")
            assert waiting.isHidden()
        assert not waiting.isHidden()
        with qtbot.waitSignal(work.dropped):
            waiting.findChild(QAbstractButton, "test.cancel").click()  # type: ignore[union-attr]
        assert waiting.isHidden()
        assert not work.is_working
    finally:
        going_on.set()
    with qtbot.waitSignal(work.done, timeout=5000):
        work.start(lambda: "the next")
    assert came == ["the next"]


def test_what_is_quick_is_made_without_a_word(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    work: Rendering[str] = Rendering(owner)
    work._patience.setInterval(200)
    with qtbot.assertNotEmitted(work.slow, wait=400), qtbot.waitSignal(work.over):
        work.start(lambda: "made")


def hold_up() -> int:
    """From now on no page comes."""
    assert PAGES._process is not None
    os.kill(PAGES._process.pid, signal.SIGSTOP)
    return PAGES._process.pid


def ended(process: int) -> bool:
    """Whether a process is gone, and was waited for."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_pictures_that_do_not_come_are_dropped_with_their_process_and_can_be_made_again(
    on: Opened, qtbot: QtBot
) -> None:
    window = on("summary_preview")
    pictures(window, qtbot)
    fine, before = sheets(window)[0].sizeHint().width(), hold_up()
    click(window, "summary.larger")
    work = window.page._preview._rendering  # type: ignore[attr-defined]
    qtbot.waitUntil(work._last.running, timeout=5000)
    work.drop()
    assert "not made" in said(window, "summary.zoom")
    qtbot.waitUntil(lambda: ended(before), timeout=5000)
    click(window, "summary.again")
    finer(window, fine, qtbot)
    assert not window.page.findChild(QAbstractButton, "summary.again").isVisibleTo(window)  # type: ignore[union-attr]


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


def meanwhile(decode: Callable[[bytes], QImage], page: bytes) -> int:
    """How often this thread gets its turn while another one reads a picture."""
    turns = 0

    def read() -> int:
        before = turns
        assert decode(page).width() > 0
        return turns - before

    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)
    try:
        with ThreadPoolExecutor(1) as worker:
            reading = worker.submit(read)
            while not reading.done():
                turns += 1
            return reading.result()
    finally:
        sys.setswitchinterval(usual)


def test_the_window_goes_on_while_a_picture_is_read_and_would_not_by_the_shorter_way() -> None:
    picture, page = QImage(1500, 1000, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(Qt.GlobalColor.white)
    assert picture.save(page, "png")  # type: ignore[call-overload]
    given = bytes(page.data().data())
    ours, shorter = ([meanwhile(way, given) for _ in range(4)] for way in (decoded, QImage.fromData))
    assert max(ours) > 3 * min(shorter)


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


def test_signs_that_cannot_be_printed_are_named_in_the_preview(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview", msgspec.structs.replace(PERSON, name="我 Anna"))
    pictures(window, qtbot)
    assert said(window, "summary.zoom") == "These signs cannot be printed and were replaced: 我"


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
