"""What holds on every page: targets a shaky hand can hit, pictures with names, boxes that answer, texts in full."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from time import perf_counter

import msgspec
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsct_aid.domain.record import Record
from hsct_aid.ui import theme
from hsct_aid.ui.widgets.choice import OneOf
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.heading import Heading
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.typed import OneLine, Text
from hsct_aid.ui.window import Window
from tests.ui.pages.acting import rest
from tests.windows import Opens

FILLED = msgspec.convert(
    {
        "facts": {
            "medicines": {"value": [{"name": "Ocrevus", "start": "2022"}]}, "relapses": {"value": [{"when": "2025"}]},
            "mri": {"value": {"date": "2025"}}, "edss": {"unknown": True}, "country": {"value": "GB"},
        },
        "questions": {"asked": [{"id": f"q{n}", "text": f"Question {n}?"} for n in (1, 2, 3, 4)]},
        "values": {"top": ["death", "money", "own1"], "own": [{"id": "own1", "text": "My mother"}]},
        "availability": {"centres": [{"name": "A centre"}], "abroad": "yes", "booked": "yes"},
        "visit": {"next_steps": [{"what": "MRI"}], "heard": [{"question": "q1", "answer": "Yes."}]},
    },
    Record,
)  # fmt: skip
LONGEST_WAIT = 1.0
HUGE = "All of my notes since the beginning. " * 300_000


@pytest.fixture
def filled(open_session: Opens, qtbot: QtBot) -> Window:
    """Every page at its fullest, with what opens opened."""
    made = Window(open_session(FILLED, depth="full"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


OPENED = ("facts.", "availability.centres", "visit.", "trade_offs", "values.mine", "to.")
"""What is opened on the way: what people fill in. The tests of evidence and availability open what is read there."""


def walk(window: Window) -> Iterator[str]:
    """Every step in turn, laid out until it rests."""
    for step in window.session.journey.steps:
        window.session.go(step.id)
        open_forms(window)
        rest()
        yield step.id


def open_forms(window: Window) -> None:
    for fold in window.page.findChildren(Fold):
        if any(one.objectName().startswith(OPENED) for one in fold.findChildren(QAbstractButton)):
            fold.open()


def visible(window: Window, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.page.findChildren(kind) if one.isVisible()]


def test_every_page_holds_the_rules_of_all_pages(filled: Window) -> None:
    """One walk for all of them: each step is laid out once, and not painted."""
    filled.setUpdatesEnabled(False)
    wrong: list[str] = []
    for step in walk(filled):
        small = [one for one in visible(filled, QAbstractButton) if min(one.width(), one.height()) < theme.TARGET]
        wrong += [f"{step}: {one.objectName()} is {one.size().toTuple()}" for one in small]
        boxes = [*visible(filled, QLineEdit), *visible(filled, QPlainTextEdit)]
        wrong += [f"{step}: {one.objectName()} is low" for one in boxes if one.height() < theme.TARGET]
        wrong += [f"{step}: {type(one).__name__} has no name" for one in _pictures(filled) if not one.accessibleName()]
        wrong += [f"{step}: {type(one).__name__} {one.objectName()} has no name" for one in _stops(filled)]
        wrong += [f"{step}: text is cut at {one.height()}" for one in visible(filled, Prose) if _is_cut(one)]
        wrong += [f"{step}: more than one heading"] * (len(visible(filled, Heading)) - 1)
        wrong += [f"{step}: {said}" for said in _read_out_of_order(filled.page)]
        wrong += [f"{step}: nothing says what {one.objectName()} asks" for one in _nameless_groups(filled)]
    assert not wrong, "\n".join(wrong)


def _read_out_of_order(page: QWidget) -> Iterator[str]:
    """Assistive technology reads children in the order in which they were made; the eye from the top."""
    for parent in (page, *page.findChildren(QWidget)):
        if isinstance(parent, QAbstractScrollArea | QComboBox):
            continue
        children = [one for one in parent.children() if isinstance(one, QWidget) and one.isVisible()]
        for one, following in pairwise(children):
            here, after = one.geometry(), following.geometry()
            if after.bottom() < here.top() and after.left() < here.right():
                yield f"{_name(following)} is read after {_name(one)} and stands above it"


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


def _nameless_groups(window: Window) -> list[QWidget]:
    """Answers whose question is not heard: no group around them has a name."""

    def is_named(widget: QWidget | None) -> bool:
        while widget is not None and widget is not window.page:
            if widget.property("accessible_role") == QAccessible.Role.Grouping.value and widget.accessibleName():
                return True
            widget = widget.parentWidget()
        return False

    return [one for one in visible(window, OneOf) if not is_named(one)]


def test_what_is_made_late_is_found_where_it_is_read_out_of_order(filled: Window) -> None:
    rows = filled.page.rows
    late = QLabel("First, and made last")
    rows.insertWidget(0, late)
    rest()
    assert any("First, and made last" in said or "QLabel" in said for said in _read_out_of_order(filled.page))


def _pictures(window: Window) -> list[QWidget]:
    shown = [one for one in window.page.findChildren(QWidget) if one.isVisible() and one.property("accessible_role")]
    return [one for one in shown if one.property("accessible_role") == QAccessible.Role.Graphic.value]


def _stops(window: Window) -> list[QWidget]:
    """What takes the focus by Tab without a name."""
    stops = [one for one in window.page.findChildren(QWidget) if one.isVisible() and one.focusPolicy().value & 1]
    return [one for one in stops if not one.accessibleName()]


def _is_cut(prose: QWidget) -> bool:
    assert isinstance(prose, Prose)
    return prose.document().size().height() > prose.height() + 1


BOXED = (
    "start_wish", "start_facts", "candidacy_medicines", "candidacy_walking", "candidacy_health", "candidacy_records",
    "availability_centres", "values_concerns", "values_words", "quiz_wrong", "questions_choose", "questions_write",
    "standing_needs", "summary_private", "visit_heard", "visit_next",
)  # fmt: skip


def test_ten_megabytes_pasted_into_any_box_are_answered_at_once(filled: Window) -> None:
    given = QMimeData()
    given.setText(HUGE)
    QGuiApplication.clipboard().setMimeData(given)
    for step in BOXED:
        filled.session.go(step)
        open_forms(filled)
        rest()
        boxes = [*visible(filled, OneLine), *visible(filled, Text)]
        assert boxes
        for box in boxes:
            assert isinstance(box, OneLine | Text)
            before = text(box)
            began = perf_counter()
            box.paste()
            assert perf_counter() - began < LONGEST_WAIT, box.objectName()
            assert before in text(box)
            assert len(text(box)) <= 2000
            said = [one.text() for one in visible(filled, QLabel) if isinstance(one, QLabel)]
            assert any("The rest was not taken." in words for words in said), box.objectName()


def text(box: OneLine | Text) -> str:
    return box.text() if isinstance(box, OneLine) else box.toPlainText()
