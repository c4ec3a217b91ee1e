"""The front page: eleven boxes in the order a neurologist reads, with the room each line has in characters."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import Final

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import records_lacking
from hsct_aid.domain.dates import say
from hsct_aid.domain.fact_words import between
from hsct_aid.domain.facts import Facts, known, years_since
from hsct_aid.domain.labels import concern_words, field_of
from hsct_aid.domain.page_facts import EARLIER_SHOWN, earlier_medicines, not_known, page_facts
from hsct_aid.domain.paper import Box, Entry
from hsct_aid.domain.record import Record
from hsct_aid.domain.start import StartAnswers

QUESTIONS_SHOWN: Final = 3
RECORDS_SHOWN: Final = 4
_RECORDS_FIRST: Final = ("mri", "edss", "relapses", "medicines")
"""The records a referral waits for most."""


def front_page(aid: Aid, record: Record, today: date) -> tuple[Box, ...]:
    """The boxes in order, uncut; a box of a part that the person keeps private is not there."""
    private = record.summary.private
    boxes = (
        _strip(record, today),
        _ask(record.start),
        _questions(record),
        None if "facts" in private else _facts(aid, record, today),
        None if "facts" in private else _new_symptoms(record),
        None if "values" in private else _values(aid, record),
        None if "standing" in private else _standing(record),
        None if "may_have_wrong" in private else _may_have_wrong(record),
        None if "facts" in private else _records(aid, record),
        None if "abroad" in private else _abroad(record),
        _for_the_clinician(),
    )
    return tuple(box for box in boxes if box is not None)


def records_to_ask_for(aid: Aid, record: Record) -> tuple[Entry, ...]:
    """Records the person lacks, those a referral waits for first, with the key of the fact they would tell."""
    passed_over = _passed_over(record.facts)
    found = dict(records_lacking(aid, record)) | {
        key: field.record
        for key in (*_half_known(record), *passed_over)
        if key not in record.candidacy.not_needed and (field := field_of(aid, f"facts.{key}")) and field.record
    }
    keys = sorted(found, key=lambda key: _RECORDS_FIRST.index(key) if key in _RECORDS_FIRST else len(_RECORDS_FIRST))
    own = tuple(words for words in record.candidacy.also_lacking if words.strip())
    came = {*record.visit.came}
    is_first = {key: key in _RECORDS_FIRST and key not in passed_over for key in keys}
    first = [Entry(text=found[key], ref=key) for key in keys if is_first[key]]
    later = [Entry(text=found[key], ref=key) for key in keys if not is_first[key]]
    lacking = {entry.text: entry for entry in (*first, *(Entry(text=words) for words in own), *later)}
    return tuple(entry for entry in lacking.values() if not came & {entry.ref, entry.text})


def _half_known(record: Record) -> tuple[str, ...]:
    """Facts that are known only in part, so that their record is still needed."""
    facts, scan = record.facts, known(record.facts.mri)
    medicines, relapses = known(facts.medicines) or (), known(facts.relapses) or ()
    half = {
        "mri": scan is not None and None in (scan.date, scan.new_lesions, scan.enhancing),
        "edss": known(facts.edss) is not None and known(facts.edss_date) is None,
        "relapses": any(relapse.when is None for relapse in relapses),
        "medicines": any(one.start is None or not (one.is_taken or (one.stop and one.reason)) for one in medicines),
    }
    return tuple(key for key, is_half in half.items() if is_half)


def _passed_over(facts: Facts) -> tuple[str, ...]:
    """Facts that a referral waits for and nothing was said of; none on a page without facts, a form to fill by hand."""
    return tuple(key for key in _RECORDS_FIRST if getattr(facts, key) is None) if facts != Facts() else ()


def _strip(record: Record, today: date) -> Box:
    start, born = record.start, known(record.facts.birth_year)
    years = None if "age" in record.summary.private else years_since(born, today)
    age = _("{age} (born {year})").format(age=between(years.low, years.high), year=born) if years else ""
    helpers = {
        "interpreter": _("interpreter"),
        "memory": _("memory help"),
        "hearing": _("help with hearing"),
        "carer_typing": _("typed with help"),
    }
    visit = _("{when}, with {whom}") if start.visit_on and start.visit_with.strip() else "{when}{whom}"
    entries = (
        Entry(_("Name"), record.name, lines=1),
        Entry(_("Age"), age, lines=1),
        Entry(_("Visit"), visit.format(when=say(start.visit_on), whom=start.visit_with), lines=1),
        Entry(_("With me"), start.companion or record.standing.comes_along, lines=1),
        Entry(_("I need"), ", ".join(helpers[one] for one in dict.fromkeys(start.helpers)), lines=1),
    )
    hidden = {
        _("Name") if "name" in record.summary.private else "",
        _("Age") if "age" in record.summary.private else "",
    }
    return Box("strip", _("About me"), tuple(entry for entry in entries if entry.label not in hidden), shared=110)


def _ask(start: StartAnswers) -> Box:
    again = say(start.look_again_on)
    words = {
        "talk": _("talk about aHSCT"),
        "refer": _("be referred to an aHSCT team"),
        "second_opinion": _("get a second opinion"),
        "look_again": _("look again in {when}").format(when=again) if again else _("look again later"),
        "after_abroad": _("plan care after treatment abroad"),
        "other": "",
    }
    said = [*(words[ask] for ask in dict.fromkeys(start.asks)), start.ask_words.strip()]
    return Box("ask", _("Today I would like to"), (Entry(text="; ".join(filter(None, said)), lines=1, limit=120),))


def _questions(record: Record) -> Box:
    asked = record.questions.asked
    entries = tuple(Entry(text=one.text, ref=one.id, mark="number", limit=110) for one in asked[:QUESTIONS_SHOWN])
    empty = tuple(Entry(lines=2, mark="number") for _place in range(QUESTIONS_SHOWN - len(entries)))
    rest = len(asked) - len(entries)
    more = ngettext("{n} more inside", "{n} more inside", rest).format(n=rest) if rest else ""
    return Box("questions", _("My three questions"), entries + empty, more)


def _facts(aid: Aid, record: Record, today: date) -> Box:
    rest = len(earlier_medicines(aid, record.facts)) - EARLIER_SHOWN
    more = ngettext("{n} earlier medicine inside", "{n} earlier medicines inside", rest).format(n=rest)
    return Box("facts", _("Facts, as I know them"), page_facts(aid, record.facts, today), more if rest > 0 else "")


def _new_symptoms(record: Record) -> Box:
    facts = record.facts
    new, words = known(facts.new_symptoms_4_weeks), known(facts.new_symptoms_words) or ""
    answer = {True: _("Yes"), False: _("No"), None: not_known()}[new]
    said = f"{answer}: {words}" if words.strip() else answer
    now = (Entry(text=_("Phone your MS team now. Do not wait for this visit.")),) if new else ()
    return Box("new", _("New or worse in the last 4 weeks?"), (Entry(text=said, limit=60), *now), urgent=bool(new))


def _values(aid: Aid, record: Record) -> Box:
    values = record.values
    top = [concern_words(aid, record, one) for one in values.top or record.start.first_priorities]
    most = tuple(Entry(text=words, limit=50) for words in top) or (Entry(lines=1),)
    least = concern_words(aid, record, values.least)
    return Box("values", _("What matters most to me"), (*most, Entry(_("Least"), least, lines=1, limit=50)))


def _standing(record: Record) -> Box:
    standing = record.standing
    leaning = {
        "none_yet": _("no leaning yet"),
        "no_change": _("no change now"),
        "medicine": _("another or better medicine"),
        "ahsct": _("aHSCT assessment"),
        "trial": _("join a trial"),
        "progressive_medicine": _("a medicine for progressive MS"),
        None: "",
    }[standing.leaning]
    sure = {
        "not_at_all": _("not at all sure"),
        "a_little": _("a little sure"),
        "fairly": _("fairly sure"),
        "very": _("very sure"),
        None: "",
    }[standing.sure]
    decides = {
        "me": _("I decide"),
        "together": _("we decide together"),
        "doctor": _("you decide"),
        "family": _("my family and I decide"),
        "not_sure": _("not sure who decides"),
        None: "",
    }[standing.decides]
    needs = _("I need: {needs}").format(needs=standing.needs) if standing.needs.strip() else ""
    when, waits = say(record.start.look_again_on), standing.leaning in (None, "none_yet", "no_change")
    is_new = waits and "look_again" not in record.start.asks
    again = _("look again in {when}").format(when=when) if when and is_new else ""
    said = "; ".join(part for part in (leaning, again, sure, decides, needs) if part)
    return Box("standing", _("Where I stand"), (Entry(text=said, lines=2, limit=100),))


def _may_have_wrong(record: Record) -> Box:
    return Box("wrong", _("One thing I may have wrong"), (Entry(text=record.quiz.may_have_wrong, lines=2, limit=110),))


def _records(aid: Aid, record: Record) -> Box:
    lacking = records_to_ask_for(aid, record)
    shown = tuple(Entry(text=one.text, ref=one.ref, mark="box", limit=40) for one in lacking[:RECORDS_SHOWN])
    rest = len(lacking) - len(shown)
    more = ngettext("{n} more inside", "{n} more inside", rest).format(n=rest) if rest else ""
    return Box("records", _("Records I lack"), shown or (Entry(mark="box", lines=1),), more)


def _abroad(record: Record) -> Box:
    answers = record.availability
    said = [{"yes": _("Yes"), "no": _("No"), "unsure": _("Unsure"), None: ""}[answers.abroad], answers.abroad_where]
    said.append({"yes": _("booked"), "no": _("not booked"), None: ""}[answers.booked])
    said.append({"yes": _("paid"), "no": _("not paid"), None: ""}[answers.paid])
    text = ", ".join(part for part in said if part.strip())
    return Box("abroad", _("Private or abroad?"), (Entry(text=text, lines=1, limit=80),))


def _for_the_clinician() -> Box:
    options = (
        _("discussed"),
        _("stay or improve"),
        _("switch"),
        _("tests, records"),
        _("refer to aHSCT team"),
        _("trial"),
        _("not now because"),
        _("look again on"),
    )
    return Box(
        "clinician",
        _("For the clinician: please tick what we agreed"),
        tuple(Entry(text=one, mark="box") for one in options),
    )
