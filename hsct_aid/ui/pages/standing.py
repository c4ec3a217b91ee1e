"""Where I stand: leaning, how sure, who decides, what is still needed, who is around."""

from __future__ import annotations

from hsct_aid.ui.pages.page import Page


class StandingPage(Page):
    """Questions only: the form of the content says them all."""
