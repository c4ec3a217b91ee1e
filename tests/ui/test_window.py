"""Turning pages, the list of sections, explanations, text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style, theme
from hsct_aid.ui.pages import PAGES, next_import, page_class
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.section_list import SectionList
from hsct_aid.ui.window import Window
from tests.strategies import FILLERS, longest
from tests.windows import Opens, part


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that can read aloud, and so has buttons for it."""
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def press(window: Window, name: str, qtbot: QtBot) -> None:
    button = part(window, name)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_kind_has_a_page(aid: Aid) -> None:
    assert {section.kind for section in aid.sections} == set(PAGES)
    assert all(page_class(kind).__name__ == PAGES[kind][1] for kind in PAGES)
    assert not any(next_import(kind) for kind in PAGES), "imported before a page that has no need of it"


def test_next_leads_through_every_step_and_back_returns(window: Window, qtbot: QtBot) -> None:
    steps = window.session.journey.steps
    for step in steps[1:]:
        press(window, "next", qtbot)
        assert window.session.journey.step is step
        headings = [one for one in window.findChildren(Heading) if one.isVisibleTo(window)]
        assert [one.text() for one in headings] == [step.heading]
    assert not part(window, "next").isEnabled()
    press(window, "back", qtbot)
    assert window.session.journey.step is steps[-2]


def test_the_heading_takes_the_focus_when_the_page_turns(window: Window, qtbot: QtBot) -> None:
    press(window, "next", qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.heading)


