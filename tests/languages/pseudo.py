"""Made-up languages, to see what was not translated and what has no room: ``xx`` is English with an accent on every
letter and two letters more in five; ``xr`` is the same in Hebrew letters, and so runs from right to left; of ``xh``, a
translation that stopped halfway, every second sentence is in ``xx`` and the others are missing."""

from __future__ import annotations

import re
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from tests.languages.words import content_words, forms, messages, window_words

NAMES = ("xx", "xr")
HALF = "xh"
LONGER = 1.4
"""How much longer a word gets."""
_ACCENTS = str.maketrans(ascii_lowercase + ascii_uppercase, "áḃçďéḟĝĥíĵķľḿñóṕɋřšťúṽŵẋýž" + "ÁḂÇĎÉḞĜĤÍĴĶĽḾÑÓṔɊŘŠŤÚṼŴẊÝŽ")
_HEBREW = str.maketrans(ascii_lowercase + ascii_uppercase, "אבגדהוזחטיכלמנסעפצקרשתםןףך" * 2)
_KEPT = re.compile(r"\{+[^{}]*\}+|\[@[^\]]*\]|<[^>]*>|\*\.\w+|--\w+")
"""Fields, marks of figures and sources, HTML, and what a computer reads."""
_OWN = {"LTR": {"xr": "RTL"}, "1,234.5": {"xx": "1.234,5", "xr": "1.234,5"}}
"""Words that are no words: the direction of writing, and a number as it is written."""


def said(text: str, language: str) -> str:
    """``text`` in a made-up language: word by word, so that a word is the same wherever it stands."""
    if text in _OWN:
        return _OWN[text].get(language, text)
    letters = _ACCENTS if language == "xx" else _HEBREW
    parts, end = [], 0
    for kept in (*_KEPT.finditer(text), None):
        own = text[end : kept.start() if kept else None]
        parts.append(re.sub("[A-Za-z]+", lambda word: _longer(word[0]).translate(letters), own))
        if kept:
            parts.append(kept[0])
            end = kept.end()
    return "".join(parts)


def _longer(word: str) -> str:
    """The word with its vowels said again, or its last letter where it has none."""
    more = round(len(word) * LONGER + 0.5) - len(word)
    vowels = [place for place, letter in enumerate(word) if letter in "aeiouAEIOU"] or [len(word) - 1]
    again = [vowels[number % len(vowels)] for number in range(more)]
    return "".join(letter + letter.lower() * again.count(place) for place, letter in enumerate(word))


def make(locale: Path) -> None:
    """Write the languages, compiled, as the aid finds them below ``resources/locale``."""
    package = Path(shipped.__file__).parent
    for domain, words in (
        (shipped.WINDOW_WORDS, window_words(package)),
        (shipped.CONTENT_WORDS, content_words(load_aid())),
    ):
        for language in (*NAMES, HALF):
            folder = locale / language / "LC_MESSAGES"
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / f"{domain}.mo").open("wb") as file:
                write_mo(file, spoken(words, language))


def spoken(words: Catalog, language: str) -> Catalog:
    """The words in a made-up language."""
    if language == HALF:
        return spoken(_every_second(words), "xx")
    made = Catalog()
    for message in messages(words):
        instead = [said(one, language) for one in forms(message)]
        made.add(message.id, instead if len(instead) > 1 else instead[0])
    return made


def _every_second(words: Catalog) -> Catalog:
    made = Catalog()
    for message in list(messages(words))[::2]:
        made.add(message.id)
    return made
