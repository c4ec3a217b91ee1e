"""The one place that speaks to assistive technology: names, descriptions and roles."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget

W = TypeVar("W", bound=QWidget)

_ROLE, _LED = "accessible_role", "led_to"
_interfaces: list[QAccessibleInterface] = []
"""Qt does not keep the Python side of an interface alive: without this list it is gone before it is asked."""


def named(widget: W, name: str, description: str = "", *, key: str = "", role: QAccessible.Role | None = None) -> W:
    """Give ``widget`` the name that is read aloud, and ``key`` as its object name (the same in every language).

    ``role`` lets assistive technology see it as a heading, a picture, a group… It is set before anything that can be
    heard: once somebody listens, Qt asks for the interface with the first word, and keeps what it gets.
    """
    if role is not None:
        widget.setProperty(_ROLE, role.value)
    if key:
        widget.setObjectName(key)
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    return widget


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
    return bool(widget.property(_ROLE) == QAccessible.Role.Graphic.value)


def install() -> None:
    """Make the roles known to Qt; once, before the first window."""
    QAccessible.installFactory(_interface)


def say(widget: QWidget) -> None:
    """Tell a screen reader that the text of ``widget`` changed and is worth hearing."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def _interface(_class_name: str, item: QObject) -> QAccessibleInterface | None:
    if not isinstance(item, QWidget):
        return None
    role = item.property(_ROLE)
    if role is None and isinstance(item, QScrollArea):
        # Qt's own looks without checking for a child that is gone, such as a scroll bar, and takes the program down.
        is_stop = item.focusPolicy() != Qt.FocusPolicy.NoFocus
        role = (QAccessible.Role.Document if is_stop else QAccessible.Role.Client).value
    if role is None:
        return None
    made = QAccessibleWidget(item, QAccessible.Role(role))
    _interfaces.append(made)
    return made
