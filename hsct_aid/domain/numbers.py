"""Numbers as people write them, and as the language of the window writes them."""

from __future__ import annotations

import re
from gettext import gettext as _


def number(value: float, form: str = ",") -> str:
    """A number as text: no needless decimals, thousands parted. ``form`` is another format, such as ``.1f``."""
    whole = form == "," and value == int(value)
    text = format(int(value) if whole else value, form)
    thousands, point = _separators()
    return text.translate({ord(","): thousands, ord("."): point})


def read_number(written: str) -> float | int | None:
    """A number of nought or more; None where it is none. "3,5" and "3.5" are the same, "1,500" is over a thousand."""
    text = written.strip()
    thousands, _point = _separators()
    if thousands and re.fullmatch(rf"\d{{1,3}}{re.escape(thousands)}\d{{3}}", text, re.ASCII):
        return int(text.replace(thousands, ""))
    if not re.fullmatch(r"\d{1,15}([.,]\d{0,15})?", text, re.ASCII):
        return None
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def _separators() -> tuple[str, str]:
    """What parts thousands, and what stands before decimals."""
    # translators: this number as your language writes it, such as 1.234,5 or 1 234,5 or 1234,5
    sample = _("1,234.5")
    thousands, point = sample.strip("15").split("234")
    return thousands, point
