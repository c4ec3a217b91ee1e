"""The forms a summary is written in, by the name that the command line knows them by."""

from __future__ import annotations

from typing import Final, Literal, get_args

import msgspec

from hsct_aid.domain.paper import Summary
from hsct_aid.report.html import render_html
from hsct_aid.report.pdf import Paper, Rendered, render_pdf
from hsct_aid.report.text import render_text

Form = Literal["pdf", "html", "text", "json"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)


def render(summary: Summary, form: Form, paper: Paper) -> Rendered:
    """``summary`` in ``form``; the paper matters to the PDF alone."""
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
