"""Every gate that the content must pass, one promise each; what they find, with file and line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from hsct_aid.content import currency, figures, pages, questions, readability, references, standards, wording
from hsct_aid.content.assemble import draft
from hsct_aid.content.problem import Finding, Problem
from hsct_aid.content.words import texts
from hsct_aid.domain.aid import Aid

GATES: tuple[Callable[[Aid], Iterator[Finding]], ...] = (
    references.dangling, references.twice, pages.sections, pages.sheet, pages.nets, pages.lengths, pages.balance,
    questions.fit, figures.ranges, figures.pictures, figures.addresses, currency.promises, standards.unmet,
)  # fmt: skip


def findings(aid: Aid, today: date | None = None) -> Iterator[Finding]:
    """What the gates find in ``aid``; with ``today`` also what is overdue."""
    for text in texts(aid):
        yield from wording.wording(text)
        yield from references.marks(aid, text)
        yield from figures.crowded(aid, text)
    for gate in GATES:
        yield from gate(aid)
    if today:
        yield from currency.overdue(aid, today)
    measured = readability.grades(aid) if readability.can_measure() else aid.readability
    if measured:
        yield from readability.too_hard(aid, measured)


def check_folder(folder: Path, today: date | None = None) -> list[Problem]:
    """All that is wrong with the YAML below ``folder``, in its form and in its meaning, in the order of the files."""
    found = draft(folder)
    problems = [
        *found.problems,
        *(Problem(found.where(place), sentence) for place, sentence in findings(found.aid, today)),
    ]
    if today and not readability.can_measure():
        print("Readability was not measured: textstat is not installed.", file=sys.stderr)
    return sorted(dict.fromkeys(problems), key=_file_and_line)


def _file_and_line(problem: Problem) -> tuple[str, int]:
    file, _, line = problem.where.partition(" line ")
    return file, int(line or 0)
