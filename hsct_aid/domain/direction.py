"""Which way the language of the window is written."""

from __future__ import annotations

from gettext import gettext as _
from typing import Literal


def direction() -> Literal["ltr", "rtl"]:
    """From left to right, or from right to left, as HTML and typst call it."""
    # translators: write RTL if your language is written from right to left, and LTR if not
    return "rtl" if _("LTR") == "RTL" else "ltr"
