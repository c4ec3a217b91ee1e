"""Draws the summary as one HTML file: nothing remote, readable on a screen, on paper and by a screen reader."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from hsct_aid import shipped
from hsct_aid.domain.direction import direction
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.shorten import in_full
from hsct_aid.report.clean import as_data, tidied
from hsct_aid.report.crowd import crowd_svg


def render_html(summary: Summary) -> bytes:
    """The file; nothing is shortened, since a screen has no page end."""
    data, _replaced = as_data(in_full(summary), tidied)
    return _template().render(summary=data, direction=direction()).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _template() -> Template:
    folder = FileSystemLoader(shipped.folder("report"))
    environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["crowd"] = lambda one: Markup(crowd_svg(one["n"], one["of"], one["more"], is_harm=one["harm"]))
    return environment.get_template("summary.html")
