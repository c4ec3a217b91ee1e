"""Lets words be words in rich text, whatever signs are in them."""

from __future__ import annotations

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """As ``html.escape``, which brings the names of 2,231 characters: 0.6 MB and 2 ms at every start."""
    return text.translate(_SIGNS)
