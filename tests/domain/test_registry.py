"""Which registry records are studies of aHSCT for MS, and what is said of the others."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.fresh_list import Reason, reason_words
from hsct_aid.domain.registry import Study, why_left_out

MS = ("Multiple Sclerosis",)
TRANSPLANT = ("Autologous Hematopoietic Stem Cell Transplantation",)


def study(title: str, **more: object) -> Study:
    return Study("NCT99000001", title, "RECRUITING", **({"conditions": MS} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [
    "Autologous Hematopoietic Stem Cell Transplantation", "Autologous Haematopoietic Stem Cell Transplantation",
    "Autologous heMatopoietic Stem Cell Transplant", "Hemopoietic progenitor cell rescue", "aHSCT", "Autologous HSCT",
    "Hematopoetic stem-cell autotransplantation", "Outpatient Hematopoietic Grafting", "autologous HCT",
])  # fmt: skip
def test_a_transplant_of_blood_forming_stem_cells_is_known_however_it_is_written(words: str) -> None:
    assert why_left_out(study(f"{words} in multiple sclerosis")) is None


@pytest.mark.parametrize("conditions", [
    ("Relapsing Multiple Sclerosis",), ("Multiple Sclerosis, Relapsing-Remitting",), ("Relapsing-Remitting MS",),
    ("RRMS",), ("Lupus", "Multiple Sclerosis"),
])  # fmt: skip
def test_ms_is_known_in_the_conditions(conditions: tuple[str, ...]) -> None:
    assert why_left_out(study("Trial of aHSCT", conditions=conditions)) is None


@pytest.mark.parametrize("conditions", [
    ("Systemic Scleroderma",), ("Amyotrophic Lateral Sclerosis",), ("Tuberous Sclerosis",), ("Multiple Myeloma",), (),
])  # fmt: skip
def test_another_disease_is_left_out_though_the_text_speaks_of_ms(conditions: tuple[str, ...]) -> None:
    assert why_left_out(study("aHSCT", conditions=conditions, texts="As in multiple sclerosis.")) == "other_disease"


def test_autoimmune_diseases_count_only_where_the_text_names_ms() -> None:
    wide = study("aHSCT for severe disease", conditions=("Autoimmune Diseases",))
    assert why_left_out(wide) == "other_disease"
    assert why_left_out(study(wide.title, conditions=wide.conditions, texts="Lupus or multiple sclerosis.")) is None


@pytest.mark.parametrize(("title", "given_name", "reason"), [
    ("Autologous Mesenchymal Stem Cell Transplantation", "stem cells", "mesenchymal"),
    ("Stem cells", "Autologous BM-MSC", "mesenchymal"),
    ("Stromal cells", "Placebo", "mesenchymal"),
    ("Autologous HB-adMSCs", "cells", "adipose"),
    ("Stromal Vascular Fraction", "SVF", "adipose"),
    ("Umbilical cord blood stem cells", "cells", "cord"),
    ("Placenta-derived cells", "cells", "cord"),
    ("Stem cells", "Wharton's jelly cells", "cord"),
    ("Neural Stem Cell Transplantation", "hNSCs", "neural"),
    ("Mesenchymal exosomes", "exosomes of stem cells", "exosome"),
    ("Allogeneic Hematopoietic Stem Cell Transplantation", "Hematopoietic stem cells", "donor"),
    ("Hematopoietic stem cell transplantation from a sibling donor", "Stem cells", "donor"),
    ("Bone Marrow-Derived Stem Cell Transplantation", "Stem Cell Transplantation", "marrow"),
    ("BMMNC", "Autologous marrow cells", "marrow"),
    ("Infusion of autologous bone marrow", "cells", "marrow"),
    ("CD19 CAR T-cell therapy", "CAR T cells", "other_cells"),
    ("T-cell vaccination", "autologous T cell vaccine", "other_cells"),
    ("Fecal Microbiota Transplantation", "Fecal microbiota of a donor", "no_transplant"),
    ("Ocrelizumab", "Ocrelizumab", "no_transplant"),
])  # fmt: skip
def test_look_alikes_are_left_out_each_with_its_reason(title: str, given_name: str, reason: str) -> None:
    like = study(f"{title} in Multiple Sclerosis", interventions=(given_name,))
    assert why_left_out(like) == reason


def test_a_look_alike_stays_out_though_its_text_compares_it_with_the_transplant() -> None:
    text = "Unlike autologous hematopoietic stem cell transplantation with cyclophosphamide, no chemotherapy is given."
    assert why_left_out(study("Mesenchymal stem cells", texts=text)) == "mesenchymal"


def test_stem_cells_count_only_where_conditioning_is_shown() -> None:
    bare = study("Stem Cell Transplantation", interventions=("Autologous stem cells",))
    assert why_left_out(bare) == "not_shown"
    assert why_left_out(study(bare.title, interventions=(*bare.interventions, "Cyclophosphamide"))) is None
    assert why_left_out(study(bare.title, texts="After a conditioning regimen with BEAM and ATG.")) is None
    assert why_left_out(study(bare.title, texts="Mesenchymal cells after cyclophosphamide.")) == "mesenchymal"


def test_cells_of_a_donor_are_known_by_the_text_where_the_title_does_not_say_whose_they_are() -> None:
    title = "Hematopoietic Stem Cell Transplantation"
    assert why_left_out(study(title, texts="Cells come from a matched sibling donor.")) == "donor"
    assert why_left_out(study(title, texts="Autologous cells, as no donor is needed.")) is None
    bare = study("Autologous Stem Cell Transplant", texts="After melphalan. An allogeneic transplant is riskier.")
    assert why_left_out(bare) is None


def test_bacteria_of_a_donor_do_not_make_a_transplant_of_own_cells_another_treatment() -> None:
    title = "Fecal Microbiota Transplantation After Autologous HSCT"
    assert why_left_out(study(title, interventions=("allogeneic fecal microbiota",))) is None


def test_every_reason_has_words() -> None:
    words = [reason_words(reason) for reason in get_args(Reason)]
    assert all(words)
    assert len(set(words)) == len(words)


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_text_is_judged(title: str, text: str, names: list[str]) -> None:
    assert why_left_out(study(title, texts=text, interventions=tuple(names))) in (None, *get_args(Reason))
