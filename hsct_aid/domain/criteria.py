"""Each published criterion beside the person's own words. A display, never a verdict: no count, no overall line.

Only plain numbers and plain yes-or-no facts are compared; everything that needs judgement is for the team. Rows keep
the order of the library, whatever the answers.
"""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import Final

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.candidacy import Group, Rule, State
from hsct_aid.domain.fact_words import fact_words
from hsct_aid.domain.facts import Facts, known
from hsct_aid.domain.logic import conditions, evaluate
from hsct_aid.domain.paper import CriterionRow
from hsct_aid.domain.record import Record
from hsct_aid.domain.truth import Truth

_FACT_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "age": ("birth_year",),
    "years_with_ms": ("first_symptom_year",),
    "years_since_diagnosis": ("diagnosis_year",),
    "walk_metres": ("walk_metres", "walk_support"),
    "new_mri_activity": ("mri",),
    "enhancing_lesions": ("mri",),
    "new_t2_lesions": ("mri",),
}
"""The keys of the record behind a fact of the rule language, where the name is another."""
_GROUP_KEYS: Final[dict[Group, tuple[str, ...]]] = {
    "age": ("birth_year",),
    "ms_type": ("ms_type",),
    "activity": ("relapses", "mri"),
    "mri": ("mri",),
    "medicines": ("medicines",),
    "walking": ("edss",),
    "duration": ("first_symptom_year",),
    "other_health": (),
    "centre": (),
}
"""The facts that a team asks for first, where only a team can judge the criterion."""
_TOLD_WITH_ANOTHER: Final = {"walk_support"}
_ORDER: Final = {name: place for place, name in enumerate(Facts.__struct_fields__)}


def criteria(aid: Aid, record: Record, today: date, group: Group | None = None) -> tuple[CriterionRow, ...]:
    """One row for every rule of the library, or of one group of it, in its order."""
    rules = [rule for rule in aid.library.rules if group in (None, rule.group)]
    keys = {key for rule in rules for key in ("ms_type", *needed_facts(rule))} - _TOLD_WITH_ANOTHER
    said = {key: fact_words(key, record.facts, today) for key in keys}
    return tuple(_row(rule, record.facts, said, today) for rule in rules)


def state(rule: Rule, facts: Facts, today: date) -> State:
    """How the text of ``rule`` and the person's own facts stand to each other on that day."""
    ms_type = known(facts.ms_type)
    if not is_compared(rule):
        return "information"
    if ms_type in rule.team_types:
        return "for_the_team"
    if _is_for_another_type(rule, facts):
        return "other_type"
    if rule.role == "excluding":
        return _exclusion(evaluate(rule.logic, facts, today) if rule.logic else None)
    if rule.logic is None:
        return "for_the_team"
    fits = None if rule.ms_types and ms_type is None else evaluate(rule.logic, facts, today)
    return "not_known" if fits is None else "as_described" if fits else "differs"


def is_compared(rule: Rule) -> bool:
    """Whether the rule stands beside the person's facts; closed trials and superseded texts are information only."""
    return rule.column and rule.role != "information"


def is_first(rule: Rule, country: str | None) -> bool:
    """Whether the rule is shown at once: the newest guideline, and the person's own country if they set it."""
    return rule.first or bool(country and rule.country == country)


def needed_facts(rule: Rule) -> tuple[str, ...]:
    """The keys of the facts that ``rule`` looks at, or that a team asks for first; in the order of the record."""
    keys = set(_GROUP_KEYS[rule.group])
    if rule.logic is not None:
        keys = set()
        for one in conditions(rule.logic):
            keys |= set(_FACT_KEYS.get(one.fact, (one.fact,))) | ({"medicines"} if one.on_dmt else set())
    return _in_order(keys | ({"ms_type"} if rule.ms_types else set()))


def missing_facts(aid: Aid, record: Record) -> tuple[str, ...]:
    """The keys that criteria shown for comparison need and the person does not know, or knows only in part."""
    keys: set[str] = set()
    for rule in aid.library.rules:
        if is_compared(rule) and not _is_for_another_type(rule, record.facts):
            keys.update(needed_facts(rule))
    return _in_order({key for key in keys if not _is_complete(key, record.facts)})


def _row(rule: Rule, facts: Facts, said: dict[str, str], today: date) -> CriterionRow:
    return CriterionRow(
        rule=rule.id,
        rule_set=rule.rule_set,
        group=rule.group,
        their_words=f"{rule.words}. {rule.qualifier}" if rule.qualifier else rule.words,
        your_words=_your_words(rule, facts, said),
        state=state(rule, facts, today),
    )


def _your_words(rule: Rule, facts: Facts, said: dict[str, str]) -> str:
    keys = [key for key in needed_facts(rule) if key not in _TOLD_WITH_ANOTHER]
    if _is_for_another_type(rule, facts):
        keys = ["ms_type"]
    elif known(facts.ms_type) is not None and rule.group != "ms_type":
        keys = [key for key in keys if key != "ms_type"]
    if not keys:
        return _("This is not asked here.")
    words = "; ".join(said[key] for key in keys)
    if all(getattr(facts, key) is None for key in keys):
        return words[:1].upper() + words[1:]
    return _("You wrote: {words}").format(words=words)


def _is_for_another_type(rule: Rule, facts: Facts) -> bool:
    ms_type = known(facts.ms_type)
    return bool(rule.ms_types) and ms_type is not None and ms_type not in (*rule.ms_types, *rule.team_types)


def _exclusion(found: Truth) -> State:
    return "not_known" if found is None else "present" if found else "not_present"


def _is_complete(key: str, facts: Facts) -> bool:
    value = known(getattr(facts, key))
    if key == "mri" and value is not None:
        enhancing = value.contrast is False or value.enhancing is not None
        return value.date is not None and value.contrast is not None and value.new_lesions is not None and enhancing
    return value is not None


def _in_order(keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=_ORDER.__getitem__))