def test_a_section_counts_as_done_when_all_its_steps_were_gone_through(window: Window, qtbot: QtBot) -> None:
    while window.session.aid.kinds[window.session.journey.step.id] == "welcome":
        press(window, "next", qtbot)
    said = [window.sections.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    titles = [window.sections.item(at).text() for at in range(3)]
    assert said == [f"{titles[0]}, done", f"{titles[1]}, you are here", titles[2]]
    done, here, *others = (_mark(window.sections, at) for at in range(4))
    assert done
    assert here
    assert done != here
    assert others == [set(), set()]


def _mark(sections: SectionList, number: int) -> set[tuple[int, int]]:
    """The points of what stands before a title."""
    row, side = sections.visualItemRect(sections.item(number)), theme.em(sections, 0.6)
    ground = sections.viewport().grab(row.adjusted(4, 4, -4, -4)).toImage()
    return {(x, y) for x in range(side - 2) for y in range(ground.height()) if ground.pixel(x, y) != ground.pixel(0, 0)}


def test_the_list_of_sections_leads_to_the_first_step_of_each_by_key_by_hand_and_by_assistive_technology(
    window: Window, qtbot: QtBot
) -> None:
    sections = window.sections

    def step() -> str:
        return window.session.journey.step.id

    for key, there in ((Qt.Key.Key_Return, "start_wish"), (Qt.Key.Key_Space, "process_what")):
        qtbot.keyClick(sections, Qt.Key.Key_Down)
        qtbot.wait(1)
        assert step() != there
        qtbot.keyClick(sections, key)
        assert step() == there
    _click(window, 0, qtbot)
    assert step() == "welcome_decision"
    qtbot.wait(1)
    line = sections.indexFromItem(sections.item(1))  # as a screen reader does, which moves no cursor
    sections.selectionModel().select(line, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: step() == "start_wish")


def test_a_press_on_the_list_of_sections_that_slides_off_is_taken_back(window: Window, qtbot: QtBot) -> None:
    _click(window, 2, qtbot, let_go_at=4)
    qtbot.wait(1)
    assert window.session.journey.step.id == "welcome_decision"
    assert window.sections.currentRow() == 0


def _click(window: Window, row: int, qtbot: QtBot, let_go_at: int | None = None) -> None:
    sections, surface, left = window.sections, window.sections.viewport(), Qt.MouseButton.LeftButton
    at = [sections.visualItemRect(sections.item(line)).center() for line in range(sections.count())]
    qtbot.mousePress(surface, left, pos=at[row])
    if let_go_at is not None:
        qtbot.mouseMove(surface, at[let_go_at])
    qtbot.mouseRelease(surface, left, pos=at[row if let_go_at is None else let_go_at])


def test_a_word_is_explained_in_place_and_escape_closes_it(window: Window, qtbot: QtBot) -> None:
    window.page.asked.emit("term:neurologist")
    assert window.explain.isVisible()
    assert "doctor" in window.explain.prose.toPlainText()
    qtbot.keyClick(window.explain.prose, Qt.Key.Key_Escape)
    assert not window.explain.isVisible()


@pytest.mark.parametrize("size", [100, 200, 300])
def test_larger_text_is_live_and_keeps_the_place(window: Window, qtbot: QtBot, size: int) -> None:
    window.session.go("start_facts")
    window.session.change_settings(text_size=size)
    assert window.session.journey.step.id == "start_facts"
    assert abs(window.page.heading.font().pointSizeF() - 12 * 1.55 * size / 100) < 0.1
    window.session.change_settings(text_size=100)


def test_the_focus_goes_round_and_comes_back(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_wish")
    window.page.heading.setFocus()
    seen = [QApplication.focusWidget()]
    for _key in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is seen[0]:
            break
        seen.append(QApplication.focusWidget())
    names = [widget.objectName() for widget in seen if widget is not None]
    places = [names.index(name) for name in ("start.asks.talk", "start.ask_words.box", "back", "next")]
    assert places == sorted(places)
    assert QApplication.focusWidget() is seen[0]


def test_enter_inside_a_text_never_turns_the_page(window: Window, qtbot: QtBot) -> None:
    window.session.go("start_wish")
    box = part(window, "start.ask_words.box")
    qtbot.keyClicks(box, "one")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.journey.step.id == "start_wish"
    assert window.session.record.start.ask_words == "one\n"


def test_everything_that_takes_the_focus_has_a_name(window: Window) -> None:
    for step in window.session.journey.steps:
        page = window.stack.page(step)
        stops = [w for w in page.findChildren(QPushButton) + page.findChildren(Prose) if w.isVisibleTo(page)]
        assert all(stop.accessibleName() for stop in stops), step.id


def test_a_turn_of_a_page_gives_the_list_of_sections_nothing_that_stays(window: Window, qtbot: QtBot) -> None:
    def room() -> int:
        return int(window.sections.item(0).data(Qt.ItemDataRole.DecorationRole).cacheKey())

    before = room()
    press(window, "next", qtbot)
    assert room() == before  # Qt keeps a copy of each other one that it drew
    window.sections.setFont(theme.scaled(window.sections.font(), 1.5))
    assert room() != before


def test_what_is_hidden_is_one_button_away(open_session: Opens, qtbot: QtBot) -> None:
    window = Window(open_session(depth="short"))
    qtbot.addWidget(window)
    window.show()
    window.session.go("start_wish")
    assert window.findChild(QWidget, "start.look_again_on.box") is None
    press(window, "more", qtbot)
    qtbot.waitUntil(lambda: part(window, "start.look_again_on.box").isVisible())
    window.session.close()


def test_the_title_wears_its_ring_for_keys_and_not_for_a_press_by_hand(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    focus = theme.THEMES["light"].focus

    def ringed() -> bool:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.heading)
        picture = window.page.heading.grab().toImage()
        return bool(picture.pixelColor(picture.width() // 2, 2).name() == focus)

    press(window, "next", qtbot)
    assert not ringed()
    part(window, "next").setFocus()
    qtbot.keyClick(part(window, "next"), Qt.Key.Key_Space)
    assert ringed()


@pytest.mark.parametrize(("chosen", "follows"), [("system", True), ("cream", False)])
def test_the_colours_follow_the_computer_where_that_was_asked_for(
    window: Window, dressed: QApplication, chosen: str, follows: bool
) -> None:
    window.session.change_settings(theme=chosen)
    dressed.setPalette(theme.palette(theme.THEMES["dark"]))  # as it was before the computer turned light
    dressed.styleHints().colorSchemeChanged.emit(dressed.styleHints().colorScheme())
    wanted = theme.THEMES["light" if follows else "dark"].ground
    assert dressed.palette().window().color().name() == wanted
    window.session.change_settings(theme="light")


def test_the_button_that_leads_on_follows_the_size_and_the_colours_that_are_chosen(
    window: Window, qtbot: QtBot
) -> None:
    def ground() -> str:
        return str(window.next.grab().toImage().pixelColor(window.next.width() // 2, 6).name())

    window.session.change_settings(text_size=200, theme="dark")
    assert window.next.font().pointSizeF() == 2 * theme.BODY_POINTS
    assert window.next.font().bold()
    qtbot.waitUntil(lambda: ground() == theme.THEMES["dark"].accent)
    window.session.change_settings(text_size=100, theme="light")


def test_the_button_that_leads_on_is_seen_to_lead_no_further_on_the_last_page(window: Window) -> None:
    def has_accent() -> bool:
        ground = window.next.grab().toImage().pixelColor(8, window.next.height() // 2)
        return ground == window.next.palette().color(QPalette.ColorRole.Highlight)

    *_others, before, last = window.session.journey.steps
    window.session.go(before.id)
    assert (window.next.isEnabled(), has_accent()) == (True, True)
    window.session.go(last.id)
    assert (window.next.isEnabled(), has_accent()) == (False, False)


@pytest.mark.parametrize("size", [100, 200])
def test_an_explanation_gives_room_to_a_failed_save_and_covers_nothing(window: Window, size: int) -> None:
    window.resize(1280, 720)
    window.session.change_settings(text_size=size)
    window.explain.explain("help:people")
    QApplication.processEvents()
    open_alone = window.explain.height()
    window.session.save_failed.emit("There is no more room on the disk.")
    QApplication.processEvents()
    unsaved, page, explain, back = (
        part.geometry() for part in (window.unsaved, window.stack, window.explain, window.back)
    )
    window.session.change_settings(text_size=100)
    assert explain.height() < open_alone
    assert unsaved.bottom() < page.top()
    assert explain.bottom() < back.top()


@pytest.mark.usefixtures("voice")
@pytest.mark.parametrize("size", [100, 150, 300])
def test_it_opens_on_the_screen_with_back_and_next_in_sight(
    open_session: Opens, dressed: QApplication, qtbot: QtBot, size: int
) -> None:
    session = open_session(text_size=size)
    style.dress(dressed, session.settings)
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()  # its parts may want more room than it had at first
    style.dress(dressed, Settings(theme="light"))
    room, lowest = window.screen().availableSize(), window.next.geometry().bottomRight()
    assert window.size().boundedTo(room) == window.size()
    assert lowest.x() < room.width()
    assert lowest.y() < room.height()
    session.close()


def test_all_sections_are_in_sight_on_a_screen_of_1280_by_720(window: Window) -> None:
    window.resize(1264, 680)
    QApplication.processEvents()
    assert window.sections.verticalScrollBar().maximum() == 0


@pytest.mark.usefixtures("voice")
@pytest.mark.parametrize("size", [150, 200, 300])
def test_it_stays_on_a_small_screen_when_the_text_gets_large_at_once(window: Window, qtbot: QtBot, size: int) -> None:
    window.resize(1024, 768)
    window.session.change_settings(text_size=size)
    qtbot.wait(50)
    grown, window_is = window.size(), (window.sections.isVisible(), window.next.isVisible())
    window.session.change_settings(text_size=100)
    assert (grown.width(), grown.height()) == (1024, 768)
    assert window_is == (False, True)


def test_what_is_always_in_reach_stays_whole_where_the_text_is_large_and_a_save_failed(
    window: Window, qtbot: QtBot
) -> None:
    window.resize(1000, 720)
    window.top.offer_notes(offer=True)
    window.session.change_settings(text_size=300)
    window.session.save_failed.emit("There is no more room on the disk.")
    window.unsaved.ask_before_closing()
    qtbot.wait(50)
    bar, needed = window.top.height(), window.top.heightForWidth(window.top.width())
    window.session.change_settings(text_size=100)
    assert bar == needed
    assert needed > 300, "three lines of buttons"


class Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.names: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.usefixtures("voice")
def test_no_part_of_a_page_is_shown_as_a_window_of_its_own(
    open_session: Opens, dressed: QApplication, qtbot: QtBot
) -> None:
    shown = Shown(dressed)
    window = Window(open_session(longest(FILLERS["words"]), depth="full"))
    qtbot.addWidget(window)
    window.show()
    for step in window.session.journey.steps:
        window.session.go(step.id)
        assert window.stack.whole
    assert shown.names == ["Window"]


def test_a_part_that_was_not_laid_out_yet_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    shown, part_of_none = Shown(dressed), QLabel("So far: a copy for my MS nurse.")
    qtbot.addWidget(part_of_none)
    part_of_none.setVisible(True)
    assert shown.names == ["QLabel"]
