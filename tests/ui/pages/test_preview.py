"""The preview of the page: how large, on which paper, and pictures that do not come."""

from __future__ import annotations

import os
import signal

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hsct_aid.report.page_process import PAGES
from hsct_aid.storage.settings import Settings
from hsct_aid.ui.paper import LETTER, paper_of
from hsct_aid.ui.preview import PPI, ZOOMS, Pictures
from hsct_aid.ui.widgets.sheet import Sheet
from hsct_aid.ui.window import Window
from tests.ui.pages.summary_steps import PERSON, Opened, click, said
from tests.windows import part


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


def test_signs_that_cannot_be_printed_are_named_in_the_preview(on: Opened, qtbot: QtBot) -> None:
    window = on("summary_preview", msgspec.structs.replace(PERSON, name="我 Anna"))
    pictures(window, qtbot)
    assert said(window, "summary.zoom") == "These signs cannot be printed and were replaced: 我"
