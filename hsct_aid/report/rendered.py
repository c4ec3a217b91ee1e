"""What drawing the summary gives: a file, or a picture of each page, and what could not be drawn."""

from __future__ import annotations

from typing import Literal, NamedTuple

Paper = Literal["a4", "letter"]


class Rendered(NamedTuple):
    """A file, and the characters that no bundled font could draw, which the person is told."""

    data: bytes
    replaced: tuple[str, ...] = ()


class Pages(NamedTuple):
    """A picture of each page, and the characters that no bundled font could draw."""

    pictures: list[bytes]
    replaced: tuple[str, ...] = ()
