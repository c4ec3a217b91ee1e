"""Saving beside the least that a safe save can be, and the page beside bare typst and beside WeasyPrint."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hsct_aid.content.load import load_aid
from hsct_aid.domain.paper import Summary
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
            ours = made(summary)
            document = pdf._document(summary, "a4", clean)
            pairs.append((ours, timed(_call(_compile, document))))
        yield row(f"{words}, beside one bare typst compile", *zip(*pairs, strict=True))
    if pairs := beside_weasyprint(build_summary(aid, record, DAY), times):
        yield row("PDF, sample person, beside WeasyPrint on our HTML", *zip(*pairs, strict=True))


def beside_weasyprint(summary: Summary, times: int) -> list[tuple[float, float]]:
    """How long our PDF takes and WeasyPrint's of our HTML, turn by turn; nothing where WeasyPrint cannot be had.

    It has an environment and a process of its own, in which it has made the page once before.
    """
    with TemporaryDirectory() as folder:
        python, page = Path(folder) / "bin" / "python", Path(folder) / "page.html"
        page.write_bytes(render_html(summary))
        for step in ([sys.executable, "-m", "venv", folder], [str(python), "-m", "pip", "install", "-q", WEASYPRINT]):
            if subprocess.run(step, capture_output=True, check=False).returncode:
                return []
        command = [str(python), "-c", _THEIRS, str(page)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
            pairs = [(made(summary), _turn(running)) for _ in range(times + 1)]
    return pairs[1:] if all(theirs for _own, theirs in pairs) else []


_THEIRS = """
import sys, time, weasyprint
for _turn in sys.stdin:
    begun = time.perf_counter()
    weasyprint.HTML(filename=sys.argv[1]).write_pdf(pdf_variant="pdf/ua-1")
    print((time.perf_counter() - begun) * 1000, flush=True)
"""


def _turn(running: subprocess.Popen[str]) -> float:
    """What one turn of theirs took, in milliseconds; 0 where it did not work."""
    assert running.stdin is not None
    assert running.stdout is not None
    with suppress(BrokenPipeError):
        running.stdin.write("\n")
        running.stdin.flush()
    return float(running.stdout.readline() or 0)


def made(summary: Summary) -> float:
    """How long the PDF takes from a summary, in milliseconds."""
    pdf._document.cache_clear()
    return timed(_call(pdf.render_pdf, summary, "a4"))


def _compile(document: pdf._Document) -> object:
    return pdf._compiler(document).compile(input=document.files, format="pdf", pdf_standards=["ua-1"])


def _call(act: Callable[..., object], *given: object) -> Callable[[], object]:
    return lambda: act(*given)
