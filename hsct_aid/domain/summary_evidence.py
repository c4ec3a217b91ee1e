"""The pages after the front with published words beside the person's own: criteria, grid, results, trials, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from gettext import gettext as _
from typing import get_args

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.availability import noted_words, registry_address, status_words
from hsct_aid.domain.candidacy import Group
from hsct_aid.domain.criteria import criteria
from hsct_aid.domain.crowd import crowd, spoken
from hsct_aid.domain.estimate import Count, Outcome, Percent, sentence
from hsct_aid.domain.facts import Facts
from hsct_aid.domain.labels import concern_words
from hsct_aid.domain.paper import Chapter, CriterionRow, Crowd, Entry, Grid, Summary
from hsct_aid.domain.prose import plain
from hsct_aid.domain.record import Record
from hsct_aid.domain.source import citation

References = dict[str, int]
"""The number of each source, in the order in which it is first cited."""


def cite(numbers: References, *sources: str) -> str:
    """The reference numbers of ``sources`` in brackets, with a space before; new sources get the next numbers."""
    found = sorted({numbers.setdefault(source, len(numbers) + 1) for source in sources if source})
    return f" [{', '.join(map(str, found))}]" if found else ""


def criterion_rows(aid: Aid, record: Record, today: date) -> tuple[CriterionRow, ...]:
    """The criteria beside the person's words; none where no fact is given or the facts are private."""
    private = record.summary.private
    if record.facts == Facts():
        return ()
    return tuple(row for row in criteria(aid, record, today) if row.group != "age" or "age" not in private)


def criteria_chapters(aid: Aid, rows: tuple[CriterionRow, ...], numbers: References) -> tuple[Chapter, ...]:
    """One table for each group, under one heading; never a verdict. What is information only stays in the aid."""
    compared = tuple(row for row in rows if row.state != "information")
    tables = tuple(_group_chapter(aid, group, compared, numbers) for group in get_args(Group))
    if not any(table.grid for table in tables):
        return ()
    text = _(
        "Only a team that knows your scans can decide. These are published words beside your own. "
        "“Differs” is not a no, and “as described” is not a yes. Closed trials and older texts stand in the aid."
    )
    return (Chapter("criteria", _("What centres look for"), text), *tables)


def _group_chapter(aid: Aid, group: Group, rows: tuple[CriterionRow, ...], numbers: References) -> Chapter:
    """The bodies of one group. What the person wrote stands above the table, once; a row repeats only what differs."""
    headings: dict[Group, str] = {
        "age": _("Age"),
        "ms_type": _("Type of MS"),
        "activity": _("Relapses and activity"),
        "mri": _("Scans"),
        "medicines": _("Medicines"),
        "walking": _("Walking and EDSS"),
        "duration": _("Years with MS"),
        "other_health": _("Other health"),
        "centre": _("The centre"),
    }
    here = tuple(row for row in rows if row.group == group)
    if not here:
        return Chapter(f"criteria_{group}", headings[group])
    written = Counter(row.your_words for row in here).most_common(1)[0][0]
    sources = {rule.id: rule.read_in or rule.source for rule in aid.library.rules}
    cells = tuple(
        (
            row.rule_set + cite(numbers, sources.get(row.rule, "")),
            plain(aid, row.their_words),
            state_words(row.state) if row.your_words == written else f"{state_words(row.state)}. {row.your_words}",
        )
        for row in here
    )
    grid = Grid((_("Who describes it"), _("They describe"), _("Side by side")), cells)
    return Chapter(f"criteria_{group}", headings[group], written, grid=grid, level=3)


def state_words(state: str) -> str:
    """How a criterion and the person's own words stand to each other, in words."""
    return {
        "as_described": _("as described"),
        "differs": _("differs"),
        "not_known": _("not known"),
        "for_the_team": _("for the team"),
        "other_type": _("for another type of MS"),
        "information": _("information"),
        "present": _("present"),
        "not_present": _("not present"),
    }.get(state, state)


def grid_chapter(aid: Aid, record: Record, numbers: References) -> Chapter:
    """The person's concerns beside all five ways forward, in fixed words. It does not choose."""
    values = record.values
    theirs = {*values.top, values.least, *(one.concern for one in values.ratings), *record.start.first_priorities}
    rows = []
    for concern in aid.library.concerns:
        if concern.id in theirs:
            cells = {cell.option: cell for cell in concern.cells}
            found = (cells.get(option.id) for option in aid.library.options)
            texts = (plain(aid, cell.text) + cite(numbers, *cell.sources) if cell else "" for cell in found)
            rows.append((concern_words(aid, record, concern.id), *texts))
    columns = (_("What matters to me"), *(option.name for option in aid.library.options))
    grid = Grid(columns, tuple(rows)) if rows else None
    text = _("This grid does not choose.") if rows else ""
    return Chapter("grid", _("What matters to me, and the ways forward"), text, grid=grid)


def results_chapter(aid: Aid, record: Record, numbers: References) -> Chapter:
    """The results the person kept, each with who was studied, how long, and how sure."""
    kept = (aid.library.outcomes.get(one) for one in dict.fromkeys(record.evidence.kept))
    entries = [
        Entry(one.title, _result(one) + cite(numbers, one.source), ref=one.id, crowds=tuple(_crowds(one)))
        for one in kept
        if one
    ]
    if record.evidence.surprised.strip():
        entries.append(Entry(_("What surprised me"), record.evidence.surprised))
    return Chapter("results", _("Results I want to talk about"), entries=tuple(entries))


