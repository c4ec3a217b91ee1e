"""Prints the page by the system's own dialog."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

PRINT_PPI = 300
_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def print_pages(parent: QWidget, pages: list[bytes], paper: str) -> bool:
    """Print pictures of the pages through the system's dialog; False where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setDocName(_("Appointment page"))
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        painter.drawImage(QRect(0, 0, printer.width(), printer.height()), QImage.fromData(page))
    painter.end()
    return True
