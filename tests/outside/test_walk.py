"""The whole walk from outside the process, through nothing but what assistive technology is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from hsct_aid.content.load import load_aid
from hsct_aid.domain.journey import journey
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from tests.outside import whole
from tests.outside.deeds import DEEDS, SAID
from tests.outside.desktop import AID, Program, Thing, until
from tests.outside.hands import Actions

ANSWERS = {"check box", "radio button"}
HEADINGS = [step.heading for step in journey(load_aid("en"), Record(), Settings().depth).steps]


@contextmanager
def opened(notes: Path, desktop: dict[str, str]) -> Iterator[Program]:
    """The aid on these notes; where there are none yet, past what is asked at the first start."""
    is_first = not notes.joinpath("settings.json").exists()
    with Program([*AID, "--data-dir", str(notes)], desktop) as window:
        if is_first:
            window.act(only(page(window, "Before you begin"), "button", "Next"))
        yield window


def page(window: Program, heading: str) -> list[Thing]:
    """What is visible once the page with this title, and no other title, is there."""

    def is_there(things: list[Thing]) -> bool:
        return [thing.name for thing in things if thing.is_title] == [heading]

    return until(window.look, is_there, f"the one title “{heading}”")


def only(things: list[Thing], role: str, name: str) -> Thing:
    found = [thing for thing in things if (thing.role, thing.name) == (role, name)]
    assert len(found) == 1, f"{len(found)} × {role} “{name}”"
    return found[0]


def answers(things: list[Thing]) -> list[Thing]:
    return [thing for thing in things if thing.role in ANSWERS]


def ticked(things: list[Thing]) -> list[str]:
    return [thing.name for thing in answers(things) if "checked" in thing.states]


def first_question(window: Program) -> str:
    """Turn to the first page with something to tick; its heading."""
    for heading in HEADINGS:
        things = page(window, heading)
        if answers(things) and not ticked(things):
            return heading
        window.act(only(things, "button", "Next"))
    raise AssertionError("no page asks anything")


def tick(window: Program, heading: str, number: int) -> list[str]:
    """Tick the answer with this number and wait until it shows; all that is ticked then."""
    answer = answers(page(window, heading))[number]
    window.act(answer)
    return until(lambda: ticked(page(window, heading)), lambda found: answer.name in found, f"“{answer.name}” ticked")


@pytest.mark.parametrize("hands", whole.HANDS)
def test_the_first_pages_are_walked_and_answered(hands: str, tmp_path: Path, desktop: dict[str, str]) -> None:
    """The short form of what ``make audit`` does for the whole way."""
    said = whole.walked(whole.HANDS[hands], desktop, tmp_path, whole.STEPS[:5])["start"]
    assert said == {name: answer for name, answer in SAID["start"].items() if name in ("asks", "ask_words", "visit_on")}


def test_pages_are_reached_and_their_headings_lists_labels_and_what_is_open_are_told(
    tmp_path: Path, desktop: dict[str, str]
) -> None:
    with opened(tmp_path, desktop) as window:
        for number, button in ((0, "Next"), (1, "Back"), (0, "")):
            things = page(window, HEADINGS[number])
            assert ("enabled" in only(things, "button", "Back").states) == (number > 0)
            assert [thing for thing in things if thing.role == "scroll bar" and not thing.name] == []
            if button:
                window.act(only(things, "button", button))
        things = turn_to(window, "Start", closely=True)
        assert [thing.level for thing in things if thing.role == "heading"] == [1]
        when = "When is the visit?"
        assert [(thing.role, thing.labelled_by, thing.label_for) for thing in things if thing.name == when] == [
            ("panel", (when,), ()),
            ("label", (), (when,)),
            ("text", (when,), ()),
        ]
        things = turn_to(window, "Where it is available")
        titles = [thing.name for thing in things if thing.is_title]
        assert [thing.name for thing in things if thing.role == "list"] == ["Sections", *titles]
        folds = [thing for thing in things if "expandable" in thing.states]
        assert {(fold.role, "collapsed" in fold.states) for fold in folds} == {("button", True)}
        assert any((one.role, one.name) == ("list item", folds[0].name) for one in things)
        window.act(folds[0])
        until(window.look, lambda now: any("expanded" in thing.states for thing in now), "what was opened")
        assert window.quit() == 0


def turn_to(window: Program, section: str, *, closely: bool = False) -> list[Thing]:
    """All of the first page of a section, once its line in the list was pressed."""
    before = window.titles()
    window.act(window.one("list item", section))
    until(window.titles, lambda titles: titles not in ([], before), f"a page of “{section}”")
    window.one("list item", f"{section}, you are here")
    return window.look(closely=closely)


def test_it_opens_again_at_the_same_page_with_the_same_answer(tmp_path: Path, desktop: dict[str, str]) -> None:
    with opened(tmp_path, desktop) as window:
        heading = first_question(window)
        before = tick(window, heading, 1)
        assert window.quit() == 0
    with opened(tmp_path, desktop) as window:
        assert ticked(page(window, heading)) == before
        window.quit()


def test_undo_brings_an_answer_back(tmp_path: Path, desktop: dict[str, str]) -> None:
    with opened(tmp_path, desktop) as window:
        heading = first_question(window)
        first, both = tick(window, heading, 0), tick(window, heading, 1)
        for button, wanted in (("Undo", first), ("Undo", []), ("Redo", first), ("Redo", both)):
            window.press("button", button)
            until(lambda: ticked(page(window, heading)), wanted.__eq__, f"{wanted} after {button}")
        window.quit()


def test_it_ends_when_asked_after_a_page_was_saved(tmp_path: Path, desktop: dict[str, str]) -> None:
    """A dialog for a file kept it running, unseen and with the notes in its hand."""
    with opened(tmp_path, desktop) as window:
        window.act(only(page(window, HEADINGS[0]), "button", "Next"))
        page(window, HEADINGS[1])
        assert window.quit() == 0
    (store,) = Shelf(tmp_path).stores()
    record = store.read().record
    assert record is not None
    store.save(replace(record, place="summary_preview"), datetime(2026, 11, 23))
    with opened(tmp_path, desktop) as window:
        DEEDS["summary_preview"](Actions(window))
        assert window.quit() == 0
