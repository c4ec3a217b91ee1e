"""What the audit looks at: the widgets on screen that are ours, what can be pressed, and one thing found wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

WHOLE = QAbstractScrollArea | QLineEdit | QComboBox
"""What holds parts that Qt made itself."""


class Finding(NamedTuple):
    """One thing that is not as it has to be: the rule, and where it was broken."""

    rule: str
    what: str


class Target(NamedTuple):
    """Something that can be pressed: its name, and its room on the plane it scrolls with."""

    name: str
    plane: QWidget
    room: QRect


def ours(root: QWidget) -> Iterator[QWidget]:
    """Every widget on screen below ``root``, without the parts that Qt makes itself."""
    if isinstance(root, QScrollArea):
        inside = [root.widget()]
    elif isinstance(root, WHOLE):
        inside = []
    else:
        inside = [child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in inside:
        if child is not None and child.isVisibleTo(root):
            yield child
            yield from ours(child)


def called(widget: QWidget) -> str:
    """A widget in words, to find it by."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = widget.objectName() or (widget.accessibleName() or words)[:40]
    return f"{type(widget).__name__} “{name}”"


def role(widget: QWidget) -> QAccessible.Role:
    """What assistive technology takes the widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def spoken(widget: QWidget) -> str:
    """The name that assistive technology is told."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops here. Of radio buttons it stops at the picked one, or at one; arrows lead to the others."""
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if isinstance(widget, QRadioButton) and (group := widget.group()) is not None:
        tabs = (group.checkedButton() or group.buttons()[0]) is widget
    return tabs and widget.isEnabled() and widget.focusProxy() is None


def plane(widget: QWidget, root: QWidget) -> QWidget:
    """What the widget scrolls with: the inside of a scroll area, or ``root``."""
    while widget is not root:
        above = widget.parentWidget()
        if above is None or isinstance(above.parentWidget(), QScrollArea):
            break
        widget = above
    return widget if above_is_area(widget) else root


def above_is_area(widget: QWidget) -> bool:
    """Whether the widget is the inside of a scroll area."""
    above = widget.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QScrollArea)


def room(widget: QWidget, on: QWidget) -> QRect:
    """Where the widget stands on ``on``."""
    return QRect(widget.mapTo(on, QPoint(0, 0)), widget.size())


def targets(root: QWidget) -> Iterator[Target]:
    """Everything that can be pressed or typed into."""
    for widget in ours(root):
        on = plane(widget, root)
        if isinstance(widget, QListWidget):
            corner = widget.viewport().mapTo(on, QPoint(0, 0))
            for number in range(widget.count()):
                item = widget.item(number)
                yield Target(f"line “{item.text()}”", on, widget.visualItemRect(item).translated(corner))
        elif isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit):
            yield Target(called(widget), on, room(widget, on))
