"""The pages after the front that hold the person's own answers: questions, facts, values, records, visit, notes."""

from __future__ import annotations

from gettext import gettext as _
from typing import get_args

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.dates import say
from hsct_aid.domain.fact_words import ms_type_words
from hsct_aid.domain.facts import Facts, Medicine, Relapse, Scan, known
from hsct_aid.domain.front_page import records_to_ask_for
from hsct_aid.domain.labels import answer_words, choice_words, concern_words, field_of
from hsct_aid.domain.numbers import number
from hsct_aid.domain.page_facts import not_known, on_words, reason_words, recovered_words, seen_words, walking_words
from hsct_aid.domain.paper import Chapter, Entry, Grid
from hsct_aid.domain.prose import plain
from hsct_aid.domain.questions import Addressee
from hsct_aid.domain.record import Record

NOTE_LINES = 22


def question_chapters(aid: Aid, record: Record) -> tuple[Chapter, ...]:
    """All questions by the one they are for, in the person's order, with lines to write on; then what to ask about."""
    headings: dict[Addressee, str] = {
        "neurologist": _("Questions for my neurologist"),
        "nurse": _("Questions for my MS nurse"),
        "centre": _("Questions for the transplant centre"),
        "family_doctor": _("Questions for my family doctor"),
    }
    chapters = [
        Chapter(
            f"questions_{to}",
            headings[to],
            entries=tuple(
                Entry(
                    text=_("{question} (the person with me asks)").format(question=one.text)
                    if one.companion
                    else one.text,
                    lines=2,
                    ref=one.id,
                    mark="number",
                )
                for one in record.questions.asked
                if one.to == to
            ),
        )
        for to in get_args(Addressee)
    ]
    marked = tuple(
        Entry(step.name, step.question, lines=1, ref=step.id)
        for step in aid.library.path
        if step.id in record.process.ask_about
    )
    return (*chapters, Chapter("steps", _("Steps of the treatment I want to talk about"), entries=marked))


def fact_chapters(aid: Aid, record: Record) -> tuple[Chapter, ...]:
    """Every fact in full, then all medicines and all relapses as tables."""
    facts = record.facts
    if facts == Facts():
        return ()
    medicines, relapses = known(facts.medicines) or (), known(facts.relapses) or ()
    return (
        Chapter(
            "facts", _("My facts in full"), _("As I know them, on the day they were written down."), _facts(aid, record)
        ),
        Chapter("medicines", _("All MS medicines"), grid=_medicine_grid(medicines) if medicines else None, level=3),
        Chapter("relapses", _("All relapses"), grid=_relapse_grid(relapses) if relapses else None, level=3),
    )


def _facts(aid: Aid, record: Record) -> tuple[Entry, ...]:
    facts = record.facts
    yes_no = {True: _("yes"), False: _("no"), None: not_known()}
    support = {"none": _("none"), "one_side": _("on one side"), "two_sides": _("on both sides"), None: ""}
    scan = known(facts.mri) or Scan()
    country = known(facts.country)
    names = {one.code: one.name for one in aid.library.availability.countries}
    edss, said_by = known(facts.edss), known(facts.type_said_by)
    rows = (
        (_("Type of MS"), ms_type_words(facts.ms_type.value) if facts.ms_type and facts.ms_type.value else ""),
        (_("Who named the type"), choice_words(aid, "facts.type_said_by", said_by) if said_by else ""),
        (_("Year of birth"), str(known(facts.birth_year) or "")),
        (_("First signs"), str(known(facts.first_symptom_year) or "")),
        (_("Diagnosis"), str(known(facts.diagnosis_year) or "")),
        (_("EDSS"), "" if edss is None else number(edss, ".1f")),
        (_("EDSS scored"), say(known(facts.edss_date))),
        (_("Walking"), walking_words(facts)),
        (_("Support to walk that far"), support[known(facts.walk_support)]),
        (_("Last MRI"), say(scan.date)),
        (_("MRI with contrast"), yes_no[scan.contrast]),
        (_("New lesions"), seen_words(scan.new_lesions)),
        (_("Enhancing lesions"), seen_words(scan.enhancing)),
        (_("Bands in the spinal fluid"), yes_no[known(facts.csf_oligoclonal_bands)]),
        (_("aHSCT before"), yes_no[known(facts.previous_ahsct)]),
        (_("PML, ever"), yes_no[known(facts.pml)]),
        (_("Illnesses"), answer_words(aid, "facts.illnesses", facts.illnesses)),
        (_("Infections"), answer_words(aid, "facts.infections", facts.infections)),
        (_("Allergies"), answer_words(aid, "facts.allergies", facts.allergies)),
        (_("Plans for children"), answer_words(aid, "facts.family_plans", facts.family_plans)),
        (_("Smoking"), answer_words(aid, "facts.smoking", facts.smoking)),
        (_("Vaccines"), answer_words(aid, "facts.vaccines", facts.vaccines)),
        (_("Country"), names.get(country, country) if country else ""),
        (_("New or worse, last 4 weeks"), yes_no[known(facts.new_symptoms_4_weeks)]),
        *(((_("What is new or worse"), new_words),) if (new_words := known(facts.new_symptoms_words)) else ()),
    )
    hidden = _("Year of birth") if "age" in record.summary.private else ""
    told = tuple(Entry(label, text) for label, text in rows if text.strip() and text != not_known())
    missing = [label for label, text in rows if label != hidden and (not text.strip() or text == not_known())]
    return (*told, Entry(not_known().capitalize(), "; ".join(missing))) if missing else told


