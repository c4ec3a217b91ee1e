"""Welcome: what the aid is and is not, how current it is, and how long it takes today."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.block import DEPTHS
from hsct_aid.domain.journey import journey
from hsct_aid.domain.record import Record
from hsct_aid.domain.welcome import currency
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import press, words
from tests.windows import TODAY, part


def test_the_first_page_says_what_it_is_for_and_what_it_does_not_do(window: Window, aid: Aid) -> None:
    said = words(window)
    assert "does not assess you, calculate your risk or recommend a treatment" in said
    assert "It is not for NMOSD or MOGAD." in said
    assert aid.library.nets["net_medicine"].text.split(". ")[0] in said


def test_who_wrote_it_who_paid_and_how_current_it_is_stand_together(window: Window, aid: Aid) -> None:
    window.session.go("welcome_about")
    said = words(window)
    for wanted in ("not yet reviewed by a neurologist", "no seller of any treatment paid", currency(aid, TODAY)):
        assert wanted in said


def test_each_length_says_its_screens_and_minutes(window: Window, aid: Aid) -> None:
    window.session.go("welcome_energy")
    for depth in DEPTHS:
        way = journey(aid, Record(), depth)
        hint = part(window, f"settings.depth.{depth}").accessibleDescription()
        assert hint == f"{len(way.steps)} screens, about {way.minutes} minutes"


def test_the_length_that_is_picked_is_a_setting_and_no_answer(window: Window, qtbot: QtBot) -> None:
    window.session.go("welcome_energy")
    before = window.session.record
    press(window, "settings.depth.full", qtbot)
    assert window.session.settings.depth == "full"
    assert window.session.record == before
    assert not window.session.can_undo


def test_the_shortest_way_leads_on_to_its_own_steps(window: Window, qtbot: QtBot) -> None:
    window.session.go("welcome_energy")
    press(window, "settings.depth.short", qtbot)
    assert len(window.session.journey.steps) == 6
    press(window, "next", qtbot)
    assert window.session.journey.index in (0, 1)


def test_what_the_shortest_way_hides_is_one_button_away(window: Window, qtbot: QtBot) -> None:
    window.session.change_settings(depth="short")
    for step in window.session.journey.steps:
        window.session.go(step.id)
        assert part(window, "whole_way").isEnabled()
    press(window, "whole_way", qtbot)
    assert window.session.settings.depth == "standard"
    assert window.session.journey.step.id == "summary_preview"
    assert window.page.findChild(QPushButton, "whole_way") is None


def test_the_length_can_be_changed_on_any_page(window: Window) -> None:
    window.session.go("evidence_deaths")
    length = part(window, "length")
    assert isinstance(length, QPushButton)
    menu = length.menu()
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["standard"]
    for depth, action in zip(DEPTHS, menu.actions(), strict=True):
        action.trigger()
        assert window.session.settings.depth == depth
    assert window.session.journey.step.id == "evidence_deaths"


def test_letters_and_their_distance_change_at_once_and_the_page_stays(window: Window, qtbot: QtBot) -> None:
    window.session.go("welcome_energy")
    for name, family in (("atkinson", "Atkinson Hyperlegible"), ("noto", "Noto Sans")):
        press(window, f"settings.font.{name}", qtbot)
        assert QApplication.font().family() == family
    press(window, "settings.spacing.wide", qtbot)
    assert QApplication.font().letterSpacing() > 100
    press(window, "settings.spacing.normal", qtbot)
    assert window.session.journey.step.id == "welcome_energy"


def test_the_way_as_it_is_now_is_picked(window: Window) -> None:
    window.session.go("welcome_energy")
    picked = [one.objectName() for one in window.page.findChildren(QRadioButton) if one.isChecked()]
    now = ["settings.depth.standard", "settings.spacing.normal", "settings.font.noto"]
    assert picked in (now, [*now, "settings.language.en"])  # where no other language is compiled, none is asked for
