"""Answers one picks: one of several, or several up to a limit. Big, labelled, never a slider."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hsct_aid.domain.aid import Choice
from hsct_aid.ui import drawing, theme
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.heading import Wrapped, breakable


class _Row:
    """What both kinds of answers share: a frame one can hit anywhere, and a label that wraps."""

    def sizeHint(self: QAbstractButton) -> QSize:  # type: ignore[misc]
        return QSize(theme.measure(self, 40), theme.TARGET)

    def minimumSizeHint(self: QAbstractButton) -> QSize:  # type: ignore[misc]
        return QSize(theme.measure(self, 14), theme.TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self: QAbstractButton, width: int) -> int:  # type: ignore[misc]
        room = _text_rect(self, QRect(0, 0, width, 100_000))
        text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, breakable(self.text()))
        return max(theme.TARGET, text.height() + theme.em(self, 0.7))

    def hitButton(self: QAbstractButton, pos: QPoint) -> bool:  # type: ignore[misc]
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        assert isinstance(self, _Radio | _Box)
        _paint(self)


class _Radio(_Row, QRadioButton):
    """One of several."""


class _Box(_Row, QCheckBox):
    """One that can be picked beside others."""


def _side(row: QWidget) -> int:
    return max(22, theme.em(row, 0.9))


def _text_rect(row: QWidget, whole: QRect) -> QRect:
    return whole.adjusted(_side(row) + theme.em(row, 0.9), 0, -theme.em(row, 0.4), 0)


def _paint(row: _Radio | _Box) -> None:
    painter = QPainter(row)
    drawing.answer_frame(painter, row.rect(), row.palette(), chosen=row.isChecked(), focused=row.hasFocus())
    side = _side(row)
    mark = QRect(theme.em(row, 0.4), (row.height() - side) // 2, side, side)
    drawing.pick_mark(
        painter,
        drawing.mirrored(painter, row.rect(), mark),
        row.palette(),
        picked=row.isChecked(),
        is_round=isinstance(row, _Radio),
    )
    room = drawing.mirrored(painter, row.rect(), _text_rect(row, row.rect()))
    label, _break, hint = breakable(row.text()).partition("\n")
    heights = [_height(row, room.width(), words) for words in (label, hint)]
    room.setTop((row.height() - sum(heights)) // 2)
    for words, height, role in zip(
        (label, hint), heights, (row.foregroundRole(), QPalette.ColorRole.PlaceholderText), strict=True
    ):
        room.setHeight(height)
        painter.setPen(row.palette().color(role))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
        room.translate(0, height)


def _height(row: QWidget, width: int, words: str) -> int:
    room = QRect(0, 0, width, 100_000)
    return row.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() if words else 0


class OneOf(QWidget):
    """Pick one. Nothing is picked to begin with; ``picked`` carries the id of the choice.

    ``question`` is what the answers are to, where nothing around them is named so.
    """

    picked = Signal(str)

    def __init__(self, choices: Sequence[Choice], *, key: str, question: str = "") -> None:
        super().__init__()
        named(self, question, key=key, role=QAccessible.Role.Grouping if question else None)
        self._buttons = {choice.id: _Radio(_words(choice), self) for choice in choices}
        self._group = QButtonGroup(self)
        rows = _column(self)
        for number, choice in enumerate(choices):
            button = self._buttons[choice.id]
            named(button, choice.label, choice.hint, key=f"{key}.{choice.id}")
            button.setSizePolicy(_tall())
            self._group.addButton(button, number)
            rows.addWidget(button)
        # toggled, not clicked: assistive technology toggles without a click
        self._group.idToggled.connect(self._pick)

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        next(iter(self._buttons.values())).setFocus()

    def show_choice(self, choice: str | None) -> None:
        """Show which choice is picked; None for none."""
        with QSignalBlocker(self._group):
            self._group.setExclusive(choice is not None)
            for name, button in self._buttons.items():
                button.setChecked(name == choice)
                if choice in self._buttons:
                    # Tab comes to what is picked: from another one an arrow key would change the answer unseen
                    tab = name == choice
                    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
            self._group.setExclusive(True)

    def _pick(self, number: int, is_on: bool) -> None:
        if is_on:
            self.picked.emit(list(self._buttons)[number])


_KEEP = "as_it_was"


class ManyOf(QWidget):
    """Pick several, up to ``limit`` (0 for any number); over the limit it asks which one to let go."""

    picked = Signal(tuple)

    def __init__(self, choices: Sequence[Choice], *, key: str, limit: int = 0) -> None:
        super().__init__()
        self._limit = limit
        self._boxes = {choice.id: _Box(_words(choice), self) for choice in choices}
        self._labels = {choice.id: choice.label for choice in choices}
        self._key, self._wanted = key, ""
        self._full = QWidget()
        self._full.hide()
        rows = _column(self)
        for choice in choices:
            box = self._boxes[choice.id]
            named(box, choice.label, choice.hint, key=f"{key}.{choice.id}")
            box.setSizePolicy(_tall())
            box.toggled.connect(self._pick)
            rows.addWidget(box)
        rows.addWidget(self._full)

    def offered(self) -> tuple[str, ...]:
        """Everything that can be picked here."""
        return tuple(self._boxes)

    def chosen(self) -> tuple[str, ...]:
        """What is picked now."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def show_choices(self, chosen: Sequence[str]) -> None:
        """Show which choices are picked."""
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in chosen)

    def _pick(self) -> None:
        chosen = self.chosen()
        over = bool(self._limit) and len(chosen) > self._limit
        self._full.setVisible(over)
        if over:
            sender = self.sender()
            assert isinstance(sender, _Box)
            with QSignalBlocker(sender):
                sender.setChecked(False)
            self._ask_which(next(name for name, box in self._boxes.items() if box is sender))
        else:
            self.picked.emit(chosen)

    def _ask_which(self, wanted: str) -> None:
        """Ask which of the picked ones to let go for the one that is wanted now."""
        self._wanted = wanted
        rows = self._full.layout() or _column(self._full)
        while (item := rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        words = _("You have picked {n} already. Which one do you let go for “{wanted}”?")
        question = words.format(n=self._limit, wanted=self._labels[wanted])
        choices = [Choice(name, _("Let go: {choice}").format(choice=self._labels[name])) for name in self.chosen()]
        choices.append(Choice(_KEEP, _("None: leave it as it was")))
        which = OneOf(choices, key=f"{self._key}.let_go", question=question)
        which.picked.connect(self._swap)
        rows.addWidget(Wrapped(question, bold=True))
        rows.addWidget(which)
        which.take_focus()

    def _swap(self, let_go: str) -> None:
        self._full.hide()
        if let_go != _KEEP:
            self.picked.emit((*(name for name in self.chosen() if name != let_go), self._wanted))


def _column(widget: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.GAP)
    return rows


def _tall() -> QSizePolicy:
    """As wide as there is room, as tall as the wrapped words need."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _words(choice: Choice) -> str:
    return f"{choice.label}\n{choice.hint}" if choice.hint else choice.label
