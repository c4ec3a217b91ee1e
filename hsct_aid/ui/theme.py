"""How the aid looks: colours, sizes and a style with 44 px targets. No colour or pixel stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from hsct_aid import shipped
from hsct_aid.storage.settings import Settings

BODY_POINTS = 12.0
TARGET = 44
"""Smallest height and width of anything that is pressed, in pixels."""
FOCUS_WIDTH = 3
GAP = 8
"""Smallest distance between two targets, in pixels."""
FAMILIES = {"noto": "Noto Sans", "atkinson": "Atkinson Hyperlegible"}


@dataclass(frozen=True)
class Colours:
    """One palette. Text on its ground has a contrast of 7:1 or more, outlines 3:1 or more (tests hold this)."""

    ground: str
    surface: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    outline: str
    care: str
    note: str
    focus: str
    second: str


THEMES = {
    "light": Colours("#f7f8f8", "#ffffff", "#1a2326", "#3d4a4f", "#0b4a5e", "#ffffff", "#6a777c",
                     "#fdf0d8", "#e6f0f3", "#b3400e", "#b3400e"),
    "dark": Colours("#14191b", "#1f2629", "#f1f4f4", "#c6d0d3", "#9fd8ea", "#0c1b20", "#87969c",
                    "#3d3017", "#1d3a44", "#ffb27d", "#ffb27d"),
    "cream": Colours("#fbf3df", "#fffaf0", "#000000", "#2e2a20", "#003a52", "#ffffff", "#6b6350",
                     "#f6dfae", "#e8ead6", "#8f2f00", "#8f2f00"),
    "yellow_on_black": Colours("#000000", "#000000", "#ffff00", "#ffff99", "#ffff00", "#000000", "#ffff00",
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


def load_fonts() -> None:
    """Give the application the bundled fonts, so that it looks the same on every computer."""
    for path in sorted(shipped.folder("fonts").glob("*.ttf")):
        if path.name.startswith(("NotoSans-", "Atkinson")):
            QFontDatabase.addApplicationFont(str(path))


def apply(application: QApplication, settings: Settings) -> None:
    """Dress the whole application: style, font and palette."""
    if not isinstance(application.style(), Style):
        application.setStyle(Style())
    font = QFont(FAMILIES[settings.font])
    font.setPointSizeF(BODY_POINTS * settings.text_size / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if settings.spacing == "wide":
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        font.setWordSpacing(font.pointSizeF() * 0.2)
    application.setPalette(palette(colours(settings)))
    application.setFont(font)


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
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.outline))
    return made


def em(widget: QWidget, times: float = 1.0) -> int:
    """``times`` the height of a line of text, in pixels: the unit of all distances."""
    return max(1, round(QFontMetricsF(widget.font()).height() * times))


def measure(widget: QWidget, characters: int) -> int:
    """The width of a line of so many average characters, in pixels."""
    return round(QFontMetricsF(widget.font()).averageCharWidth() * characters)


def scaled(font: QFont, times: float, *, bold: bool = False) -> QFont:
    """A font ``times`` as large."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * times)
    made.setBold(bold)
    return made


class Style(QProxyStyle):
    """Fusion with clear outlines, a focus ring and targets that can be clicked all over."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        sized = {
            QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_IndicatorHeight,
            QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
        }  # fmt: skip
        if metric in sized and widget is not None:
            return max(22, em(widget, 0.9))
        if metric == QStyle.PixelMetric.PM_ScrollBarExtent:
            return 22
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: object = None,  # noqa: ARG002, N803
    ) -> int:
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        clicked = {QStyle.SubElement.SE_CheckBoxClickRect, QStyle.SubElement.SE_RadioButtonClickRect}
        if element in clicked:
            return QRect(option.rect)  # type: ignore[attr-defined]
        return super().subElementRect(element, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return focus_ring(painter, option.rect, option.palette)  # type: ignore[attr-defined]
        if element == QStyle.PrimitiveElement.PE_PanelButtonCommand and isinstance(option, QStyleOptionButton):
            return _button(painter, option)
        return super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control == QStyle.ComplexControl.CC_ComboBox:
            outline(painter, option.rect, option.palette)  # type: ignore[attr-defined]


def focus_ring(painter: QPainter, rect: QRect, chosen: QPalette) -> None:
    """The visible focus: a ring of 3 px."""
    _ring(painter, rect, chosen.color(QPalette.ColorRole.Accent), FOCUS_WIDTH)


def outline(painter: QPainter, rect: QRect, chosen: QPalette) -> None:
    """The edge of something that can be pressed; Fusion's own vanishes in high contrast."""
    _ring(painter, rect, chosen.color(QPalette.ColorRole.Mid), 1)


