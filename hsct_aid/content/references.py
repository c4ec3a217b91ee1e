"""Whether all that the content refers to exists, once: marks in texts, ids in the library, steps and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from hsct_aid.content.problem import Finding, Place
from hsct_aid.content.words import Text, pieces
from hsct_aid.domain.aid import Aid, Field, Step
from hsct_aid.domain.block import ClaimRef, Net, Picture
from hsct_aid.domain.candidacy import Rule
from hsct_aid.domain.estimate import Outcome
from hsct_aid.domain.evidence import Cell, Claim, Conflict, MedicineEvidence
from hsct_aid.domain.process import PathStep
from hsct_aid.domain.prose import outcome_of, prose
from hsct_aid.domain.quiz import QuizQuestion
from hsct_aid.domain.text import Span, spans


def marks(aid: Aid, text: Text) -> Iterator[Finding]:
    """Marks in one text that name nothing, say nothing or are not closed."""
    for span in spans(text.text):
        if sentence := _mark(aid, span):
            yield Finding(text.place, sentence)


def _mark(aid: Aid, span: Span) -> str:
    match span.mark:
        case "source":
            return "" if span.ref in aid.library.sources else f"no source has the id “{span.ref}”"
        case "term":
            return "" if span.text.casefold() in aid.terms else f"the glossary has no “{span.text}”"
        case "figure":
            return _figure(aid, span.ref)
        case "plain" if found := re.search(r"[\[\]{}*]", span.text):
            return f"a mark that is not closed or not known: “{span.text[max(0, found.start() - 15) :][:40]}”"
    return ""


def _figure(aid: Aid, ref: str) -> str:
    try:
        said = prose(aid, f"{{{ref}}}")[0].text
    except (KeyError, ValueError, IndexError, StopIteration):
        return f"no figure can be shown for {{{ref}}}"
    return "" if said else f"{{{ref}}} says nothing: the figure has no such value"


def dangling(aid: Aid) -> Iterator[Finding]:
    """Ids in blocks and in the library that name nothing."""
    for place, piece in pieces(aid):
        for what, one in _missing(aid, piece):
            yield Finding(place, f"no {what} has the id “{one}”")


def _missing(aid: Aid, piece: Struct) -> Iterator[tuple[str, str]]:
    library = aid.library
    match piece:
        case Net():
            yield from _not_in("safety net", (piece.id,), library.nets)
        case ClaimRef():
            yield from _not_in("claim", (piece.id,), library.claims)
        case Picture():
            yield from _no_figures(aid, piece.figures)
        case Outcome():
            yield from _not_in("source", (piece.source,), library.sources)
        case Rule():
            named = (piece.source, piece.read_in, piece.also_in)
            yield from _not_in("source", filter(None, named), library.sources)
        case Claim() | Conflict() | MedicineEvidence() | PathStep():
            yield from _not_in("source", piece.sources, library.sources)
        case Cell():
            yield from _not_in("way forward", (piece.option,), {option.id for option in library.options})
            yield from _not_in("source", piece.sources, library.sources)
            yield from _no_figures(aid, piece.outcomes)
        case QuizQuestion():
            yield from _not_in("choice", (piece.right,), piece.choices)


def _not_in(what: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((what, one) for one in ids if one not in set(known))


def _no_figures(aid: Aid, refs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for ref in refs:
        try:
            outcome_of(aid, ref)
        except (KeyError, StopIteration):
            yield "figure", ref


def twice(aid: Aid) -> Iterator[Finding]:
    """Ids that stand for two things, a question asked in two places, a word with two meanings."""
    everything = list(pieces(aid))
    yield from _twice("the step", [(place, one.id) for place, one in everything if isinstance(one, Step)])
    # A list that was begun early, such as that of medicines, may be completed later.
    asked = [(place, one.id) for place, one in pieces(aid.sections, ("sections",)) if isinstance(one, Field)
             and one.kind not in ("medicines", "relapses")]  # fmt: skip
    yield from _twice("the question", asked)
    for place, piece in everything:
        if isinstance(piece, Field):
            yield from _twice("the choice", [(place, choice.id) for choice in piece.choices])
    forms = [
        (("library", "terms", key), form)
        for key, term in aid.library.terms.items()
        for form in sorted({word.casefold() for word in (term.term, *term.forms)})
    ]
    yield from _twice("the glossary word", forms)
    for name in aid.library.availability.__struct_fields__[1:]:
        items = pieces(getattr(aid.library.availability, name), ("library", "availability", name))
        yield from _twice("the id", [(place, getattr(item, "id", "")) for place, item in items])


def _twice(what: str, ids: Iterable[tuple[Place, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, one in ids:
        if one in seen:
            yield Finding(place, f"{what} “{one}” stands in two places")
        seen.add(one)
