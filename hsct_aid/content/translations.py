"""Holds each language against what the aid says today, and compiles its words; both with Babel, a development tool."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from hsct_aid import shipped
from hsct_aid.content.problem import Problem
from hsct_aid.content.words import texts, translated
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.text import spans

_MARKS = re.compile(r"\{[^{}]*\}|\[@[^\]]*\]|<it>")
"""What stands for a figure, a date, a source or a word that is filled in."""
_SAMPLES = {"1,234.5": r"1(\D?)234[^\d\s]5", "LTR": "LTR|RTL"}
"""Words that the program reads, and how a translation of them may look."""


class Compared(NamedTuple):
    """``wrong`` would be shown wrong; ``behind`` is missing, and shown in English, or stale, and no longer said."""

    wrong: list[Problem]
    behind: list[Problem]


def can_compare() -> bool:
    """Whether the tool is there."""
    return find_spec("babel") is not None


def compare(aid: Aid, locale: Path) -> Compared:
    """Every language below ``locale`` beside ``aid`` (in English) and beside the words of the window."""
    found = Compared([], [])
    for file in _files(locale):
        wanted = _window_words(locale) if file.stem == shipped.WINDOW_WORDS else {text.text for text in texts(aid)}
        where = file.relative_to(locale.parent).as_posix()
        spoken = {_id(message): message for message in _messages(file)}
        found.wrong.extend(problem for message in spoken.values() for problem in _wrong(message, where))
        if file.stem == shipped.CONTENT_WORDS:
            found.wrong.extend(_unexplained(aid, spoken, where))
        found.behind.extend(
            Problem(_line(spoken.get(one), where), f"not translated: “{_short(one)}”")
            for one in sorted(wanted)
            if one not in spoken or not _is_translated(spoken[one])
        )
        found.behind.extend(
            Problem(_line(message, where), f"no longer said: “{_short(one)}”")
            for one, message in spoken.items()
            if one not in wanted
        )
    return found


def compile_words(locale: Path) -> list[Path]:
    """Write the compiled words of every language below ``locale`` beside its ``.po``; drafts (fuzzy) are left out."""
    written = []
    for file in _files(locale):
        with file.open("rb") as source, file.with_suffix(".mo").open("wb") as target:
            words = _read(source)
            words.creation_date = words.revision_date = datetime.fromtimestamp(0, UTC)  # not the moment of the build
            import_module("babel.messages.mofile").write_mo(target, words)
        written.append(file.with_suffix(".mo"))
    return written


def _files(locale: Path) -> list[Path]:
    found = locale.glob("*/LC_MESSAGES/*.po")
    return sorted(file for file in found if file.stem in (shipped.WINDOW_WORDS, shipped.CONTENT_WORDS))


def _window_words(locale: Path) -> set[str]:
    return {_id(message) for message in _messages(locale / f"{shipped.WINDOW_WORDS}.pot")}


def _messages(file: Path) -> list[Any]:
    with file.open("rb") as source:
        return [message for message in _read(source) if message.id]


def _read(source: Any) -> Any:
    return import_module("babel.messages.pofile").read_po(source)


def _id(message: Any) -> str:
    """What is translated; of a plural the form for one."""
    return str(_forms(message.id)[0])


def _forms(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def _is_translated(message: Any) -> bool:
    return not message.fuzzy and bool(_forms(message.string)) and all(_forms(message.string))


def _wrong(message: Any, where: str) -> Iterator[Problem]:
    """A translation that would show another figure, source or name, or that the program cannot read."""
    if not _is_translated(message):
        return
    sample, forms = _SAMPLES.get(_id(message)), _forms(message.string)
    if sample and not re.fullmatch(sample, forms[0]):
        yield Problem(_line(message, where), f"“{forms[0]}” cannot stand for “{_id(message)}”")
    # Of a plural the last form is looked at: the one for a single thing may say its number in a word.
    marks, spoken = (Counter(_MARKS.findall(one)) for one in (_forms(message.id)[-1], forms[-1]))
    if marks != spoken:
        yield Problem(_line(message, where), f"other marks than in English: “{_short(forms[-1])}”")


def _unexplained(aid: Aid, spoken: dict[str, Any], where: str) -> Iterator[Problem]:
    """Words in [brackets] that are no form of a glossary word in this language: nothing would explain them."""
    said = {one: _forms(message.string)[0] for one, message in spoken.items() if _is_translated(message)}
    glossary = translated(aid, lambda text: said.get(text, text)).terms
    for one, text in said.items():
        for span in spans(text):
            if span.mark == "term" and span.text.casefold() not in glossary:
                yield Problem(_line(spoken[one], where), f"the glossary has no “{span.text}” in this language")


def _line(message: Any, where: str) -> str:
    return f"{where} line {message.lineno}" if message is not None and message.lineno else where


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
