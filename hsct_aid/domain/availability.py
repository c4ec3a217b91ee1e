"""Availability: routes by country, trials with a dated status, and judging a centre."""

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

from msgspec import Meta, Struct

from hsct_aid.domain.dates import PartialDate, latest, months_before, read_date, say
from hsct_aid.domain.facts import Line, Words
from hsct_aid.domain.questions import Suggestion, suggestion

if TYPE_CHECKING:
    from hsct_aid.domain.aid import Aid
    from hsct_aid.domain.record import Record


class NotedTrial(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A trial the person wants to ask about: its ``status``, such as recruiting, the day of that status in ``as_of``,
    and in ``ends`` the first of its planned ends. Words of the person's own are shown as they are."""

    number: Line
    title: Line
    status: Line = ""
    as_of: Line = ""
    ends: Line = ""


class CentreNote(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the person found out about one centre."""

    name: Line = ""
    note: Words = ""


class AvailabilityAnswers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Private or abroad, trials noted, centres noted."""

    abroad: Literal["yes", "no", "unsure"] | None = None
    abroad_where: Line = ""
    booked: Literal["yes", "no"] | None = None
    paid: Literal["yes", "no"] | None = None
    trials: Annotated[tuple[NotedTrial, ...], Meta(max_length=50)] = ()
    centres: Annotated[tuple[CentreNote, ...], Meta(max_length=20)] = ()


class Country(Struct, frozen=True, forbid_unknown_fields=True):
    """How aHSCT for MS can be reached in one country, as far as it could be confirmed."""

    id: str
    code: str
    name: str
    position: str
    criteria: tuple[str, ...]
    centres: tuple[str, ...]
    funding: str
    as_of: str
    addresses: tuple[str, ...]
    not_confirmed: str = ""
    cautions: tuple[str, ...] = ()


Status = Literal["recruiting", "not_yet", "invitation", "closed", "finished", "stopped", "unknown"]


class Trial(Struct, frozen=True, forbid_unknown_fields=True):
    """A registered study. ``seen`` is the day its status was read; None where that is not known.

    ``ends`` is the planned end, ``main_part_ends`` that of the main part (primary completion) where it comes before.
    ``address`` is that of the registry record, empty where none is confirmed.
    """

    id: str
    numbers: tuple[str, ...]
    title: str
    compared: str
    countries: tuple[str, ...]
    status: Status
    seen: PartialDate | None
    address: str
    kind: Literal["trial", "observational", "programme"] = "trial"
    first: bool = False
    people: str = ""
    ends: PartialDate | None = None
    main_part_ends: PartialDate | None = None
    note: str = ""


class Cost(Struct, frozen=True, forbid_unknown_fields=True):
    """A published cost: one country, one kind, one year. Never added up, never beside survival."""

    id: str
    country: str
    amount: str
    what: str
    as_of: str
    address: str


class Practical(Struct, frozen=True, forbid_unknown_fields=True):
    """A practical fact, a body to look up, or evidence on centre experience: a heading and a text."""

    id: str
    name: str
    text: str
    as_of: str = ""
    addresses: tuple[str, ...] = ()


class WarningSign(Struct, frozen=True, forbid_unknown_fields=True):
    """A warning sign of a seller with its reason; ``own`` marks our own caution, without a source."""

    id: str
    sign: str
    why: str
    addresses: tuple[str, ...] = ()
    own: bool = False


class CentreQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """A question to put to any centre."""

    id: str
    topic: str
    question: str
    addresses: tuple[str, ...] = ()


class Availability(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known of where aHSCT is done, compiled on ``checked``."""

    checked: date
    countries: tuple[Country, ...]
    trials: tuple[Trial, ...]
    costs: tuple[Cost, ...]
    practical: tuple[Practical, ...]
    experience: tuple[Practical, ...]
    accreditation: tuple[Practical, ...]
    warning_signs: tuple[WarningSign, ...]
    centre_questions: tuple[CentreQuestion, ...]


_LONGEST: Final = 200
STATUS_MONTHS: Final = 12
"""A status older than this is shown as not confirmed."""


def is_confirmed(trial: Trial, today: date) -> bool:
    """Whether the status still stands: it is recent and no planned end has passed. What is over stays over."""
    if trial.status in ("finished", "stopped"):
        return True
    if trial.status == "unknown" or trial.seen is None:
        return False
    ends = (end for end in (trial.main_part_ends, trial.ends) if end)
    return latest(trial.seen) >= months_before(today, STATUS_MONTHS) and all(latest(end) >= today for end in ends)


def status_name(status: Status) -> str:
    """A status in calm words, without its date."""
    return {
        "recruiting": _("looking for people"),
        "not_yet": _("not open yet"),
        "invitation": _("by invitation only"),
        "closed": _("no longer taking people"),
        "finished": _("finished"),
        "stopped": _("stopped early"),
        "unknown": _("not known"),
    }[status]


def status_words(trial: Trial, today: date) -> str:
    """The status with its date, such as "looking for people, as of January 2026"; says so where it is not confirmed."""
    day = _("as of {when}").format(when=say(trial.seen[:7])) if trial.seen else _("date not known")
    words = _("{status}, {day}").format(status=status_name(trial.status), day=day)
    return words if is_confirmed(trial, today) else _("not confirmed ({words})").format(words=words)


def registry_address(number: str) -> str:
    """Where the record of a ClinicalTrials.gov number stands; empty for any other number."""
    return f"https://clinicaltrials.gov/study/{number}" if number.startswith("NCT") else ""


def as_noted(trial: Trial) -> NotedTrial:
    """The trial as it is noted in the record."""
    ends = min((end for end in (trial.main_part_ends, trial.ends) if end), key=latest, default="")
    return NotedTrial(next(iter(trial.numbers), ""), trial.title[:_LONGEST], trial.status, trial.seen or "", ends)


def noted_words(noted: NotedTrial, today: date) -> str:
    """The status with its date, as it stands ``today``: what was noted long ago is not confirmed any more."""
    status = next((one for one in get_args(Status) if noted.status in (one, status_name(one))), None)
    if status is None:
        return ", ".join(part for part in (noted.status, noted.as_of) if part) or _("not known")
    seen, ends = read_date(noted.as_of), read_date(noted.ends)
    return status_words(Trial("", (), "", "", (), status, seen, "", ends=ends), today)


def suggest(aid: "Aid", record: "Record") -> tuple[Suggestion, ...]:
    """A question for each trial noted, and one about coming home where treatment elsewhere is thought of."""
    texts, answers = aid.library.suggestions, record.availability
    trials = tuple(suggestion(texts["sg_trial"], one.title, about=one.number or one.title) for one in answers.trials)
    abroad = answers.abroad in ("yes", "unsure")
    return trials + ((suggestion(texts["sg_abroad"]),) if abroad else ())
