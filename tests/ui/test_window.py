"""Turning pages, explanations, text size, colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.ui import theme
from hsct_aid.ui.pages import PAGES, next_import, page_class
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.strategies import FILLERS, longest
from tests.ui.pages.acting import press
from tests.windows import Opens, part


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


def test_a_word_is_explained_in_place_and_escape_closes_it(window: Window, qtbot: QtBot) -> None:
    window.page.asked.emit("term:neurologist")
    assert window.explain.isVisible()
    assert "doctor" in window.explain.prose.toPlainText()
    qtbot.keyClick(window.explain.prose, Qt.Key.Key_Escape)
    assert not window.explain.isVisible()


def test_close_is_told_with_the_title_of_what_it_closes(window: Window) -> None:
    for link in ("term:neurologist", "figure:trm_uk"):
        window.explain.explain(link)
        assert part(window, "close_explanation").accessibleDescription() == window.explain.prose.accessibleName()


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
