"""Start: what the person would like from the visit, three facts, and what matters before the evidence is read."""

from __future__ import annotations

from hsct_aid.ui.pages.page import Page


class StartPage(Page):
    """Questions only: the form of the content says them all."""
