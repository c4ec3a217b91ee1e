"""The style: Fusion with clear outlines, a focus ring and targets that can be clicked all over."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from hsct_aid.domain.direction import direction
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import drawing, theme


def running() -> QApplication:
    """The application that runs."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def dress(application: QApplication, settings: Settings) -> None:
    """Dress the whole application: style, direction of writing, font and palette."""
    if not isinstance(application.style(), Style):
        application.setStyle(Style())
    is_mirrored = direction() == "rtl"
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    # the fonts of other scripts are read only where the window is written in one of them
    families = (settings.font, "noto", "hebrew", "arabic") if is_mirrored else (settings.font,)
    font = QFont([theme.family(name) for name in dict.fromkeys(families)])
    font.setPointSizeF(theme.BODY_POINTS * settings.text_size / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if settings.spacing == "wide":
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        font.setWordSpacing(font.pointSizeF() * 0.2)
    application.setPalette(theme.palette(theme.colours(settings)))
    application.setFont(font)


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
            return max(22, theme.em(widget, 0.9))
        if metric == QStyle.PixelMetric.PM_ScrollBarExtent:
            return 22
        return super().pixelMetric(metric, option, widget)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        clicked = {QStyle.SubElement.SE_CheckBoxClickRect, QStyle.SubElement.SE_RadioButtonClickRect}
        if element in clicked:
            return QRect(option.rect)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # Qt allows none

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return drawing.focus_ring(painter, option.rect, option.palette)
        if element == QStyle.PrimitiveElement.PE_PanelButtonCommand and isinstance(option, QStyleOptionButton):
            return drawing.button(painter, option)
        return super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            handle = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)  # type: ignore[arg-type]  # Qt allows none
            return drawing.scroll_handle(painter, option.rect, handle, option.palette)
        super().drawComplexControl(control, option, painter, widget)
        if control == QStyle.ComplexControl.CC_ComboBox:
            drawing.outline(painter, option.rect, option.palette)
