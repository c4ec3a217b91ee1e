"""What comes out of a printer is what the page is: the same pages, each in its place with its shape."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hsct_aid.domain.summary import build_summary
from hsct_aid.report.pdf import pages_png
from hsct_aid.report.rendered import Paper
from hsct_aid.ui.printing import put_on_paper
from tests.report.people import TYPICAL
from tests.report.sample_aid import AID, TODAY

PPI = 36


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(150)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def grey(picture: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.int16]]:
    seen = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    whole = np.frombuffer(seen.constBits(), np.uint8).reshape(seen.height(), seen.bytesPerLine())
    return whole[:, : seen.width()].astype(np.int16)


def printed(folder: Path) -> list[QImage]:
    command = ["pdftoppm", "-r", str(PPI), "-png", "printed.pdf", "sheet"]
    subprocess.run(command, cwd=folder, check=True)
    return [QImage(str(path)) for path in sorted(folder.glob("sheet*.png"))]


def pages(paper: Paper) -> list[bytes]:
    """The front and two pages after it."""
    return pages_png(build_summary(AID, TYPICAL, TODAY), paper, 72).pictures[:3]


def likest(sheet: QImage, drawn: list[bytes]) -> int:
    """The number of the page that a sheet is least unlike, none where it is like no page."""
    unlike = [abs(grey(small(sheet)) - grey(small(QImage.fromData(page)))).mean() for page in drawn]
    return int(np.argmin(unlike)) if min(unlike) < 3 else -1


def small(picture: QImage) -> QImage:
    kept, how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(60, 84, kept, how)


def test_every_page_comes_out_as_it_was_drawn(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    drawn = pages("letter")
    assert put_on_paper(printer, drawn)
    assert [likest(sheet, drawn) for sheet in printed(tmp_path)] == [0, 1, 2]


def test_only_the_pages_that_were_asked_for_come_out(printer: QPrinter, tmp_path: Path) -> None:
    printer.setFromTo(2, 3)
    drawn = pages("a4")
    assert put_on_paper(printer, drawn)
    assert [likest(sheet, drawn) for sheet in printed(tmp_path)] == [1, 2]


def test_a_page_out_of_its_place_would_be_found() -> None:
    drawn = pages("a4")
    moved = QImage.fromData(drawn[0])
    assert likest(moved, drawn) == 0
    assert likest(moved.copy(20, 20, moved.width(), moved.height()), drawn) == -1


def test_a_page_for_another_paper_keeps_its_shape(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert put_on_paper(printer, pages("a4")[:1])
    dark = np.nonzero(grey(printed(tmp_path)[0]) < 128)
    height, width = (int(one.max() - one.min()) for one in dark)
    drawn = np.nonzero(grey(QImage.fromData(pages("a4")[0])) < 128)
    assert height / width == pytest.approx(
        (drawn[0].max() - drawn[0].min()) / (drawn[1].max() - drawn[1].min()), rel=0.02
    )


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    assert not put_on_paper(printer, pages("a4")[:1])
