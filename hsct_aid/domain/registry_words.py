"""The words by which a registry record shows what is studied and what is done. All of them take small letters."""

from __future__ import annotations

import re
from typing import Final

from hsct_aid.domain.fresh_list import Reason


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


MS: Final = _any(
    r"multiple[\s-]+sclerosis(?![\s-]*(?:like|mimic))", r"sclerosis, multiple",
    r"(?:disseminated|\(multiple\)) sclerosis", r"\b(?:rr|sp|pp|pr)ms\b", r"remitting\W{1,3}ms\b",
    r"(?:primary|secondary)\W{1,3}progressive\W{1,3}ms\b",
)  # fmt: skip
SHORT_MS: Final = _any(r"\br?ms\b")
"""May be MS, or rhabdomyosarcoma, mitral stenosis, mass spectrometry: only where a text spells it out."""
OTHER_DISEASE: Final = _any(
    r"lymphoma", r"leuk[ae]+mi", r"myeloma", r"sarcoma", r"carcinoma", r"cancer", r"tumou?r", r"neoplasm", r"myelodys",
    r"an[ae]+mia", r"scleroderma", r"systemic sclerosis", r"lupus", r"crohn", r"neuromyelitis", r"\bnmo(?:sd)?\b",
    r"polyneuropath", r"polyradiculo", r"\bcidp\b", r"myasthen", r"stiff[\s-]person", r"diabet", r"arthriti",
    r"(?:system|muscular) atrophy", r"lateral sclerosis", r"leukodystroph", r"stenosis",
)  # fmt: skip
"""Diseases in which such transplants are done or studied too."""
_GROUP: Final = frozenset((
    "a", "and", "autoimmune", "autoimmunity", "central", "cns", "condition", "conditions", "demyelinating",
    "demyelination", "disease", "diseases", "disorder", "disorders", "immune", "inflammatory", "nervous", "neurologic",
    "neurological", "of", "or", "other", "refractory", "resistant", "severe", "system", "the", "treatment",
))  # fmt: skip
_HEADS: Final = frozenset(("autoimmune", "autoimmunity", "demyelinating", "demyelination", "immune", "nervous",
                           "neurologic", "neurological"))  # fmt: skip

