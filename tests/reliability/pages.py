"""Page: whatever a legal record holds, it becomes a PDF that is PDF/UA-1, with its front on one side of the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import page as second_opinion
import typst
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.front_page import front_page
from hsct_aid.domain.paper import Summary
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report import pdf
from hsct_aid.report.clean import Cleaned, clean
from hsct_aid.report.pdf import render_pdf
from hsct_aid.report.rendered import Paper, Rendered
from tests.reliability.keepers import Verdict
from tests.report.sample_aid import TODAY
from tests.strategies import FILLERS, HOSTILE, longest, records, texts

Make = Callable[[Summary, Paper], Rendered]
Fits = Callable[[Summary, Paper], bool]
PAPERS: Final[tuple[Paper, ...]] = ("a4", "letter")


def ours(summary: Summary, paper: Paper) -> Rendered:
    """The page as the aid makes it."""
    return render_pdf(summary, paper)


def uncleaned(summary: Summary, paper: Paper) -> Rendered:
    """The text as it was written, with no second try."""
    return pdf._pdf(pdf._written(summary, paper, Cleaned, pdf.SETTINGS[-1]), summary.day)


def written(make: Make, count: int) -> Verdict:
    """Make the page of so many hostile and multilingual records."""
    wrong: Counter[str] = Counter()
    made: list[int] = []

    @_examples(count)
    @given(records(items=3), st.sampled_from(PAPERS))
    def each(record: Record, paper: Paper) -> None:
        made.append(1)
        problem = _problem(make, build_summary(_aid(), record, TODAY), paper)
        wrong.update([problem] if problem else [])

    each()
    return Verdict(f"{len(made)} records: {_counted(wrong)}", not wrong)


def _problem(make: Make, summary: Summary, paper: Paper) -> str:
    try:
        data = make(summary, paper).data
    except typst.TypstError:
        return "no document"
    report = second_opinion.validate_pdf_bytes(data, profile="ua1")
    if not report.is_compliant:
        return f"not PDF/UA-1: {report.failures[0].rule_id}"
    return "" if shrunk(summary, paper) else "front over its side"


def shrunk(summary: Summary, paper: Paper) -> bool:
    """Whether the front as the aid sets it ends on the first side."""
    document = pdf._document(replace(summary, chapters=()), paper, clean)
    return pdf._compiler(document).query("<front-end>", field="value", one=True) == "1"


def in_full(summary: Summary, paper: Paper) -> bool:
    """Whether the front fits with every line as long as it may be."""
    return pdf._fits(summary, paper, clean, pdf.Setting(1.0))


def filled(fits: Fits, count: int) -> Verdict:
    """Lay out the front of so many of the longest legal records, each full of another text."""
    over: list[str] = []
    seen: list[int] = []
    fillers = st.lists(texts(40) | st.sampled_from((*HOSTILE, *FILLERS.values())), min_size=1, max_size=3)

    @_examples(count)
    @given(fillers.map("".join).filter(str.strip), st.sampled_from(PAPERS))
    def each(filler: str, paper: Paper) -> None:
        seen.append(1)
        if not fits(_front(longest(filler)), paper):
            over.append(filler)

    each()
    return Verdict(f"{len(seen)} longest records: {len(over)} fronts over one side {over[:2] or ''}".rstrip(), not over)


def _front(record: Record) -> Summary:
    """The front alone, with nothing kept private: the pages after it are long to build and do not change it."""
    told = replace(record, summary=replace(record.summary, private=()))
    return replace(_empty(), front=front_page(_aid(), told, TODAY))


@lru_cache(maxsize=1)
def _empty() -> Summary:
    return replace(build_summary(_aid(), Record(), TODAY), chapters=())


@lru_cache(maxsize=1)
def _aid() -> Aid:
    shipped.speak("en")
    return load_aid("en")


def _examples(count: int) -> settings:
    return settings(
        max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def _counted(wrong: Counter[str]) -> str:
    return "; ".join(f"{count} {problem}" for problem, count in wrong.most_common()) or "0 failures"
