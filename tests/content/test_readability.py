"""Readability is measured where the tool is there, MS terms and figures not counted, and said where it is not."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from hsct_aid.content.check import check_folder
from hsct_aid.content.compile import compile_folder
from hsct_aid.content.load import load_yaml
from hsct_aid.content.readability import grades
from tests.content.planting import plant

HARD = "Interdisciplinary haematological deliberation"


def test_without_the_tool_one_sentence_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert check_folder(folder, date(2026, 11, 23)) == []
    assert capsys.readouterr().err == "Readability was not measured: textstat is not installed.\n"
    assert b'"readability":{}' in compile_folder(folder).read_bytes()
    assert capsys.readouterr().err == "", "to who only sets up the aid it says nothing"


def test_glossary_words_do_not_count(folder: Path) -> None:
    plant(folder, "sections/quiz.yaml", "Take your time.", f"{HARD} takes your time.")
    hard = grades(load_yaml(folder))["quiz_questions"]
    plant(folder, "library/glossary.yaml", "forms: [HSCT]", f"forms: [HSCT, {HARD}]")
    assert grades(load_yaml(folder))["quiz_questions"] < hard - 10


def test_references_and_figures_do_not_count(folder: Path) -> None:
    plain = grades(load_yaml(folder))["welcome_hello"]
    plant(folder, "sections/welcome.yaml", "{date:2026-11}.", "{date:2026-11}.[@north2020]")
    assert grades(load_yaml(folder))["welcome_hello"] == plain


def test_a_median_that_is_too_high_is_found(folder: Path) -> None:
    harder = "Nobody appreciates complicated formulations."
    for name in ("values", "quiz", "questions", "standing", "summary", "visit", "candidacy", "availability"):
        path = folder / "sections" / f"{name}.yaml"
        lines = path.read_text("utf-8").replace('blocks: ["', f'blocks: ["{harder} ')
        path.write_text(
            lines.replace('- "Ask', f'- "{harder} Ask').replace('"They look at your s', f'"{harder} S'), "utf-8"
        )
    assert [one for one in check_folder(folder) if "the median grade of all steps is" in one.sentence]
