"""The one place that speaks to assistive technology: names, descriptions, roles, levels, labels and what is open."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)

ROLE, LEVEL, OPEN = "accessible_role", "accessible_level", "is_open"
"""The properties that hold what is told of a widget."""
_LED = "led_to"
_interfaces: list[QAccessibleInterface] = []
"""Qt does not keep the Python side of an interface alive: without this list it is gone before it is asked."""


def named(widget: W, name: str, description: str = "", *, key: str = "", role: QAccessible.Role | None = None) -> W:
    """Give ``widget`` the name that is read aloud, and ``key`` as its object name (the same in every language).

    ``role`` lets assistive technology see it as a heading, a picture, a group… It is set before anything that can be
    heard: once somebody listens, Qt asks for the interface with the first word, and keeps what it gets.
    """
    if role is not None:
        widget.setProperty(ROLE, role.value)
    if key:
        widget.setObjectName(key)
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    return widget


def titled(widget: W, name: str, *, key: str) -> W:
    """Let assistive technology take ``widget`` for the heading of a page, of the first level."""
    widget.setProperty(LEVEL, 1)
    return named(widget, name, key=key, role=QAccessible.Role.Heading)


def labelled(box: QWidget, label: QLabel) -> None:
    """Say that ``label`` is what ``box`` is called; before ``box`` is put in, as Python takes it for the label's own.

    What groups answers or buttons needs none: the label in it that says its name is its label.
    """
    if "&" not in label.text():  # from then on, & makes a key of the letter behind it
        label.setBuddy(box)


def show_open(button: QAbstractButton, *, is_open: bool) -> None:
    """Let assistive technology know whether what ``button`` opens and closes is open."""
    was_open = button.property(OPEN)
    button.setProperty(OPEN, is_open)
    if was_open not in (None, is_open):
        changed = QAccessible.State()
        changed.expanded = changed.collapsed = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def led_to(widget: QWidget, before: str, after: str = "") -> None:
    """Add to what is said of ``widget`` the words that stand before and after it, in place of those added so far."""
    own = widget.accessibleDescription()
    for words in widget.property(_LED) or ():
        own = own.removeprefix(words).removesuffix(words).strip()
    if after:
        before = (widget.property(_LED) or ("",))[0]
    if before or after or widget.property(_LED):
        widget.setProperty(_LED, (before, after))
        widget.setAccessibleDescription(" ".join(filter(None, (before, own, after))))


def is_picture(widget: QWidget) -> bool:
    """Whether assistive technology takes ``widget`` for a picture; its name says what it shows."""
    return bool(widget.property(ROLE) == QAccessible.Role.Graphic.value)


def install() -> None:
    """Make the roles known to Qt; once, before the first window."""
    QAccessible.installFactory(_interface)


def say(widget: QWidget) -> None:
    """Tell a screen reader that the text of ``widget`` changed and is worth hearing."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def _interface(_class_name: str, item: QObject) -> QAccessibleInterface | None:
    from hsct_aid.ui.widgets.heard import made

    found = made(item) if isinstance(item, QWidget) else None
    if found is not None:
        _interfaces.append(found)
    return found
