"""Lists that are filled entry by entry: nothing is lost, and "none" is another answer than "I don't know"."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.facts import Answer, Medicine
from hsct_aid.domain.record import Record
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.fold import Fold
from tests.ui.widgets.conftest import Shows
from tests.windows import TODAY, Opens, part

PATH = "facts.medicines"
MEDICINES = [{"name": "Tecfidera", "start": "2019"}, {"name": "Ocrevus", "start": "2022-03"}]
TWO = msgspec.convert({"facts": {"medicines": {"value": MEDICINES}}}, Record)


class Listed:
    """The list of medicines, shown alone."""

    def __init__(self, session: Session, shown: Shows, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        form = session.aid.library.entries["medicines"]
        self.entries = Entries(session, PATH, form, names=("Tysabri", "Ocrevus"))
        self.window = shown(self.entries)
        self.window.activateWindow()
        session.record_changed.connect(self.entries.refresh)

    def press(self, name: str) -> None:
        QApplication.processEvents()
        button = part(self.window, name)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        answer = self.session.record.facts.medicines
        return (answer.value or ()) if answer is not None else ()

    def titles(self) -> list[str]:
        return [fold.accessibleName() for fold in self.folds()]

    def folds(self) -> list[Fold]:
        return [fold for fold in self.entries.findChildren(Fold) if fold.isVisibleTo(self.window)]


@pytest.fixture
def empty(open_session: Opens, shown: Shows, qtbot: QtBot) -> Listed:
    return Listed(open_session(), shown, qtbot)


@pytest.fixture
def two(open_session: Opens, shown: Shows, qtbot: QtBot) -> Listed:
    return Listed(open_session(TWO), shown, qtbot)


def test_a_new_entry_opens_with_the_cursor_in_its_first_box(empty: Listed) -> None:
    empty.press(f"{PATH}.add")
    QApplication.processEvents()
    assert QApplication.focusWidget() is part(empty.window, f"{PATH}.value.0.name.box")
    empty.qtbot.keyClicks(QApplication.focusWidget(), "Tysabri")
    assert empty.medicines == (Medicine("Tysabri"),)
    assert empty.session.record.facts.medicines == Answer(value=(Medicine("Tysabri"),), on=TODAY)


def test_each_entry_is_one_line_that_says_what_it_holds(two: Listed) -> None:
    openers = [part(two.window, f"{PATH}.value.{number}") for number in (0, 1)]
    assert [one.accessibleName() for one in openers] == ["Tecfidera", "Ocrevus"]
    assert "2019" in openers[0].accessibleDescription()
    assert "March 2022" in openers[1].accessibleDescription()
    assert not any(fold.is_open for fold in two.folds())


def test_what_is_typed_in_an_entry_changes_that_entry_alone(two: Listed) -> None:
    two.press(f"{PATH}.value.1")
    box = part(two.window, f"{PATH}.value.1.name.box")
    two.qtbot.keyClicks(box, "!")
    assert [one.name for one in two.medicines] == ["Tecfidera", "Ocrevus!"]
    assert part(two.window, f"{PATH}.value.1").accessibleName() == "Ocrevus!"
    assert box.hasFocus() or box.isVisible()


def test_taking_one_away_leaves_the_other_with_all_its_answers(two: Listed) -> None:
    two.press(f"{PATH}.value.0")
    two.press(f"{PATH}.0.remove")
    assert two.medicines == (Medicine("Ocrevus", start="2022-03"),)
    QApplication.processEvents()
    assert part(two.window, f"{PATH}.value.0").accessibleName() == "Ocrevus"
    two.session.undo()
    assert [one.name for one in two.medicines] == ["Tecfidera", "Ocrevus"]


def test_the_last_one_taken_away_leaves_the_question_open(two: Listed) -> None:
    for _entry in range(2):
        two.press(f"{PATH}.value.0")
        two.press(f"{PATH}.0.remove")
        QApplication.processEvents()
    assert two.session.record.facts.medicines is None
    assert not any(box.isChecked() for box in two.entries.findChildren(QCheckBox))


def test_none_and_i_dont_know_exclude_each_other(empty: Listed) -> None:
    empty.press(f"{PATH}.instead.none")
    assert empty.session.record.facts.medicines == Answer(value=(), on=TODAY)
    empty.press(f"{PATH}.instead.unknown")
    assert empty.session.record.facts.medicines == Answer[object](unknown=True, on=TODAY)
    ticked = [box.objectName() for box in empty.entries.findChildren(QCheckBox) if box.isChecked()]
    assert ticked == [f"{PATH}.instead.unknown"]
    empty.press(f"{PATH}.instead.unknown")
    assert empty.session.record.facts.medicines is None


@pytest.mark.parametrize("instead", ["none", "unknown"])
def test_an_entry_takes_the_place_of_none_and_of_i_dont_know(instead: str, empty: Listed) -> None:
    empty.press(f"{PATH}.instead.{instead}")
    empty.press(f"{PATH}.add")
    assert empty.medicines == (Medicine(),)
    assert not part_is_visible(empty.window, f"{PATH}.instead.{instead}")


def part_is_visible(window: QWidget, name: str) -> bool:
    return any(one.isVisibleTo(window) for one in window.findChildren(QWidget, name))


def test_none_is_offered_only_while_there_is_no_entry(empty: Listed, two: Listed) -> None:
    assert part_is_visible(empty.window, f"{PATH}.instead.none")
    assert not part_is_visible(two.window, f"{PATH}.instead.none")


def test_a_full_list_takes_no_more_and_keeps_what_it_has(open_session: Opens, shown: Shows, qtbot: QtBot) -> None:
    full = msgspec.convert({"facts": {"medicines": {"value": [{"name": f"m{n}"} for n in range(50)]}}}, Record)
    listed = Listed(open_session(full), shown, qtbot)
    listed.press(f"{PATH}.add")
    assert listed.session.record == full
    assert "50" in part(listed.window, f"{PATH}.full").accessibleName()


def test_the_names_of_medicines_are_offered_while_one_types(empty: Listed) -> None:
    empty.press(f"{PATH}.add")
    QApplication.processEvents()
    box = part(empty.window, f"{PATH}.value.0.name.box")
    assert isinstance(box, QLineEdit)
    empty.qtbot.keyClicks(box, "ocr")
    assert box.completer().currentCompletion() == "Ocrevus"


def test_every_list_of_the_form_can_be_filled(aid: Aid, open_session: Opens, shown: Shows, qtbot: QtBot) -> None:
    paths = {"relapses": "facts.relapses", "centres": "availability.centres", "next_steps": "visit.next_steps"}
    for name, path in paths.items():
        session = open_session()
        entries = Entries(session, path, aid.library.entries[name])
        session.record_changed.connect(entries.refresh)
        window = shown(entries)
        qtbot.mouseClick(part(window, f"{path}.add"), Qt.MouseButton.LeftButton)
        items = session.value(f"{path}.value" if path.startswith("facts.") else path)
        assert isinstance(items, tuple)
        assert len(items) == 1
        session.close()
