"""Questions."""

from __future__ import annotations

from hsct_aid.ui.pages.page import Page


class QuestionsPage(Page):
    """Questions."""
