"""Prints the page by the system's own dialog."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

PRINT_PPI = 300
_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def print_pages(parent: QWidget, pages: list[bytes], paper: str) -> bool:
    """Print pictures of the pages through the system's dialog; False where the person thought better of it."""
    printer = _asked(parent, _("Appointment page"), paper)
    if printer is None:
        return False
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(QRect(0, 0, printer.width(), printer.height()), QImage.fromData(page))
    painter.end()
    return True


def print_words(parent: QWidget, title: str, html: str, paper: str) -> bool:
    """Print a few words through the system's dialog; False where the person thought better of it."""
    printer = _asked(parent, title, paper)
    if printer is None:
        return False
    words = QTextDocument()
    words.setDefaultFont(QApplication.font())
    words.setHtml(html)
    words.print_(printer)
    return True


def _asked(parent: QWidget, title: str, paper: str) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setDocName(title)
    accepted = QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted
    return printer if accepted else None
