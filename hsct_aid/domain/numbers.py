"""Numbers as people write them."""

from __future__ import annotations

import re


def read_number(written: str) -> float | int | None:
    """A number of nought or more; None where it is none. "3,5" and "3.5" are the same, "1,500" is over a thousand."""
    text = written.strip()
    if re.fullmatch(r"\d{1,3},\d{3}", text, re.ASCII):
        return int(text.replace(",", ""))
    if not re.fullmatch(r"\d{1,15}([.,]\d{0,15})?", text, re.ASCII):
        return None
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value
