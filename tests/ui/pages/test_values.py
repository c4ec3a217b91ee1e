"""What matters: every level, own concerns, a top three, and a grid that no rating can move."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.ui.widgets.grid import Grid
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, is_ticked, press, rest, words
from tests.windows import Opens, part

LEVELS = ("not_at_all", "a_little", "somewhat", "very", "extremely", "not_sure")
TOP = ("death", "children", "money")


def record(level: str, top: tuple[str, ...] = TOP) -> Record:
    names = ("relapses", "abilities", "death", "side_effects", "children", "energy", "time_away", "certainty", "money")
    ratings = [{"concern": name, "level": level} for name in names]
    return msgspec.convert({"values": {"ratings": ratings, "top": top}}, Record)


def grid_parts(open_session: Opens, qtbot: QtBot, said: Record) -> list[tuple[str, int, int, int, int]]:
    """Every text of the grid with its place and size."""
    window = Window(open_session(said))
    qtbot.addWidget(window)
    window.resize(1280, 900)
    window.show()
    window.session.go("values_grid")
    rest()
    (grid,) = window.page.findChildren(Grid)
    texts: list[tuple[str, QWidget]] = [(one.toPlainText(), one) for one in grid.findChildren(Prose)]
    texts += [(one.text(), one) for one in grid.findChildren(QLabel)]
    found = [(text, one.x(), one.y(), one.width(), one.height()) for text, one in texts]
    window.session.close()
    window.close()
    return found


def test_ratings_never_change_a_word_a_size_or_the_order_of_the_grid(open_session: Opens, qtbot: QtBot) -> None:
    as_it_is = grid_parts(open_session, qtbot, msgspec.convert({"values": {"top": TOP}}, Record))
    assert len(as_it_is) > 15
    for level in ("extremely", "not_at_all"):
        assert grid_parts(open_session, qtbot, record(level)) == as_it_is


def test_the_grid_shows_fixed_words_for_all_five_ways_forward(open_session: Opens, aid: Aid, qtbot: QtBot) -> None:
    window = Window(open_session(record("very")))
    qtbot.addWidget(window)
    window.resize(1280, 900)
    window.show()
    window.session.go("values_grid")
    said = words(window)
    shown = {plain(aid, cell.text) for one in aid.library.concerns if one.id in TOP for cell in one.cells}
    others = {plain(aid, cell.text) for one in aid.library.concerns if one.id not in TOP for cell in one.cells}
    assert all(text in said for text in shown)
    assert not any(text in said for text in others - shown)
    assert "This grid does not choose." in said
    window.session.close()


def test_a_concern_can_be_rated_at_every_level_and_the_last_one_holds(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    first = aid.library.concerns[0].id
    for level in LEVELS:
        press(window, f"rating.{first}.{level}", qtbot)
        assert [(one.concern, one.level) for one in window.session.record.values.ratings] == [(first, level)]


def test_concerns_come_one_at_a_time_and_each_can_be_skipped(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    for number, concern in enumerate(aid.library.concerns, 1):
        said = words(window)
        assert concern.text in said
        assert f"Concern {number} of {len(aid.library.concerns)}" in said
        if number < len(aid.library.concerns):
            press(window, "concern.after", qtbot)
    assert window.session.record.values.ratings == ()


def test_a_rating_is_shown_again_when_one_comes_back(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    first = aid.library.concerns[0].id
    press(window, f"rating.{first}.very", qtbot)
    press(window, "concern.after", qtbot)
    press(window, "concern.before", qtbot)
    assert is_ticked(window, f"rating.{first}.very")


def test_everything_rated_extremely_still_gives_a_top_three(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    for number, concern in enumerate(aid.library.concerns, 1):
        press(window, f"rating.{concern.id}.extremely", qtbot)
        if number < len(aid.library.concerns):
            press(window, "concern.after", qtbot)
    window.session.go("values_top")
    for name in TOP:
        press(window, f"values.top.{name}", qtbot)
    assert set(window.session.record.values.top) == set(TOP)
    window.session.go("values_grid")
    rest()
    assert len(window.page.findChildren(Grid)) == 1


def test_nothing_picked_says_where_to_pick_and_shows_no_empty_grid(window: Window) -> None:
    window.session.go("values_grid")
    assert "You have not picked your top three yet." in words(window)
    assert window.page.findChildren(Grid) == []


def test_an_own_concern_can_be_rated_and_picked_and_has_no_facts(window: Window, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    enter(window, "values.own", "Looking after my mother", qtbot)
    press(window, "values.add", qtbot)
    assert "Looking after my mother" in words(window)
    press(window, "rating.own1.very", qtbot)
    window.session.go("values_top")
    press(window, "values.top.own1", qtbot)
    window.session.go("values_grid")
    assert words(window).count("This aid has no facts on this. It is worth asking.") == 5


def test_the_same_concern_is_not_added_twice_and_an_empty_one_never(window: Window, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    for text in ("My mother", "my mother", "  "):
        window.page.findChildren(type(part(window, "values.own")), "values.own")[0].clear()  # type: ignore[attr-defined]
        enter(window, "values.own", text, qtbot)
        press(window, "values.add", qtbot)
    assert [one.text for one in window.session.record.values.own] == ["My mother"]


PLACES = {
    "start_priorities": "start.first_priorities.own1", "values_concerns": "rating.own1.very",
    "values_top": "values.top.own1", "values_words": "values.least.own1",
}  # fmt: skip
"""Every screen that shows concerns, and what an own one is called there."""


def test_an_own_concern_is_added_and_taken_away_wherever_concerns_are_shown(window: Window, qtbot: QtBot) -> None:
    for place in (*PLACES, "values_grid"):
        window.session.go(place)
        if place != "values_concerns":
            press(window, "values.mine", qtbot)
        enter(window, "values.own", "Looking after my mother", qtbot)
        press(window, "values.add", qtbot)
        assert [one.text for one in window.session.record.values.own] == ["Looking after my mother"], place
        assert window.session.draft("values.own") == ""
        if place in PLACES:
            press(window, PLACES[place], qtbot)
            assert "own1" in str(window.session.record.values) + str(window.session.record.start)
        press(window, "own1.0", qtbot)
        assert "“Undo” brings it back." in words(window)
        assert "Looking after my mother" not in words(window)
        assert "own1" not in str(window.session.record)
        window.session.undo()
        assert "Looking after my mother" in words(window)
        window.session.put(Record(place=place))


def test_an_own_concern_that_was_added_is_taken_back_with_one_undo_and_its_words_stay(
    window: Window, qtbot: QtBot
) -> None:
    window.session.go("values_concerns")
    enter(window, "values.own", "Looking after my mother", qtbot)
    press(window, "values.add", qtbot)
    window.session.undo()
    assert window.session.record.values.own == ()
    assert part(window, "values.own").text() == "Looking after my mother"  # type: ignore[attr-defined]


def test_the_grid_leads_to_the_top_three_and_shows_an_own_concern_once_it_is_picked(
    window: Window, qtbot: QtBot
) -> None:
    window.session.go("values_grid")
    press(window, "values.change_top", qtbot)
    assert window.session.journey.step.id == "values_top"


def test_words_that_are_not_added_yet_are_not_lost(window: Window, qtbot: QtBot) -> None:
    window.session.go("values_concerns")
    enter(window, "values.own", "Half a thou", qtbot)
    assert window.session.draft("values.own") == "Half a thou"


def test_a_full_list_of_own_concerns_keeps_the_words_in_the_box(open_session: Opens, qtbot: QtBot) -> None:
    own = [{"id": f"own{number}", "text": f"Concern {number}"} for number in range(1, 21)]
    window = Window(open_session(msgspec.convert({"values": {"own": own}}, Record)))
    qtbot.addWidget(window)
    window.show()
    window.session.go("values_concerns")
    enter(window, "values.own", "One more", qtbot)
    press(window, "values.add", qtbot)
    assert len(window.session.record.values.own) == 20
    assert window.session.draft("values.own") == "One more"
    assert "There is room for 20 concerns of your own." in words(window)
    window.session.close()


def test_what_was_picked_at_the_start_is_said_beside_the_top_three(window: Window, qtbot: QtBot) -> None:
    window.session.go("values_top")
    assert "You picked this at the start." not in words(window)
    window.session.answer("start.first_priorities", ("money",))
    QApplication.processEvents()
    assert words(window).count("You picked this at the start.") == 1
    assert "What moved since the start" not in words(window)
    press(window, "values.top.energy", qtbot)
    said = words(window)
    assert "New: Energy, thinking and daily life" in said
    assert "No longer: Cost, travel and who pays" in said
    assert "You picked this at the start." in part(window, "values.top.money").accessibleDescription()
