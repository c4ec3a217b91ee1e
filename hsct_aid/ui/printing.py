"""Prints the page by the system's own dialog."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from hsct_aid.ui.file_dialogs import leave_no_trace

_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

End = Literal["printed", "cancelled", "refused"]


def print_pages(parent: QWidget, pages: list[bytes], paper: str) -> End:
    """Print pictures of the pages through the system's dialog, and say how it ended."""
    printer = _asked(parent, _("Appointment page"), paper, len(pages))
    if printer is None:
        return "cancelled"
    return "printed" if put_on_paper(printer, pages) else "refused"


def print_words(parent: QWidget, title: str, html: str, paper: str) -> bool:
    """Print a few words through the system's dialog; False where the person thought better of it."""
    printer = _asked(parent, title, paper)
    if printer is None:
        return False
    words = QTextDocument()
    words.setDefaultFont(QApplication.font())
    words.setHtml(html)
    # a page of its own size: Qt would number a single sheet
    inch = QApplication.primaryScreen().logicalDotsPerInch()
    words.setPageSize(printer.pageRect(QPrinter.Unit.Inch).size() * inch)
    words.setDocumentMargin(inch / 2)
    words.print_(printer)
    return True


def _asked(parent: QWidget, title: str, paper: str, pages: int = 1) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setDocName(title)
    leave_no_trace()  # it may print to a file
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def put_on_paper(printer: QPrinter, pages: list[bytes]) -> bool:
    """Draw the pages that were asked for, each as large as the sheet holds; False where the printer takes nothing."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(_wanted(printer, pages)):
            if number and not printer.newPage():
                return False
            image = QImage.fromData(page)
            painter.drawImage(_place(image.size(), printer), image)
    finally:
        painter.end()
    return printer.printerState() != QPrinter.PrinterState.Error


def _wanted(printer: QPrinter, pages: list[bytes]) -> Iterator[bytes]:
    """The pages the dialog was asked for, in the order it was asked for."""
    chosen = pages[max(0, printer.fromPage() - 1) : printer.toPage() or None]
    return reversed(chosen) if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else iter(chosen)


def _place(size: QSize, printer: QPrinter) -> QRect:
    """In the middle of the sheet with its shape kept: another paper may have been chosen in the dialog."""
    sheet = QRect(0, 0, printer.width(), printer.height())
    fitting = QRect(sheet.topLeft(), size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
    fitting.moveCenter(sheet.center())
    return fitting
