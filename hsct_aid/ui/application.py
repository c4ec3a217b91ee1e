"""Makes the Qt application: our fonts, style and roles, Qt's own words, and a sentence where there is no screen."""

from __future__ import annotations

import os
import sys
from gettext import gettext as _

from PySide6.QtCore import QMessageLogContext, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hsct_aid import shipped
from hsct_aid.storage.settings import Settings
from hsct_aid.ui import style
from hsct_aid.ui.widgets import access

_QT_WORDS = QTranslator()
"""Qt's own words. Held here: to look for them among Qt's objects would let Python meet every one of those, at 7 ms."""


def make_application(settings: Settings) -> QApplication:
    """The Qt application with our fonts, style and roles; the program ends with a sentence where no window can be."""
    application = QApplication.instance()
    if application is None:
        qInstallMessageHandler(_end_without_screen)
        application = _kind()([*sys.argv[:1], *style.STYLE])
        qInstallMessageHandler(None)
    assert isinstance(application, QApplication)
    QGuiApplication.setApplicationDisplayName("")
    application.setApplicationName("hsct-aid")
    application.setDesktopFileName("hsct-aid")
    speak(application, settings)
    access.install()
    return application


def _kind() -> type[QApplication]:
    if sys.platform != "darwin":
        return QApplication
    from hsct_aid.ui.clicked import ClickedApplication

    return ClickedApplication


def speak(application: QApplication, settings: Settings) -> None:
    """Let all speak and look as the settings say; Qt's own words, as in the menu of a text box, where Qt has them."""
    shipped.speak(settings.language)
    style.dress(application, settings)
    application.removeTranslator(_QT_WORDS)
    if settings.language != shipped.SOURCE_LANGUAGE:
        from PySide6.QtCore import QLibraryInfo, QLocale  # hundreds of languages by name

        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if _QT_WORDS.load(QLocale(settings.language), "qtbase", "_", folder):
            application.installTranslator(_QT_WORDS)


def _end_without_screen(kind: QtMsgType, _where: QMessageLogContext, _words: str) -> None:
    """Qt gives up by aborting, with a dozen lines for programmers; nothing is open yet that could be lost."""
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(
            "hsct-aid: "
            + _("The aid finds no screen for its window: start it on the desktop, or see “hsct-aid --help”.")
            + "\n"
        )
        sys.stderr.flush()
        os._exit(1)
