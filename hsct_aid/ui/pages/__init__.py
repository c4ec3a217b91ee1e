"""One room per kind of page, and the table that leads to them."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, cast

from hsct_aid.domain.aid import Kind

if TYPE_CHECKING:
    from hsct_aid.ui.pages.page import Page

PAGES: dict[Kind, tuple[str, str]] = {
    "welcome": ("hsct_aid.ui.pages.welcome", "WelcomePage"),
    "start": ("hsct_aid.ui.pages.start", "StartPage"),
    "process": ("hsct_aid.ui.pages.process", "ProcessPage"),
    "candidacy": ("hsct_aid.ui.pages.candidacy", "CandidacyPage"),
    "evidence": ("hsct_aid.ui.pages.evidence", "EvidencePage"),
    "availability": ("hsct_aid.ui.pages.availability", "AvailabilityPage"),
    "values": ("hsct_aid.ui.pages.values", "ValuesPage"),
    "quiz": ("hsct_aid.ui.pages.quiz", "QuizPage"),
    "questions": ("hsct_aid.ui.pages.questions", "QuestionsPage"),
    "standing": ("hsct_aid.ui.pages.standing", "StandingPage"),
    "summary": ("hsct_aid.ui.pages.summary", "SummaryPage"),
    "visit": ("hsct_aid.ui.pages.visit", "VisitPage"),
}
"""Where the page of each kind is: module and class. It is imported at its first visit, which keeps the start short."""

_LONG: dict[Kind, tuple[str, ...]] = {
    "availability": ("hsct_aid.ui.widgets.fresh_trials",),
    "summary": ("hsct_aid.ui.delivery", "hsct_aid.ui.preview"),
}
"""What takes so long to import that it is done before the page itself, one at a time, where the page is made ahead."""


def page_class(kind: Kind) -> "type[Page]":
    """The page of that kind."""
    module, name = PAGES[kind]
    return cast("type[Page]", getattr(import_module(module), name))


def next_import(kind: Kind) -> str | None:
    """The module to import next, where the page of that kind is made ahead; None where all are there."""
    needed = (*_LONG.get(kind, ()), PAGES[kind][0])
    return next((module for module in needed if module not in sys.modules), None)
