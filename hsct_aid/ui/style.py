"""Dresses the application: direction of writing, fonts and palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from hsct_aid.domain.direction import direction
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import theme

STYLE = ("-style", "Fusion")
"""What the application is started with. No style of our own: Qt would ask Python for thousands of sizes a page."""


def running() -> QApplication:
    """The application that runs."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def dress(application: QApplication, settings: Settings) -> None:
    """Dress the whole application: direction of writing, font and palette. The style is Fusion: see ``STYLE``."""
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
    chosen = theme.palette(theme.colours(settings))
    application.setPalette(chosen)
    # running text, once for all: each text would take long to set its own. Qt wants the name as text, its stubs do not
    application.setPalette(theme.clear(chosen), "QTextEdit")  # type: ignore[arg-type]
    application.setFont(font)
    application.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)  # or what is made next measures the old
