"""The fixture of the pages about the summary."""

from tests.ui.pages.summary_steps import on

__all__ = ["on"]
