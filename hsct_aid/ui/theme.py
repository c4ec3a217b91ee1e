"""How the aid looks: colours, sizes and a style with 44 px targets. No colour or pixel stands elsewhere."""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from hsct_aid import shipped
from hsct_aid.storage.settings import Settings

BODY_POINTS = 12.0
TARGET = 44
"""Smallest height and width of anything that is pressed, in pixels."""
FOCUS_WIDTH = 3
"""Width of the focus ring in pixels."""
GAP = 8
"""Smallest distance between two targets, in pixels."""
LINE = 58
"""Average characters in the widest line of running text: words have narrower ones, and it comes to 75 at the most."""
FAMILIES = {
    "noto": "Noto Sans", "atkinson": "Atkinson Hyperlegible", "hebrew": "Noto Sans Hebrew",
    "arabic": "Noto Sans Arabic",
}  # fmt: skip
_FILES = {
    "noto": "NotoSans-[BR]*.ttf", "atkinson": "AtkinsonHyperlegible-*.ttf", "hebrew": "NotoSansHebrew-*.ttf",
    "arabic": "NotoSansArabic-*.ttf",
}  # fmt: skip


class Colours(Struct, frozen=True):
    """One palette. Text on its ground has a contrast of 7:1 or more, outlines 3:1 or more (tests hold this).

    ``idle`` is what cannot be pressed now, and differs from ``text`` at first sight.
    """

    ground: str
    surface: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    outline: str
    idle: str
    care: str
    note: str
    focus: str
    second: str


THEMES = {
    "light": Colours("#f7f8f8", "#ffffff", "#1a2326", "#3d4a4f", "#0b4a5e", "#ffffff", "#6a777c", "#6a777c",
                     "#fdf0d8", "#e6f0f3", "#b3400e", "#b3400e"),
    "dark": Colours("#14191b", "#1f2629", "#f1f4f4", "#c6d0d3", "#9fd8ea", "#0c1b20", "#87969c", "#87969c",
                    "#3d3017", "#1d3a44", "#ffb27d", "#ffb27d"),
    "cream": Colours("#fbf3df", "#fffaf0", "#000000", "#2e2a20", "#003a52", "#ffffff", "#6b6350", "#6b6350",
                     "#f6dfae", "#e8ead6", "#8f2f00", "#8f2f00"),
    "yellow_on_black": Colours("#000000", "#000000", "#ffff00", "#ffff99", "#ffff00", "#000000", "#ffff00", "#8f8f00",
                               "#1f1f00", "#101010", "#ffffff", "#ffffff"),
}  # fmt: skip


def is_dark(application: QApplication) -> bool:
    """Whether the system asks for a dark window."""
    return application.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colours(settings: Settings) -> Colours:
    """The palette chosen by the person, or the system's own."""
    name: str = settings.theme
    if name == "system":
        application = QApplication.instance()
        name = "dark" if isinstance(application, QApplication) and is_dark(application) else "light"
    return THEMES[name]


@cache
def family(font: str) -> str:
    """The family of a font that ships with the aid, given to the application when it is first asked for."""
    for path in sorted(shipped.folder("fonts").glob(_FILES[font])):
        QFontDatabase.addApplicationFont(str(path))
    return FAMILIES[font]


def palette(chosen: Colours) -> QPalette:
    """The Qt palette for a set of colours."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in {
        roles.Window: chosen.ground, roles.Base: chosen.surface, roles.AlternateBase: chosen.note,
        roles.Button: chosen.surface, roles.WindowText: chosen.text, roles.Text: chosen.text,
        roles.ButtonText: chosen.text, roles.PlaceholderText: chosen.quiet, roles.Highlight: chosen.accent,
        roles.HighlightedText: chosen.on_accent, roles.Link: chosen.accent, roles.LinkVisited: chosen.accent,
        roles.ToolTipBase: chosen.note, roles.ToolTipText: chosen.text, roles.Mid: chosen.outline,
        roles.BrightText: chosen.second, roles.Light: chosen.care, roles.Accent: chosen.focus,
    }.items():  # fmt: skip
        made.setColor(role, QColor(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.idle))
    return made


def em(widget: QWidget, times: float = 1.0) -> int:
    """``times`` the height of a line of text, in pixels: the unit of all distances."""
    return max(1, round(widget.fontMetrics().height() * times))


def opening_size(window: QWidget) -> QSize:
    """How large a window opens: a page and the list beside it, but no larger than the screen, with room for a frame.

    Not every system keeps a window on its screen, and Back and Next are at the bottom.
    """
    room = window.screen().availableSize() - QSize(2 * GAP, 5 * GAP)
    return QSize(em(window, 62), em(window, 40)).boundedTo(room)


def measure(widget: QWidget, characters: int) -> int:
    """The width of a line of so many average characters, in pixels."""
    return round(QFontMetricsF(widget.font()).averageCharWidth() * characters)


def scaled(font: QFont, times: float, *, bold: bool = False) -> QFont:
    """A font ``times`` as large."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * times)
    made.setBold(bold)
    return made


def is_large() -> bool:
    """Whether the text is so large that words need all the room there is, and icons beside them are left out."""
    return QApplication.font().pointSizeF() > BODY_POINTS * 1.75


def is_wide(font: QFont) -> bool:
    """Whether the person asked for more space in the text."""
    return font.letterSpacing() > 100  # per cent; 0 where nothing is set


def strong(chosen: QPalette) -> QPalette:
    """The palette of the button that leads on: accent ground, clear text."""
    made = QPalette(chosen)
    made.setColor(QPalette.ColorRole.Button, chosen.color(QPalette.ColorRole.Highlight))
    made.setColor(QPalette.ColorRole.ButtonText, chosen.color(QPalette.ColorRole.HighlightedText))
    return made


def clear(chosen: QPalette) -> QPalette:
    """The palette of running text, which has no ground of its own."""
    made = QPalette(chosen)
    made.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
    return made


def quiet(chosen: QPalette) -> QPalette:
    """The palette of hints and small notes: a softer text, still 7:1."""
    made = QPalette(chosen)
    made.setColor(QPalette.ColorRole.WindowText, chosen.color(QPalette.ColorRole.PlaceholderText))
    return made
