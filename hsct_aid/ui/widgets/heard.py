"""What assistive technology asks and Qt does not answer by itself: levels of headings, labels of groups, what is open.

Imported when somebody listens, so that a start without costs nothing.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QScrollArea, QWidget
from shiboken6.Shiboken import VoidPtr, getCppPointer

from hsct_aid.ui.widgets.access import LEVEL, OPEN, ROLE

_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]


def made(widget: QWidget) -> QAccessibleInterface | None:
    """What assistive technology is told of ``widget``; None where Qt's own says it all."""
    role = widget.property(ROLE)
    if role is None and isinstance(widget, QScrollArea):
        # Qt's own looks without checking for a child that is gone, such as a scroll bar, and takes the program down.
        is_stop = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        role = (QAccessible.Role.Document if is_stop else QAccessible.Role.Client).value
    if widget.property(OPEN) is not None:
        return _Opener(widget)
    if widget.property(LEVEL) is not None:
        return _Title(widget)
    if role == QAccessible.Role.Grouping.value:
        return _Group(widget)
    return None if role is None else QAccessibleWidget(widget, QAccessible.Role(role))


class _Level(QAccessibleAttributesInterface):
    """Says which level a heading has."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._level if key == QAccessible.Attribute.Level else None


class _Title(QAccessibleWidget):
    """A heading with its level."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Heading)
        self._level = _Level(widget.property(LEVEL))

    def interface_cast(self, wanted: QAccessible.InterfaceType) -> int:
        # a number or None in place of this pointer takes the program down, whatever the stubs say
        is_level = wanted == QAccessible.InterfaceType.AttributesInterface
        return cast("int", VoidPtr(getCppPointer(self._level)[0] if is_level else 0))


class _Group(QAccessibleWidget):
    """What belongs together; the label in it that says its name is its label. In a list it is one item of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Grouping)

    def role(self) -> QAccessible.Role:
        around = self.widget().parentWidget()  # asked each time: it is named before it is put in
        is_item = around is not None and around.property(ROLE) == QAccessible.Role.List.value
        return QAccessible.Role.ListItem if is_item else QAccessible.Role.Grouping

    def relations(self, match: QAccessible.RelationFlag = QAccessible.RelationFlag(-1)) -> list[_Relation]:  # noqa: B008  # a value
        found = super().relations(match)
        if match & QAccessible.RelationFlag.Label:
            name = self.widget().accessibleName()
            labels = (child for child in self.widget().children() if isinstance(child, QLabel) and child.text() == name)
            for label in labels:
                found.append((QAccessible.queryAccessibleInterface(label), QAccessible.RelationFlag.Label))
        return found


class _Opener(QAccessibleWidget):
    """A button that opens and closes something, and says which it is."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        state, is_open = super().state(), bool(self.widget().property(OPEN))
        state.expandable, state.expanded, state.collapsed = True, is_open, not is_open
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.animateClick()  # as Qt's own buttons do: what the press does may take this interface away
        else:
            super().doAction(name)
