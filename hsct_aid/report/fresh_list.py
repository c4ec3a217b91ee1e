"""A fresh list of trials in words and as JSON: what was found, what was left out and why, what changed since ours."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

import msgspec
from msgspec import Struct

from hsct_aid.domain.availability import Trial, status_name, status_words
from hsct_aid.domain.dates import say
from hsct_aid.domain.fresh_list import (
    KINDS,
    FoundTrial,
    FreshList,
    Kind,
    LeftOut,
    Reason,
    as_trial,
    changes,
    reason_words,
)
from hsct_aid.domain.numbers import number

SOURCE = "ClinicalTrials.gov (U.S. National Library of Medicine)"


class Part(Struct, frozen=True):
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


def credit(fresh: FreshList) -> str:
    """Whose data it is and of what day, and what a listing is not."""
    day = (
        _("data up to {day}").format(day=say(fresh.data_of)) if fresh.data_of else _("the day of the data is not given")
    )
    return _(
        "Source: {source}, {day}; read here on {read_on}. This aid sorted and shortened the records. "
        "A listing is not an approval, and nobody who runs the registry endorses a study or this aid."
    ).format(source=SOURCE, day=day, read_on=say(fresh.read_on))


def in_short(fresh: FreshList) -> str:
    """The counts in one line."""
    return _("{read} studies read, {found} of them on aHSCT for MS, {left} left out.").format(
        read=number(len(fresh.found) + len(fresh.left_out)),
        found=number(len(fresh.found)),
        left=number(len(fresh.left_out)),
    )


def kind_name(kind: Kind) -> str:
    """What kind of study it is."""
    return {
        "trial": _("Trials"),
        "observational": _("Studies that only follow people"),
        "programme": _("By invitation, or outside a trial"),
    }[kind]


def trial_lines(found: FoundTrial, today: date) -> tuple[str, ...]:
    """One study, a fact a line: status with its date, people, where, end, number and address."""
    trial = as_trial(found)
    over = found.status in ("finished", "stopped")
    facts = (
        (_("Status"), status_words(trial, today)),
        (_("Phase"), found.phase),
        (_("People"), trial.people),
        (_("Where"), ", ".join(found.countries) or _("not in the record")),
        (_("Ended") if over else _("Planned end"), say(found.ends or found.main_part_ends)),
        (_("Number"), found.number),
        (_("Address"), found.address),
    )
    return tuple(f"{label}: {words}" for label, words in facts if words)


def left_out_parts(fresh: FreshList) -> tuple[Part, ...]:
    """What was left out, a part for each reason; what nobody would take for aHSCT by its number only."""
    groups: defaultdict[Reason, list[LeftOut]] = defaultdict(list)
    for one in fresh.left_out:
        groups[one.reason].append(one)
    return tuple(
        Part(
            f"{reason_words(reason)} ({number(len(found))})",
            (", ".join(one.number for one in found),)
            if reason in ("other_disease", "no_transplant")
            else tuple(f"{one.number}: {one.title}" for one in found),
        )
        for reason, found in groups.items()
    )


def change_parts(fresh: FreshList, shipped: Sequence[Trial]) -> tuple[Part, ...]:
    """What is new, what has another status, and what our list holds and the files do not."""
    since = changes(fresh, shipped)
    titles = {one.number: one.title for one in fresh.found} | {
        number: trial.title for trial in shipped for number in trial.numbers
    }
    moved = _("{number}: “{before}” before, “{now}” now. {title}")
    statuses = (
        moved.format(
            number=one.number, before=status_name(one.before), now=status_name(one.now), title=titles[one.number]
        )
        for one in since.status
    )
    parts = (
        Part(_("New since the list in this aid"), tuple(f"{number}: {titles[number]}" for number in since.new)),
        Part(_("Another status than in the list in this aid"), tuple(statuses)),
        Part(
            _("In the list in this aid, not in what you downloaded (a smaller search can be the reason)"),
            tuple(f"{number}: {titles[number]}" for number in since.not_in_file),
        ),
    )
    return tuple(part for part in parts if part.lines)


def as_text(fresh: FreshList, shipped: Sequence[Trial], today: date) -> str:
    """All of it as plain text."""
    lines = [in_short(fresh)]
    for kind in KINDS:
        found = [one for one in fresh.found if one.kind == kind]
        if found:
            lines += ["", f"{kind_name(kind)} ({len(found)})"]
        for one in found:
            lines += ["", f"  {one.title}", *(f"    {line}" for line in trial_lines(one, today))]
    if fresh.left_out:
        lines += ["", _("Left out, and why")]
    for part in left_out_parts(fresh):
        lines += [f"  {part.heading}", *(f"    {line}" for line in part.lines)]
    for part in change_parts(fresh, shipped):
        lines += ["", part.heading, *(f"  {line}" for line in part.lines)]
    return "\n".join((*lines, "", credit(fresh)))


def as_json(fresh: FreshList, shipped: Sequence[Trial], today: date) -> str:
    """The same as JSON; ``storage.fresh_list.decoded`` takes it back."""
    plain = msgspec.to_builtins(fresh)
    for said, one in zip(plain["found"], fresh.found, strict=True):
        said |= {"status_words": status_words(as_trial(one), today), "address": one.address}
    for said in plain["left_out"]:
        said["why"] = reason_words(said["reason"])
    kinds = Counter(one.kind for one in fresh.found)
    whole = {
        "source": SOURCE,
        "credit": credit(fresh),
        "counts": {"read": len(fresh.found) + len(fresh.left_out), "found": len(fresh.found),
                   **{str(kind): kinds[kind] for kind in KINDS},
                   "left_out": len(fresh.left_out)},
        **plain,
        "changes": msgspec.to_builtins(changes(fresh, shipped)),
    }  # fmt: skip
    return json.dumps(whole, indent=2)  # plain ASCII, for terminals that know no other signs
