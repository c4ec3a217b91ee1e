"""What is wrong with the content, in one sentence with its place."""

from __future__ import annotations

from typing import NamedTuple

Place = tuple[str | int, ...]
"""The way to a piece of the aid or of a file: names of fields, ids and places in lists, from the top."""


class Finding(NamedTuple):
    """What a gate found in the aid."""

    place: Place
    sentence: str


class Problem(NamedTuple):
    """One thing to put right: ``where`` is a file and line, such as "sections/start.yaml line 12"."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


class ContentError(Exception):
    """The content cannot be read as an aid. ``problems`` says why, one by one; ``str()`` gives them line by line."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