def _medicine_grid(medicines: tuple[Medicine, ...]) -> Grid:
    rows = tuple(
        (
            one.name or not_known(),
            say(one.start) or not_known(),
            _("still taking it") if one.is_taken else say(one.stop) or not_known(),
            say(one.last_dose) or not_known(),
            "" if one.is_taken else reason_words(one),
        )
        for one in sorted(medicines, key=lambda one: one.start or "")
    )
    return Grid((_("Medicine"), _("From"), _("Until"), _("Last dose"), _("Why stopped")), rows)


def _relapse_grid(relapses: tuple[Relapse, ...]) -> Grid:
    rows = tuple(
        (say(one.when) or not_known(), on_words(one) or not_known(), recovered_words(one) or not_known())
        for one in sorted(relapses, key=lambda one: one.when or "", reverse=True)
    )
    return Grid((_("When"), _("On which medicine"), _("Recovered?")), rows)


def values_chapters(aid: Aid, record: Record) -> tuple[Chapter, ...]:
    """What matters to the person: ratings and own words, and what moved since Start."""
    values = record.values
    levels = {
        "not_at_all": _("not at all important"),
        "a_little": _("a little important"),
        "somewhat": _("somewhat important"),
        "very": _("very important"),
        "extremely": _("extremely important"),
        "not_sure": _("not sure"),
    }
    entries = [
        Entry(concern_words(aid, record, one.concern), levels[one.level], ref=one.concern) for one in values.ratings
    ]
    rated = {one.concern for one in values.ratings}
    entries += [
        Entry(_("My own"), one.text, ref=one.id) for one in values.own if one.id not in rated and one.text.strip()
    ]
    if values.own_words.strip():
        entries.append(Entry(_("In my own words"), values.own_words))
    if values.trade_off_words.strip():
        entries.append(Entry(_("After the trade-off cards"), values.trade_off_words))
    return (
        Chapter("values", _("What matters to me"), entries=tuple(entries)),
        Chapter("moved", _("What moved since the start"), entries=moved(aid, record)),
    )


def moved(aid: Aid, record: Record) -> tuple[Entry, ...]:
    """What of the first three things that mattered still does, and what is new; nothing until both were picked."""
    first, now = record.start.first_priorities, record.values.top
    if not first or not now:
        return ()
    stayed, left, came = (
        [one for one in now if one in first],
        [one for one in first if one not in now],
        [one for one in now if one not in first],
    )
    rows = ((_("Still in my first three"), stayed), (_("New"), came), (_("No longer"), left))
    return tuple(
        Entry(label, "; ".join(concern_words(aid, record, one) for one in ids) or _("nothing")) for label, ids in rows
    )


def record_chapter(aid: Aid, record: Record) -> Chapter:
    """All records to ask for, each with where to find it, and with a box to tick."""
    entries = tuple(
        Entry(
            text=f"{one.text}. {plain(aid, field.find)}" if field and field.find else one.text, ref=one.ref, mark="box"
        )
        for one in records_to_ask_for(aid, record)
        for field in [field_of(aid, f"facts.{one.ref}")]
    )
    return Chapter("records", _("Records to ask for"), entries=entries)


def standing_chapter(record: Record) -> Chapter:
    """What the person would think again for, and who helps them."""
    standing = record.standing
    rows = ((_("I would think again if"), standing.change_mind), (_("Who helps me with this"), standing.comes_along))
    entries = tuple(Entry(label, text) for label, text in rows if text.strip())
    return Chapter("standing", _("More on where I stand"), entries=entries)


def visit_chapter(record: Record) -> Chapter:
    """What was said and decided at the visit, and what comes next."""
    visit = record.visit
    asked = {one.id: one.text for one in record.questions.asked}
    gone = _("A question that is no longer on my list")
    heard = [Entry(asked.get(one.question, gone), one.answer) for one in visit.heard if one.answer.strip()]
    decided = [Entry(_("What we decided"), visit.decided)] if visit.decided.strip() else []
    steps = [
        Entry(_("Done") if one.done else _("Next"), ", ".join(part for part in (one.what, say(one.by)) if part))
        for one in visit.next_steps
        if one.what.strip()
    ]
    when = _("The visit was on {when}.").format(when=say(visit.took_place)) if visit.took_place else ""
    return Chapter("visit", _("After the visit"), when if heard or decided or steps else "", (*heard, *decided, *steps))


def notes_chapter(record: Record) -> Chapter:
    """The person's notes, and lines to write on: always there."""
    return Chapter("notes", _("Notes"), record.summary.notes.strip(), (Entry(lines=NOTE_LINES),))
