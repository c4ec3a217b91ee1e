"""Putting the files together: what does not fit is found with its file and line, and the rest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hsct_aid.content.assemble import BY_ID, IN_ORDER, draft
from hsct_aid.content.load import load_yaml
from hsct_aid.content.problem import ContentError
from hsct_aid.domain.aid import Library
from hsct_aid.domain.block import Paragraph
from tests.content.planting import assert_found, plant

WRONG_FORMS = yaml.safe_load(Path(__file__).with_name("wrong_forms.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", WRONG_FORMS)
def test_a_wrong_form_is_found_with_file_and_line(folder: Path, name: str) -> None:
    assert_found(folder, WRONG_FORMS[name], lambda spoilt: draft(spoilt).problems)
    with pytest.raises(ContentError, match="line"):
        load_yaml(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "library" / "nets.yaml").unlink()
    assert [str(one) for one in draft(folder).problems] == ["library/nets.yaml: the file is missing"]


def test_a_file_of_no_part_is_named(folder: Path) -> None:
    (folder / "library" / "pictures.yaml").write_text("[]", "utf-8")
    (folder / "sections" / "more.yaml").write_text("{}", "utf-8")
    assert {one.where for one in draft(folder).problems} == {"library/pictures.yaml", "sections/more.yaml"}


def test_bytes_that_are_no_text_are_named(folder: Path) -> None:
    (folder / "sections" / "quiz.yaml").write_bytes("title: é".encode("latin-1"))
    assert [str(one) for one in draft(folder).problems] == ["sections/quiz.yaml line 1: the file is not UTF-8 text"]


def test_a_part_can_stand_in_several_files(folder: Path) -> None:
    old = folder / "library" / "sources.yaml"
    first, second = old.read_text("utf-8").splitlines()
    old.unlink()
    (old.parent / "sources-a.yaml").write_text(first, "utf-8")
    (old.parent / "sources-b.yaml").write_text(second, "utf-8")
    assert list(load_yaml(folder).library.sources) == ["north2020", "paper1999"]


def test_a_plain_text_is_a_paragraph(folder: Path) -> None:
    assert load_yaml(folder).steps["start_facts"].blocks == (Paragraph(text="Write what you know."),)


def test_steps_stand_in_the_order_of_the_list(folder: Path) -> None:
    plant(folder, "aid.yaml", "[visit_next]", "[visit_next, visit_first]")
    with (folder / "sections" / "visit.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: visit_first, heading: First}\n")
    plant(folder, "aid.yaml", "[visit_next, visit_first]", "[visit_first, visit_next]")
    read = draft(folder)
    assert [step.id for step in read.aid.sections[-1].steps] == ["visit_first", "visit_next"]
    assert read.where(("sections", "visit", "steps", 0, "heading")) == "sections/visit.yaml line 6"


def test_every_part_of_the_library_has_its_file() -> None:
    assert {*BY_ID, *IN_ORDER, "availability"} == set(Library.__struct_fields__)
