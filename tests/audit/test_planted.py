"""The audit finds what it is there to find: a good page, and the same page with one fault after the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Heading, Wrapped
from hsct_aid.ui.widgets.prose import Prose
from tests.audit import contrast, ink, orca, page
from tests.audit.seen import Finding
from tests.outside.desktop import Thing

Fault = Callable[["Small"], object]


class Small(QWidget):
    """A page without a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(theme.GAP)
        self.heading = Heading("A small page")
        self.text = Prose("<p>One sentence.</p>", "A small page")
        self.label = Wrapped("How are you today?")
        self.first, self.second = Button("Good", key="good"), Button("Tired", key="tired")
        for widget in (self.heading, self.text, self.label, self.first, self.second):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)


class _Keeper(QPushButton):
    """A button that does not let go of the Tab key."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            return True
        return super().event(event)


def _keeper(small: Small) -> None:
    keeper = named(_Keeper("Stay"), "Stay")
    keeper.setFixedHeight(theme.TARGET)
    small.rows.insertWidget(2, keeper)
    QWidget.setTabOrder(small.text, keeper)


class _Jumper(QPushButton):
    """A button from which Tab leads back to the heading."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        small = self.parentWidget()
        assert isinstance(small, Small)
        small.heading.setFocus()
        return True


def _jumper(small: Small) -> None:
    jumper = named(_Jumper("Jump"), "Jump")
    jumper.setFixedHeight(theme.TARGET)
    small.rows.insertWidget(2, jumper)
    QWidget.setTabOrder(small.text, jumper)


def _picture(small: Small) -> None:
    picture = QWidget()
    picture.setFixedSize(60, 60)
    small.rows.insertWidget(2, named(picture, "", role=QAccessible.Role.Graphic))


def _two_keys(small: Small) -> None:
    for _time in range(2):
        QShortcut(QKeySequence("Alt+Right"), small, lambda: None)


def _off_the_chain(small: Small) -> None:
    QWidget.setTabOrder(small.second, small.first)
    QWidget.setTabOrder(small.text, small.second)


def _faint(widget: QWidget) -> None:
    colours = widget.palette()
    colours.setColor(colours.ColorRole.WindowText, Qt.GlobalColor.gray)
    widget.setPalette(colours)


def _tight(label: QLabel) -> None:
    label.setMargin(0)
    label.setFixedSize(40, label.height())


def _both(*deeds: Fault) -> Fault:
    def plant(small: Small) -> None:
        for deed in deeds:
            deed(small)

    return plant


def _loose(small: Small) -> None:
    small.rows.removeWidget(small.second)


FAULTS: list[tuple[str, Fault]] = [
    ("name", _both(lambda small: small.first.setAccessibleName(""), lambda small: small.first.setText(""))),
    ("role", _both(lambda small: small.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus),
                   lambda small: named(small.label, "Label", role=QAccessible.Role.Client))),
    ("picture", _picture),
    ("heading", lambda small: small.rows.addWidget(Heading("Another"))),
    ("target", lambda small: small.first.setFixedHeight(30)),
    ("apart", lambda small: small.rows.setSpacing(2)),
    ("shortcut", _two_keys),
    ("shortcut", _both(lambda small: small.first.setText("&Good"), lambda small: small.second.setText("&Grim"))),
    ("trap", _keeper),
    ("order", _off_the_chain),
    ("order", _jumper),
    ("outside", _both(_loose, lambda small: small.second.move(500, 10))),
    ("overlap", _both(_loose, lambda small: small.second.setGeometry(small.first.geometry()))),
    ("cut", lambda small: small.label.setFixedSize(60, 24)),
    ("cut", lambda small: small.first.setFixedWidth(44)),
    ("cut", lambda small: small.text.setFixedHeight(12)),
    ("line", _both(lambda small: small.text.show_text(f"<p>{'Long lines tire. ' * 9}</p>"),
                   lambda small: small.resize(900, 400))),
    ("ink", lambda small: _tight(small.label)),
    ("faint", lambda small: _faint(small.label)),
]  # fmt: skip


def _look(small: Small) -> list[Finding]:
    return [finding for check in (*page.CHECKS, ink.words) for finding in check(small)]


@pytest.fixture
def small(dressed: QApplication, qtbot: QtBot) -> Small:
    made = Small()
    qtbot.addWidget(made)
    made.resize(480, 400)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_a_good_page_is_let_through(small: Small) -> None:
    assert _look(small) == []


@pytest.mark.parametrize(
    ("rule", "plant"), FAULTS, ids=[f"{number}-{rule}" for number, (rule, _p) in enumerate(FAULTS)]
)
def test_a_planted_fault_is_found(small: Small, rule: str, plant: Fault, qtbot: QtBot) -> None:
    plant(small)
    qtbot.wait(1)
    assert rule in {finding.rule for finding in _look(small)}


@pytest.mark.parametrize(
    ("part", "colour"), [("text", "#8a8a8a"), ("quiet", "#6a777c"), ("outline", "#c8c8c8"), ("idle", "#333333")]
)
def test_a_colour_too_close_to_its_ground_is_found(part: str, colour: str) -> None:
    faint = replace(theme.THEMES["light"], **{part: colour})
    assert any(part in finding.what for finding in contrast.palette("light", faint))


def test_black_on_white_is_the_strongest_contrast() -> None:
    from PySide6.QtGui import QColor

    assert contrast.ratio(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast.ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_a_sentence_that_was_not_spoken_is_found() -> None:
    shown = [
        Thing(1, 2, "text", "A page", ("enabled",), 0, "A note.", "", "One line that goes on\nin two. And more."),
        Thing(2, 2, "label", "A note.", ("enabled",)),
        Thing(3, 2, "label", "Never told.", ("enabled",)),
        Thing(4, 2, "button", "Off", ()),
        Thing(5, 2, "text", "A table", ("enabled",), 0, "", "", "Source\ufdd0Age"),
        Thing(6, 2, "label", "https://a.long\u200baddress", ("enabled",)),
    ]  # fmt: skip
    heard = ["A page read only text.", "One line that goes on", "A note.", "in two. And more.",
             "Age", "Source", "https://a.longaddress"]  # fmt: skip
    log = "".join(f"10:00 - SPEECH OUTPUT: '{words}'{{'established': False}}\n" for words in heard)
    assert orca.unsaid(shown, log) == ["Never told."]


def test_a_title_or_a_button_told_without_its_role_is_found() -> None:
    shown = [
        Thing(1, 2, "heading", "A page", ("enabled",), 1),
        Thing(2, 2, "button", "Go on", ("enabled", "focusable")),
        Thing(3, 2, "button", "More", ("enabled", "focusable", "expandable")),
        Thing(4, 2, "button", "Off", ("focusable",)),
    ]
    heard = ["A page heading level 1.", "Go on push button.", "More collapsed push button."]
    log = [f"10:00 - SPEECH OUTPUT: '{words}'{{'established': False}}\n" for words in heard]
    assert orca.untold_roles(shown, "".join(log)) == []
    assert orca.untold_roles(shown, log[1]) == ["A page", "More"]
