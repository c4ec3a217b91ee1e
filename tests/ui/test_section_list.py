"""The list of sections: what is done, and the way to the first step of each."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.section_list import SectionList
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import press


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
