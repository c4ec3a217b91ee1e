"""What has to hold of one page on screen: names, targets, the way of the Tab key, lines, room for every word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.prose import Prose
from tests.audit.seen import WHOLE, Finding, called, is_stop, ours, plane, role, room, spoken, targets
from tests.languages.room import cut, outside, overlaps

MOST_PRESSES = 1500
"""Tab reaches every link of a text too; a page that needs more presses than this traps."""
LONGEST = 75
"""Characters in a line of running text."""
_EMPTY_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window}


def names(root: QWidget) -> Iterator[Finding]:
    """What takes the focus has a name and a role, a picture has a name, and there is one heading."""
    headings = 0
    for widget in ours(root):
        if is_stop(widget):
            if not spoken(widget):
                yield Finding("name", f"{called(widget)} takes the focus and has no name")
            if role(widget) in _EMPTY_ROLES:
                yield Finding("role", f"{called(widget)} takes the focus and has no role")
        is_picture = isinstance(widget, QLabel) and not widget.pixmap().isNull()
        told = widget.property("accessible_role")
        if (is_picture or told == QAccessible.Role.Graphic.value) and not spoken(widget):
            yield Finding("picture", f"{called(widget)} is a picture without a name")
        headings += widget.property("accessible_level") == 1
    if headings != 1:
        yield Finding("heading", f"{headings} headings of the first level")


def hands(root: QWidget) -> Iterator[Finding]:
    """Targets are 44 px in height and width, and 8 px apart."""
    found = list(targets(root))
    for one in found:
        if min(one.room.width(), one.room.height()) < theme.TARGET:
            yield Finding("target", f"{one.name} is {one.room.width()} × {one.room.height()} px")
    for one, other in combinations(found, 2):
        grown = one.room.adjusted(-theme.GAP, -theme.GAP, theme.GAP, theme.GAP)
        if one.plane is other.plane and grown.intersects(other.room):
            yield Finding("apart", f"{one.name} and {other.name} are closer than {theme.GAP} px")


def keys(root: QWidget) -> Iterator[Finding]:
    """No key does two things."""
    shortcuts = [shortcut.key() for shortcut in root.findChildren(QShortcut)]
    shortcuts += [key for action in root.findChildren(QAction) for key in action.shortcuts()]
    letters = [QKeySequence.mnemonic(one.text()) for one in ours(root) if isinstance(one, QAbstractButton)]
    told = [key.toString() for key in (*shortcuts, *letters)]
    for key, times in Counter(filter(None, told)).items():
        if times > 1:
            yield Finding("shortcut", f"{key} is given {times} times")


def tab_order(root: QWidget) -> Iterator[Finding]:
    """Tab reaches everything that takes the focus, in the order of the page, and comes back to where it began."""
    stops = [widget for widget in ours(root) if is_stop(widget)]
    start = next((one for one in stops if one.property("accessible_level") == 1), None)
    if start is None:
        return
    start.setFocus()
    seen = [start]
    for _press in range(MOST_PRESSES):
        at = QApplication.focusWidget()
        if at is None:
            return (yield Finding("trap", f"after {called(seen[-1])} nothing has the focus"))
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is start:
            break
        if at is not None and at is not seen[-1]:
            seen.append(at)
    else:
        return (yield Finding("trap", f"Tab does not come back; it stays at {called(seen[-1])}"))
    for missed in stops:
        if missed not in seen:
            yield Finding("order", f"Tab never reaches {called(missed)}")
    scrolled = any(plane(stop, root) is not root for stop in stops)
    for one, following in pairwise(seen):
        on = plane(one, root)
        # round a page that scrolls the way is our own: the page, Back and Next, then what is always in reach
        if (
            not (scrolled and on is root)
            and on is plane(following, root)
            and _goes_back(room(one, on), room(following, on))
        ):
            yield Finding("order", f"Tab goes back from {called(one)} to {called(following)}")


def _goes_back(one: QRect, following: QRect) -> bool:
    if following.bottom() < one.top():
        return following.left() <= one.right()
    return following.top() <= one.bottom() and following.right() < one.left()


def places(root: QWidget) -> Iterator[Finding]:
    """Nothing sticks out of what holds it, nothing lies over its neighbour, and every text has its room."""
    for widget in (root, *ours(root)):
        if isinstance(widget, QScrollArea):
            inside = widget.widget()
            if inside is not None and inside.width() > widget.viewport().width():
                yield Finding("outside", f"{called(inside)} is wider than what shows of it")
        if words := outside(widget):
            yield Finding("outside", words)
        if not isinstance(widget, QScrollArea) and (words := cut(widget)):
            yield Finding("cut", words)
        if isinstance(widget, QComboBox) and widget.width() < widget.sizeHint().width():
            yield Finding("cut", f"{called(widget)} is narrower than its longest choice")
        if not isinstance(widget, WHOLE):
            yield from (Finding("overlap", words) for words in overlaps(widget))


def lines(root: QWidget) -> Iterator[Finding]:
    """No line of running text is longer than an eye finds its way back from."""
    for text in (widget for widget in ours(root) if isinstance(widget, Prose)):
        for line in full_lines(text):
            if len(line) > LONGEST:
                yield Finding("line", f"{called(text)} has a line of {len(line)} characters: {line[:30]}…")


def full_lines(text: Prose) -> Iterator[str]:
    """The lines that the next word did not fit into."""
    block = text.document().begin()
    while block.isValid():
        lines = block.layout()
        for line in map(lines.lineAt, range(lines.lineCount() - 1)):
            yield block.text()[line.textStart() :][: line.textLength()].rstrip()
        block = block.next()


CHECKS: tuple[Callable[[QWidget], Iterator[Finding]], ...] = (names, hands, keys, places, lines, tab_order)
