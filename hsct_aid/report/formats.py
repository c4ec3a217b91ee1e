"""The forms the page is written in, by the name that the command line knows them by."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, get_args

import msgspec

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.fhir import render_fhir
from hsct_aid.report.html import render_html
from hsct_aid.report.pdf import render_pdf
from hsct_aid.report.rendered import Paper, Rendered
from hsct_aid.report.text import render_text

Form = Literal["pdf", "html", "text", "json", "fhir"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)


def render(aid: Aid, record: Record, today: date, form: Form, paper: Paper) -> Rendered:
    """The page of ``record`` in ``form``; the paper matters to the PDF alone. FHIR holds answers, not the page."""
    if form == "fhir":
        return Rendered(render_fhir(aid, record, today))
    summary = build_summary(aid, record, today)
    match form:
        case "pdf":
            return render_pdf(summary, paper)
        case "html":
            return Rendered(render_html(summary))
        case "text":
            return Rendered(render_text(summary))
        case "json":
            return Rendered(render_json(summary))


def render_json(summary: Summary) -> bytes:
    """The summary as it is, criteria row by row, in UTF-8 with a line end."""
    return msgspec.json.format(msgspec.json.encode(summary)) + b"\n"
