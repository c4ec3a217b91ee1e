"""Palette arithmetic: every pair of colours that meet in a theme, by the formula of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import asdict
from PySide6.QtGui import QColor

from hsct_aid.ui.theme import Colours
from tests.audit.seen import Finding

TEXT, EDGE, IDLE = 7.0, 3.0, 2.0
_GROUNDS = ("ground", "surface", "care", "note")
_PAIRS = {
    "text": (TEXT, _GROUNDS),
    "quiet": (TEXT, _GROUNDS),
    "accent": (TEXT, _GROUNDS),
    "on_accent": (TEXT, ("accent",)),
    "outline": (EDGE, _GROUNDS),
    "idle": (EDGE, ("surface",)),
    "focus": (EDGE, _GROUNDS),
    "second": (EDGE, _GROUNDS),
}
"""What is drawn on what. Text that is off, such as a button that cannot be pressed now, is exempt."""


def palette(name: str, colours: Colours) -> Iterator[Finding]:
    """The pairs of this theme that are too close."""
    given = {part: QColor(colour) for part, colour in asdict(colours).items()}
    for part, (least, grounds) in _PAIRS.items():
        for ground in grounds:
            found = ratio(given[part], given[ground])
            if found < least:
                yield Finding("contrast", f"{name}: {part} on {ground} is {found:.1f}:1, under {least:.0f}:1")
    found = ratio(given["text"], given["idle"])
    if found < IDLE:
        yield Finding("contrast", f"{name}: idle is {found:.1f}:1 from text, and looks as if it could be pressed")


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
