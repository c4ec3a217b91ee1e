"""What patient text may not say and how it is written: forbidden words, British spelling, quotes, sentences, digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsct_aid.content.problem import Finding
from hsct_aid.content.words import Text
from hsct_aid.domain.text import spans, words

LONGEST_SENTENCE = 20

_FORBIDDEN = (
    r"cur(?:e|es|ed|ing|able)", r"reboot\w*", r"reset\w*", r"last resort", r"you should", r"recommended for you",
    r"best options?", r"(?:in)?eligib\w+", r"suitable for you", r"your risk is", r"your chances?", r"safe for you",
    # a medicine is stopped, and MS never
    r"stop(?:s|ped|ping)? (?:the |your )?MS\b(?! (?:medicine|drug|treatment))",
    # a medicine did not work; nobody failed it
    r"(?:you|I|we|they|he|she|who|people|patients?|person|someone|have|has|had) failed",
    r"failed (?:[\w-]+ ){0,4}(?:treatments?|therap\w+|medicines?|drugs?|DMTs?)",
)  # fmt: skip
FORBIDDEN = re.compile(rf"\b(?:{'|'.join(_FORBIDDEN)})\b", re.IGNORECASE)
"""Words that promise, judge or decide for a person; they hold for content and for window text alike."""

_AMERICAN = (
    r"centers?", r"\w*randomiz\w+", r"hematolog\w+", r"hematopoie\w+", r"programs?", r"colors?", r"favor\w*",
    r"behavior\w*", r"fibers?", r"tumors?", r"pediatric\w*", r"gynecolog\w+", r"anemi\w+", r"leukemi\w+", r"diarrhea",
    r"edema", r"fetus\w*", r"ischemi\w+", r"mobiliz\w+", r"immuniz\w+", r"hospitaliz\w+", r"stabiliz\w+",
    r"organiz\w+", r"recogniz\w+", r"analyz\w+", r"specializ\w+", r"counsel(?:ing|ed|or)s?", r"travel(?:ing|ed)",
    r"label(?:ing|ed)", r"cancel(?:ing|ed)", r"judgments?", r"aging", r"liters?", r"demyelinati\w*z\w+",
    r"summariz\w+", r"minimiz\w+", r"prioritiz\w+", r"learned", r"toward", r"skeptic\w*",
)  # fmt: skip
AMERICAN = re.compile(rf"\b(?:{'|'.join(_AMERICAN)})\b", re.IGNORECASE)
"""American forms of words that the content spells the British way."""

_QUOTED = re.compile("“[^”]*”")
_ADDRESS = re.compile(r"https?:|\bwww\.", re.IGNORECASE)


def forbidden(text: str) -> list[str]:
    """The forbidden words in ``text``."""
    return [match.group() for match in FORBIDDEN.finditer(text)]


def sentences(text: str) -> list[str]:
    """``text`` sentence by sentence, without its references."""
    return [one for one in re.split(r"(?<=[.!?…])[”’)*]*\s+", re.sub(r"\[@[^\]]*\]", "", text)) if one.strip()]


def bare(text: str) -> str:
    """What the writer typed as words, without the marks and what they stand for."""
    return "".join(span.text for span in spans(text))


def wording(text: Text) -> Iterator[Finding]:
    """Everything that is wrong with how one text is written."""
    written = bare(text.text)
    if _ADDRESS.search(written):
        yield Finding(text.place, f"an address belongs in the data, not in text: “{written[:60]}”")
    if text.voice != "facts" and re.search(r"['\"]", written):
        yield Finding(text.place, f"straight quotes: “{written[:60]}”")
    if text.voice != "quoted":
        # A claim may quote the word that it corrects.
        own = _QUOTED.sub("", written) if "claims" in text.place else written
        yield from (Finding(text.place, f"“{word}” is never said") for word in forbidden(own))
    if text.voice == "prose":
        yield from _prose(text, written)


def _prose(text: Text, written: str) -> Iterator[Finding]:
    if re.search(r"\d", written):
        yield Finding(text.place, f"a digit outside the marks: “{written[:60]}”")
    for match in AMERICAN.finditer(_QUOTED.sub("", written)):
        yield Finding(text.place, f"“{match.group()}” is not the British spelling")
    for sentence in sentences(text.text):
        count = words(sentence)
        if count > LONGEST_SENTENCE:
            yield Finding(text.place, f"a sentence of {count} words: “{bare(sentence)[:60]}…”")
