"""Visit."""

from __future__ import annotations

from hsct_aid.ui.pages.page import Page


class VisitPage(Page):
    """Visit."""
