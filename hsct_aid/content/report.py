"""How the content stands, for those who keep it: counts, dates, readability, sources by kind, what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _
from statistics import median

from hsct_aid.content import readability
from hsct_aid.content.coverage import shown
from hsct_aid.content.pages import MOST_WORDS, running_text
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.text import words


def content_report(aid: Aid) -> str:
    """The report as plain text, ready to print."""
    parts = (_dates(aid), _counts(aid), _reading(aid), _sources(aid), _standards(aid), _shown(aid))
    return "\n\n".join("\n".join(part) for part in parts)


def _dates(aid: Aid) -> Iterator[str]:
    yield _("{title}: evidence of {day}").format(title=aid.title, day=aid.evidence_date)
    yield _("To be gone over by {day}, trials by {trials}").format(day=aid.expires, trials=aid.trials_expire)
    yield _("Review: {review}").format(review=aid.review)
    yield _("Funding: {funding}").format(funding=aid.funding)


def _counts(aid: Aid) -> Iterator[str]:
    yield _("Sections: {n}, steps: {steps}").format(n=len(aid.sections), steps=len(aid.steps))
    for part in aid.library.__struct_fields__[:-1]:
        yield f"  {part}: {len(getattr(aid.library, part))}"
    for part in aid.library.availability.__struct_fields__[1:]:
        yield f"  availability.{part}: {len(getattr(aid.library.availability, part))}"


def _reading(aid: Aid) -> Iterator[str]:
    measured = aid.readability or (readability.grades(aid) if readability.can_measure() else {})
    grades = {step: grade for step, grade in measured.items() if step in aid.steps}
    if not grades:
        yield _("Readability was not measured: textstat is not installed.")
        return
    hardest = max(grades, key=grades.__getitem__)
    yield _("Readability, US school grades (Flesch–Kincaid, MS terms not counted): median {n:.1f}").format(
        n=median(grades.values())
    )
    yield _("  hardest step: {step}, {n:.1f}").format(step=hardest, n=grades[hardest])
    yield from (f"  {part}: {grade:.1f}" for part, grade in measured.items() if part not in grades)
    counts = {step.id: sum(map(words, running_text(step))) for step in aid.steps.values()}
    longest = max(counts, key=counts.__getitem__)
    yield _("Longest step: {step}, {n} words of running text (at most {most})").format(
        step=longest, n=counts[longest], most=MOST_WORDS
    )


def _sources(aid: Aid) -> Iterator[str]:
    yield _("Sources: {n}").format(n=len(aid.library.sources))
    kinds = Counter(source.kind for source in aid.library.sources.values())
    yield from (f"  {kind}: {n}" for kind, n in kinds.most_common())
    without = sum(not source.url for source in aid.library.sources.values())
    yield _("  without an address, cited by title: {n}").format(n=without)
    verified = Counter(outcome.verified for outcome in aid.library.outcomes.values())
    yield _("Results read in the source itself: {read}, in a summary of it: {secondary}").format(
        read=verified["read"], secondary=verified["secondary"]
    )


def _standards(aid: Aid) -> Iterator[str]:
    met = Counter(standard.met for standard in aid.library.standards)
    yield _("IPDAS items met: {met}, needing people: {people}, not applicable: {none}").format(
        met=met["yes"], people=met["needs_people"], none=met["not_applicable"]
    )
    yield from (f"  {one.id} {one.met}: {one.item} – {one.how}" for one in aid.library.standards)


def _shown(aid: Aid) -> Iterator[str]:
    yield _("Entries of the evidence data that are shown, by id:")
    for part, ids in shown(aid.library).items():
        yield f"  {part}: {' '.join(sorted(filter(None, ids)))}"