CELLS: Final = (
    "cell", "marrow", "transpl", "graft", "hsct", "hct", "sct", "bmt", "msc", "strom", "exosom", "vesic", "svf",
)  # fmt: skip
"""A record without any of these gives no cells at all."""
_BLOOD: Final = r"\bha?em(?:at)?[oa]po?[ieï]+tic"
_PUT_BACK: Final = r"(?:auto)?(?:transpl|graft|rescue|engraft)"
CERTAIN: Final = _any(
    rf"{_BLOOD}[\w\s/(),+-]{{0,40}}?{_PUT_BACK}", r"\b(?:a|auto-?)?hsct\b", r"\bauto(?:logous |-)?hct\b", r"\bahct\b"
)  # fmt: skip
"""A transplant of blood-forming stem cells in so many words."""
POSSIBLE: Final = _any(
    rf"{_BLOOD}[\w\s-]{{0,30}}cells?", r"stem[\s-]cells?[\w\s-]{0,20}(?:transpl|therap|rescue|graft)", r"\bp?bsct\b",
    rf"marrow[\w\s-]{{0,30}}{_PUT_BACK}", rf"blood[\w\s-]{{0,20}}cells?[\w\s-]{{0,20}}{_PUT_BACK}", r"\basct\b",
    r"\bbmt\b", r"autologous[\w\s+-]{0,30}stem[\s-]cells?", r"autologous (?:cell )?transpl",
)  # fmt: skip
"""May be aHSCT, or cells given without conditioning: what else is given tells."""
_TRANSPLANT: Final = _any(_PUT_BACK, r"\bp?bsct\b", r"\basct\b", r"\bbmt\b")
_CONDITIONING: Final = _any(
    r"conditioning (?:regimen|protocol|chemo|treatment|with)", r"immun(?:o|e)[\s-]?ablat", r"myelo-?ablat",
    r"cyclophosphamide", r"cytoxan", r"anti-?thymocyte", r"\br?atg\b", r"thymoglobulin", r"\bbeam\b", r"carmustine",
    r"\bbcnu\b", r"melphalan", r"busulfan", r"total[\s-]body irradiation", r"high[\s-]dose (?:chemo|immunosuppress)",
)  # fmt: skip
_OWN: Final = _any(r"autolog", r"\bahsct\b", r"\bauto-?h?s?ct\b", r"\bown (?:\w+ )?(?:stem|blood|marrow)", r"syngen")
_LOOK_ALIKES: Final[dict[Reason, re.Pattern[str]]] = {
    "exosome": _any(r"exosom", r"extracellular vesicle"),
    "cord": _any(r"umbilical", r"cord[\s-](?:blood|tissue|derived)", r"placent", r"amnio", r"wharton", r"\bh?uc-"),
    "adipose": _any(r"adipose", r"vascular fraction", r"\bc?svf\b", r"admscs?\b", r"\bfat[\s-]derived"),
    "mesenchymal": _any(r"mesenchym", r"stromal", r"mscs?\b", r"\bmapc"),
    "neural": _any(r"neur(?:al|onal)[\w\s-]{0,20}(?:stem|progenitor|precursor)", r"\bh?nscs?\b", r"pluripotent",
                   r"embryonic", r"f[eo]+tal", r"oligodendrocyte p"),
    "donor": _any(r"\ballo-?(?:gen|h?sct|hct|transpl|bmt)", r"\bdonor", r"haplo-?identical", r"matched sibling"),
    "marrow": _any(r"marrow[\s-]derived", r"mono\s?nuclear stem", r"\bbm-?mncs?\b", r"\bbmm?ncs?\b", r"marrow cells",
                   r"marrow[\w\s-]{0,20}mono\s?nuclear", r"infusion of (?:autologous )?(?:bone )?marrow",
                   r"intra(?:thecal|nasal|ventricular|spinal)[\w\s,+-]{0,60}\bcells?"),
    "other_cells": _any(r"\bu?car[\s-]?(?:t|nk)\b", r"chimeric antigen", r"menstrual", r"dental pulp", r"olfactory",
                        r"muse[\s-]cell", r"t[\s-]cell vaccin", r"hair follicle"),
}  # fmt: skip
OTHER_CELLS: Final = _any(
    r"stem[\s-]cell", r"cell[\s-](?:based )?(?:therap|vaccin)",
    r"autologous[\w\s-]{0,40}(?:cells|lymphocytes|fibroblasts)", r"transpl", r"\btregs?\b",
)  # fmt: skip
_NO_CELLS: Final = _any(
    r"allogen\w*\s+(?:fa?ecal|gut|intestinal)", r"(?:fa?ecal|stool|gut)\s+(?:microb\w+\s+)?(?:transpl|donor)\w*",
    r"donor stool", r"\b(?:kidney|renal|liver|heart|lung|organ|corneal?)\s+transpl\w*",
)  # fmt: skip
"""Bacteria of a donor's gut, or an organ: no cells, and no reason against a study of people who have aHSCT."""
_NOT_DONE: Final = _any(
    r"\b(?:without|instead of|rather than|unlike|ineligible for"
    r"|(?:cannot|can ?not|do not|did not) (?:have|undergo|receive)"
    r"|not (?:having|receiving|undergoing|suitable for|eligible for|candidates for))\b[^,;:.\n]{0,80}"
)
_DENIAL: Final = _any(
    r"\b(?:no|not(?! respon| yet| only)|never|n?either|without|unlike|cannot|instead|(?:rather|other) than)\b",
    r"\bruled out\b",
    r"\b(?:avoid|exclu)",
)
_SENTENCE: Final = _any(r"[.;!?]\s", r"\n")


def is_group(condition: str) -> bool:
    """Whether a condition only names a group that MS belongs to, such as autoimmune diseases, and no disease in it."""
    named = set(re.findall(r"[a-z]+", condition.replace("auto-immune", "autoimmune")))
    return bool(named & _HEADS) and named <= _GROUP


def affirmed(text: str) -> str:
    """The sentences that deny and exclude nothing: "unlike aHSCT" does not say that aHSCT is done."""
    return "\n".join(part for part in _SENTENCE.split(text) if not _DENIAL.search(part))


def transplants_done(text: str) -> str:
    """Titles and interventions without what is said not to be done, and without transplants of other things."""
    return _NO_CELLS.sub(" ", _NOT_DONE.sub(" ", text))


def shows_conditioning(done: str, texts: str) -> bool:
    """Whether conditioning is shown. The longer texts count only where a transplant is named: those of a cell therapy
    may speak of conditioning as what others give."""
    said = affirmed(texts)
    return bool(_CONDITIONING.search(done)) or (
        bool(_TRANSPLANT.search(done)) and bool(_CONDITIONING.search(said) or CERTAIN.search(said))
    )


def look_alike(text: str, *, but: Reason | None = None) -> Reason | None:
    """The kind of look-alike that is named, leaving out ``but``; None where there is none."""
    return next((reason for reason, like in _LOOK_ALIKES.items() if reason != but and like.search(text)), None)


def is_from_donor(text: str) -> bool:
    """Whether cells of a donor are named and a person's own are not."""
    return bool(_LOOK_ALIKES["donor"].search(text)) and not _OWN.search(text)