def _button(painter: QPainter, option: QStyleOptionButton) -> None:
    """A flat button: its ground, a clear edge, darker while pressed."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    chosen: QPalette = option.palette  # type: ignore[attr-defined]
    if not option.features & QStyleOptionButton.ButtonFeature.Flat:  # type: ignore[attr-defined]
        ground = chosen.color(QPalette.ColorRole.Button)
        if state & QStyle.StateFlag.State_Sunken:
            ground = ground.darker(115)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()
    outline(painter, rect, chosen)


def _ring(painter: QPainter, rect: QRect, colour: QColor, width: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = (width + 1) // 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4, 4)
    painter.restore()


def strong(chosen: QPalette) -> QPalette:
    """The palette of the button that leads on: accent ground, clear text."""
    made = QPalette(chosen)
    made.setColor(QPalette.ColorRole.Button, chosen.color(QPalette.ColorRole.Highlight))
    made.setColor(QPalette.ColorRole.ButtonText, chosen.color(QPalette.ColorRole.HighlightedText))
    return made


def quiet(chosen: QPalette) -> QPalette:
    """The palette of hints and small notes: a softer text, still 7:1."""
    made = QPalette(chosen)
    made.setColor(QPalette.ColorRole.WindowText, chosen.color(QPalette.ColorRole.PlaceholderText))
    return made


def answer_frame(painter: QPainter, rect: QRect, chosen_palette: QPalette, *, chosen: bool, focused: bool) -> None:
    """The frame of an answer one can pick: a clear edge, a heavier one when picked, a ring in focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = rect.adjusted(2, 2, -2, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QPalette.ColorRole.AlternateBase if chosen else QPalette.ColorRole.Base
    painter.setBrush(chosen_palette.color(ground))
    painter.drawRoundedRect(inside, 6, 6)
    edge = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid
    _ring(painter, inside, chosen_palette.color(edge), 2 if chosen else 1)
    if focused:
        focus_ring(painter, rect, chosen_palette)


def callout_ground(painter: QPainter, rect: QRect, chosen: QPalette, *, care: bool) -> None:
    """The ground of a callout, with a bar at its side."""
    role = QPalette.ColorRole.Light if care else QPalette.ColorRole.AlternateBase
    bar = QPalette.ColorRole.Accent if care else QPalette.ColorRole.Highlight
    painter.fillRect(rect, chosen.color(role))
    painter.fillRect(QRect(rect.left(), rect.top(), 6, rect.height()), chosen.color(bar))


def person(painter: QPainter, cell: QRectF, chosen: QPalette, *, counted: bool) -> None:
    """One whole person: filled when counted, in outline when not."""
    colour = chosen.color(QPalette.ColorRole.BrightText if counted else QPalette.ColorRole.Mid)
    painter.setPen(QPen(colour, max(0.8, cell.width() / 14)))
    painter.setBrush(colour if counted else Qt.BrushStyle.NoBrush)
    head = cell.width() * 0.15
    centre = cell.center().x()
    painter.drawEllipse(QRectF(centre - head, cell.top() + cell.height() * 0.08, 2 * head, 2 * head))
    width, round_by = cell.width() * 0.5, cell.width() * 0.18
    body = QRectF(centre - width / 2, cell.top() + cell.height() * 0.45, width, cell.height() * 0.48)
    painter.drawRoundedRect(body, round_by, round_by)


def milestone(painter: QPainter, dot: QRect, line: QRect, number: str, chosen: QPalette) -> None:
    """A numbered dot and the line to the next one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = chosen.color(QPalette.ColorRole.Highlight)
    painter.setPen(QPen(accent, 2))
    if line.width():
        painter.drawLine(line.topLeft(), line.topRight())
    painter.setBrush(accent)
    painter.drawEllipse(dot)
    painter.setPen(chosen.color(QPalette.ColorRole.HighlightedText))
    painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()