def _crowds(outcome: Outcome) -> Iterator[Crowd]:
    """A picture of each count, all on one denominator."""
    for figure in outcome.figures.values():
        if isinstance(figure, Count | Percent):
            people, words = crowd(outcome, figure, outcome.base), spoken(outcome, figure, outcome.base)
            named = f"{figure.label}: {words}" if figure.label else _begun(words)
            yield Crowd(people.n, people.base, named, people.harm, people.more)


def _result(outcome: Outcome) -> str:
    """What was found on a line of its own; below it who was studied, how long, and how sure it is."""
    found = "; ".join(
        f"{figure.label}: {sentence(figure)}" if figure.label else sentence(figure)
        for figure in outcome.figures.values()
    )
    levels = {
        "high": _("high"), "moderate": _("moderate"), "low": _("low"), "very low": _("very low"),
        "not applicable": _("not applicable"), "not stated": _("not stated"),
    }  # fmt: skip
    parts = (
        _("range {interval}").format(interval=outcome.interval) if outcome.interval else _("range not given"),
        outcome.who,
        outcome.span,
        _("compared with: {comparator}").format(comparator=outcome.comparator) if outcome.comparator else "",
        _("how exact: {precision}; how sure that the treatment caused it: {causal}").format(
            precision=levels[outcome.certainty.precision], causal=levels[outcome.certainty.causal]
        ),
    )
    said = [_begun(part.rstrip(".")) for part in (found, *parts) if part]
    return f"{said[0]}.\n{'. '.join(said[1:])}."


def _begun(text: str) -> str:
    """With a capital letter, but "aHSCT" is never "AHSCT"."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def trial_chapter(aid: Aid, record: Record, today: date) -> Chapter:
    """Trials the person noted: number, dated status, address; and what a place in a registry does not mean."""
    ours = aid.library.availability.trials
    listed = {name: trial for trial in ours for name in (trial.id, trial.title, *trial.numbers)}
    rows = []
    for noted in record.availability.trials:
        trial = listed.get(noted.number or noted.title)
        status = status_words(trial, today) if trial and not noted.status else noted_words(noted, today)
        address = trial.address if trial else registry_address(noted.number)
        rows.append((noted.title, noted.number or _("none was confirmed"), status, address))
    if not rows:
        return Chapter("trials", _("Trials I want to ask about"))
    text = _(
        "From ClinicalTrials.gov (U.S. National Library of Medicine) and other public registries. "
        "A status ages fast: open the record. A listing is not an approval."
    )
    columns = (_("Trial"), _("Number"), _("Status and its date"), _("Address"))
    return Chapter("trials", _("Trials I want to ask about"), text, grid=Grid(columns, tuple(rows)))


def centre_chapter(record: Record) -> Chapter:
    """What the person found out about centres."""
    entries = tuple(
        Entry(one.name, one.note) for one in record.availability.centres if one.name.strip() or one.note.strip()
    )
    return Chapter("centres", _("Centres I looked at"), entries=entries)


def unsure_chapter(aid: Aid, record: Record) -> Chapter:
    """What the person was unsure of, as something to ask."""
    unsure = {answer.question for answer in record.quiz.choices if answer.choice == "unsure"}
    entries = tuple(
        Entry(plain(aid, one.question), plain(aid, one.ask), lines=1, ref=one.id)
        for one in aid.library.quiz
        if one.id in unsure
    )
    return Chapter("unsure", _("What I am not sure I understood"), entries=entries)


def glossary_chapter(aid: Aid, summary: Summary) -> Chapter:
    """The glossary words that stand on these pages."""
    printed = " ".join(_texts(summary)).casefold()
    entries = tuple(
        Entry(term.term, plain(aid, term.meaning), ref=term.id)
        for term in sorted(aid.library.terms.values(), key=lambda term: term.term.casefold())
        if any(_stands_in(form.casefold(), printed) for form in (term.term, *term.forms))
    )
    return Chapter("glossary", _("Words on these pages"), entries=entries)


def source_chapter(aid: Aid, numbers: References) -> Chapter:
    """The numbered references."""
    sources = aid.library.sources
    entries = tuple(
        Entry(text=citation(sources[one]) if one in sources else one, ref=one, mark="number") for one in numbers
    )
    return Chapter("sources", _("Sources"), entries=entries)


def _stands_in(form: str, printed: str) -> bool:
    """Whether it stands there as a word of its own. The longest page holds millions of characters."""
    place = printed.find(form)
    while place >= 0:
        if not any(
            map(_is_letter, (printed[max(0, place - 1) : place], printed[place + len(form) : place + len(form) + 1]))
        ):
            return True
        place = printed.find(form, place + 1)
    return False


def _is_letter(one: str) -> bool:
    return one.isalnum() or one == "_"


def _texts(summary: Summary) -> list[str]:
    """All the words of the lines and tables."""
    on_front = [entry for box in summary.front for entry in box.entries]
    entries = on_front + [entry for chapter in summary.chapters for entry in chapter.entries]
    tables = [chapter.grid for chapter in summary.chapters if chapter.grid]
    cells = [cell for grid in tables for row in (grid.columns, *grid.rows) for cell in row]
    return [text for entry in entries for text in (entry.label, entry.whole or entry.text)] + cells
