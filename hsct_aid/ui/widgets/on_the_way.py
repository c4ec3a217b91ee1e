"""Words that take no focus, told by a screen reader with the next thing that does: hints, captions, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hsct_aid.ui.widgets.access import is_picture, led_to
from hsct_aid.ui.widgets.tab_order import inside


def tell_on_the_way(*parts: QWidget) -> None:
    """Give everything in each part that the Tab key reaches the words before it; the last thing those behind it too."""
    for part in parts:
        _tell(part)


def _tell(part: QWidget) -> None:
    waiting: list[str] = []
    last: QWidget | None = None
    for widget, groups in _seen(part, ()):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = _words(widget)
            if words and words not in (*groups, *waiting):
                waiting.append(words)
            led_to(widget, "")
        else:
            led_to(widget, " ".join(words for words in waiting if words not in widget.accessibleName()))
            waiting, last = [], widget
    if last is not None and waiting:
        led_to(last, "", " ".join(waiting))


def _seen(part: QWidget, groups: tuple[str, ...]) -> Iterator[tuple[QWidget, tuple[str, ...]]]:
    """What is to be seen in ``part``, in its order, each with the names of what holds it: those are told anyway."""
    for child in inside(part):
        if not child.isHidden() and not child.isWindow():
            yield child, groups
            yield from _seen(child, (*groups, child.accessibleName()))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text()
    return widget.accessibleName() if is_picture(widget) else ""
