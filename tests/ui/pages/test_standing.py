"""Where I stand: five ways forward, no leaning yet and not now are the same size, and nothing pushes."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import enter, press, rest, words


def test_every_leaning_has_the_same_place_and_width(window: Window, aid: Aid) -> None:
    window.session.go("standing_leaning")
    rest()
    rows = [one for one in window.page.findChildren(QRadioButton) if one.isVisibleTo(window)]
    names = [one.objectName().removeprefix("standing.leaning.") for one in rows]
    assert names == ["none_yet", *(option.id for option in aid.library.options)]
    assert len({(one.x(), one.width(), one.font().bold()) for one in rows}) == 1
    assert not any(one.isChecked() for one in rows)


def test_no_leaning_changes_what_comes_after(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("standing_leaning")
    before = [step.id for step in window.session.journey.steps]
    for leaning in ("none_yet", *(option.id for option in aid.library.options)):
        press(window, f"standing.leaning.{leaning}", qtbot)
        assert [step.id for step in window.session.journey.steps] == before
        press(window, "next", qtbot)
        assert window.session.journey.step.id == "standing_sure"
        press(window, "back", qtbot)


def test_a_no_says_what_to_do_next(window: Window, aid: Aid, qtbot: QtBot) -> None:
    window.session.go("standing_needs")
    assert "you do not have to decide at this visit" in words(window)
    press(window, "standing.feels_sure.no", qtbot)
    assert window.session.record.standing.feels_sure == "no"
    window.session.go("questions_choose")
    assert aid.library.suggestions["sg_sure"].text in words(window)


def test_every_page_says_where_help_is(window: Window, aid: Aid) -> None:
    for step in window.session.journey.steps:
        if aid.kinds[step.id] == "standing" and step.id != "standing_sure":
            window.session.go(step.id)
            rest()
            said = " ".join(one.toPlainText() for one in window.page.findChildren(Prose))
            assert "Nobody reads what you write here" in said, step.id


def test_who_pushes_is_kept_in_own_words(window: Window, qtbot: QtBot) -> None:
    window.session.go("standing_people")
    enter(window, "standing.pressure", "My brother wants it.", qtbot)
    assert window.session.record.standing.pressure == "My brother wants it."


def test_how_the_leaning_moved_is_shown_once_there_are_two(window: Window, qtbot: QtBot) -> None:
    window.session.answer("start.first_leaning", "none_yet")
    window.session.go("standing_leaning")
    assert "since the start" not in words(window)
    press(window, "standing.leaning.trial", qtbot)
    said = words(window)
    assert "It has moved since the start. Only you see this; it is not printed." in said
    assert "At the start: No leaning yet" in said
    assert "Today: Join a trial" in said
    press(window, "standing.leaning.none_yet", qtbot)
    assert "It has not moved since the start." in words(window)


def test_a_date_to_look_again_is_asked_near_the_end(window: Window, qtbot: QtBot) -> None:
    window.session.go("standing_change")
    enter(window, "start.look_again_on", "March 2027", qtbot)
    assert window.session.record.start.look_again_on == "2027-03"
