"""Whether what a widget says has room in it: what it needs is held against what it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from hsct_aid.ui.widgets.heading import breakable

SLACK = 1
"""A pixel that rounding may take."""
ENDLESS = 100_000


def cut(widget: QWidget) -> str:
    """What of ``widget`` has no room, in a few words; empty where all has."""
    found = [
        f"{what} needs {needs}, has {has}: {_short(widget)}"
        for what, needs, has in _needs(widget)
        if needs > has + SLACK
    ]
    return "; ".join(found)


def outside(widget: QWidget) -> str:
    """Whether ``widget`` reaches out of the widget that holds it; only what is in a scrolled view may."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return ""
    room, place = parent.rect(), widget.geometry()
    return "" if room.contains(place) or place.isEmpty() else f"{place} outside {room}: {_short(widget)}"


def watch_painting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on, every text that is painted into less room than it needs comes into the list."""
    found: list[str] = []
    draw = QPainter.drawText

    def drawn(painter: QPainter, *what: Any) -> None:
        if len(what) == 3 and isinstance(what[0], QRect) and what[2]:
            room, flags, text = what
            wrap = int(flags) & Qt.TextFlag.TextWordWrap.value
            whole = QRect(0, 0, room.width(), ENDLESS) if wrap else QRect(0, 0, ENDLESS, ENDLESS)
            needed = painter.fontMetrics().boundingRect(whole, wrap, text)
            if needed.width() > room.width() + SLACK or needed.height() > room.height() + SLACK:
                found.append(f"{needed.size()} painted into {room.size()}: “{text[:60]}”")
        draw(painter, *what)

    monkeypatch.setattr(QPainter, "drawText", drawn)
    return found


def overlaps(holder: QWidget) -> Iterator[str]:
    """Pairs of widgets beside each other in ``holder`` that share ground."""
    inside = [one for one in holder.children() if isinstance(one, QWidget) and one.isVisibleTo(holder)]
    placed = [one for one in inside if not one.isWindow() and not one.geometry().isEmpty()]
    if isinstance(holder, QAbstractScrollArea) or holder.layout() is None:
        return
    for one, other in combinations(placed, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{_short(one)} {one.geometry()} over {_short(other)} {other.geometry()}"


def _needs(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    match widget:
        case QTextEdit() if widget.isReadOnly():
            document = widget.document()
            yield "height", round(document.size().height()), widget.viewport().height()
            yield "width", round(document.idealWidth()), widget.viewport().width()
        case QLabel():
            # as it is set, with the places where a long word may break
            yield from _wrapped(widget, QLabel.text(widget))
        case QRadioButton() | QCheckBox():
            yield from _wrapped(widget, breakable(widget.text()))
        case QAbstractButton() if widget.hasHeightForWidth():
            yield from _wrapped(widget, breakable(widget.accessibleName()))
        case QAbstractButton():
            yield "width", widget.sizeHint().width(), widget.width()
            yield "height", widget.sizeHint().height(), widget.height()
        case QLineEdit():
            yield "width", widget.fontMetrics().horizontalAdvance(widget.placeholderText()), widget.width()
            yield "height", widget.fontMetrics().height(), widget.height()
        case QListWidget():
            yield from _items(widget)
        case _ if widget.hasHeightForWidth() and widget.layout() is None:
            yield "height", widget.heightForWidth(widget.width()), widget.height()


def _wrapped(widget: QWidget, text: str) -> Iterator[tuple[str, int, int]]:
    """A text in lines: as tall as its lines, as wide as its longest word."""
    if widget.hasHeightForWidth() and not (isinstance(widget, QLabel) and not widget.wordWrap()):
        yield "height", widget.heightForWidth(widget.width()), widget.height()
        words = re.split(r"[\s\u200b]+", text)
        yield "word", max(widget.fontMetrics().horizontalAdvance(word) for word in words), widget.width()
    else:
        yield "width", widget.sizeHint().width(), widget.width()
        yield "height", widget.sizeHint().height(), widget.height()


def _items(widget: QListWidget) -> Iterator[tuple[str, int, int]]:
    for place in range(widget.count()):
        item = widget.item(place)
        room = widget.visualItemRect(item)
        needed = widget.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), ENDLESS), Qt.TextFlag.TextWordWrap, item.text()
        )
        yield "item", needed.height(), room.height()
        yield "item's width", needed.width(), min(room.width(), widget.viewport().width())


def _short(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} “{(text or widget.accessibleName())[:40]}”"
