"""Saving beside the least that a safe save can be, and the page beside bare typst and beside WeasyPrint."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hsct_aid.content.load import load_aid
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report import pdf
from hsct_aid.report.clean import clean
from hsct_aid.report.html import render_html
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.store import Store
from tests.bench.timing import Row, row, timed
from tests.reliability.keepers import later, numbered
from tests.reliability.pace import _bare

WEASYPRINT = "weasyprint==66.0"
DAY = date(2026, 11, 23)


def saves(times: int) -> Row:
    """A save beside write, force, read back, rename and force of the folder, turn by turn."""
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        store, bare = Store(Path(folder) / "records" / "0123456789ab"), Path(folder) / "bare"
        bare.mkdir()
        pairs = [
            (timed(_call(store.save, numbered(n), later(n))), timed(_call(_bare, bare, write_record(numbered(n)))))
            for n in range(times)
        ]
    return row("Save, beside bare write, fsync, read, rename, fsync", *zip(*pairs, strict=True), bar=2)


def pages(record: Record, longest: Record, times: int) -> Iterator[Row]:
    """The PDF: of the sample person and of the longest record, beside one bare compile of the same document."""
    aid = load_aid("en")
    for words, one in (("PDF, sample person", record), ("PDF, longest legal record", longest)):
        summary = build_summary(aid, one, DAY)
        pairs = []
        for _ in range(times):
            pdf._document.cache_clear()
            ours = timed(_call(pdf.render_pdf, summary, "a4"))
            document = pdf._document(summary, "a4", clean)
            pairs.append((ours, timed(_call(_compile, document))))
        yield row(f"{words}, beside one bare typst compile", *zip(*pairs, strict=True))
    summary = build_summary(aid, record, DAY)
    if theirs := weasyprint(render_html(summary), times):
        alone: list[float] = []
        for _ in range(times):
            pdf._document.cache_clear()
            alone.append(timed(_call(pdf.render_pdf, summary, "a4")))
        yield row(
            "PDF, sample person, beside WeasyPrint on our HTML",
            alone,
            theirs,
            note="theirs apart, not turn by turn",
        )


def weasyprint(html: bytes, times: int) -> list[float]:
    """How long WeasyPrint takes for our HTML, in an environment of its own; nothing where it cannot be had."""
    program = (
        "import sys,time,weasyprint\nhtml=sys.stdin.read()\n"
        f"for _ in range({times}+1):\n"
        " a=time.perf_counter(); weasyprint.HTML(string=html).write_pdf(pdf_variant='pdf/ua-1')\n"
        " print((time.perf_counter()-a)*1000)"
    )
    with TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        steps = [[sys.executable, "-m", "venv", folder], [str(python), "-m", "pip", "install", "-q", WEASYPRINT]]
        for step in steps:
            if subprocess.run(step, capture_output=True, check=False).returncode:
                return []
        run = subprocess.run([str(python), "-c", program], input=html, capture_output=True, check=False)
    return [float(line) for line in run.stdout.split()][1:] if run.returncode == 0 else []


def _compile(document: pdf._Document) -> object:
    return pdf._compiler(document).compile(input=document.files, format="pdf", pdf_standards=["ua-1"])


def _call(act: Callable[..., object], *given: object) -> Callable[[], object]:
    return lambda: act(*given)
