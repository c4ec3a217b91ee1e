"""The PDF: tagged, the same bytes twice, its front on one side, and always there whatever was written."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import typst
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import ContentStream

from hsct_aid.domain.paper import Chapter, Entry, Grid
from hsct_aid.domain.record import Record
from hsct_aid.domain.summary import build_summary
from hsct_aid.report import pdf
from hsct_aid.report.clean import Cleaned, clean
from hsct_aid.report.finish import finished
from hsct_aid.report.pdf import pages_png, render_pdf
from hsct_aid.report.rendered import Paper
from tests.report.people import EMPTY, EVERY_LIMIT, TYPICAL, URGENT, person
from tests.report.sample_aid import AID, TODAY
from tests.report.ua import elements, problems, words_of
from tests.strategies import HOSTILE, longest

TOP = Path(__file__).resolve().parents[2]


def drawn(record: Record, paper: Paper = "a4") -> PdfReader:
    return PdfReader(io.BytesIO(render_pdf(build_summary(AID, record, TODAY), paper).data))


def text_of(reader: PdfReader, page: int) -> str:
    return unicodedata.normalize("NFC", " ".join(reader.pages[page].extract_text().split()))


def test_the_path_is_drawn_as_a_line_of_numbered_dots_with_its_words(typical: PdfReader) -> None:
    page = next(page for page in typical.pages if "The way through treatment" in page.extract_text())
    words = " ".join(page.extract_text().split())
    for number, step in enumerate(AID.library.path, 1):
        assert f"{number} {step.name}" in words
        assert f"{number}. {step.name}" in words or step.id not in TYPICAL.process.ask_about
    curves = [operator for _operands, operator in ContentStream(page.get_contents(), typical).operations]
    assert curves.count(b"c") >= 4 * len(AID.library.path), "the dots are circles, drawn and not a photo"


@pytest.fixture(scope="module")
def typical() -> PdfReader:
    return drawn(TYPICAL)


def test_the_metadata_hold_title_and_language_alone(typical: PdfReader) -> None:
    told: Any = typical.metadata
    assert dict(told) == {"/Title": "aHSCT for MS: my page for the appointment"}
    root: Any = typical.root_object
    metadata = root["/Metadata"].get_data().decode()
    assert not re.search(r"Typst|Date>|2026|Anna", metadata)


def test_bookmarks_lead_to_every_heading(typical: PdfReader) -> None:
    summary = build_summary(AID, TYPICAL, TODAY)
    boxes = [box.heading for box in summary.front if box.id != "strip"]
    assert words_of(typical) == [summary.title, *boxes, *(one.heading for one in summary.chapters)]


def test_the_cells_that_typst_leaves_unheaded_would_be_found() -> None:
    document = pdf._document(build_summary(AID, TYPICAL, TODAY), "a4", clean)
    plain = pdf._compiler(document).compile(input=document.files, format="pdf", pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(plain, bytes)
    assert set(problems(plain)) == {"a row whose first cell does not head it"}
    assert problems(finished(plain)) == []


def test_questions_are_a_list_and_the_front_is_read_in_order(typical: PdfReader) -> None:
    kinds = [one["/S"] for _parent, one in elements(typical.root_object["/StructTreeRoot"])]
    assert kinds[: kinds.index("/L")].count("/H2") == 2
    front = text_of(typical, 0)
    places = [front.index(box.heading) for box in build_summary(AID, TYPICAL, TODAY).front if box.id != "strip"]
    assert places == sorted(places)


def test_the_same_record_and_day_give_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys\n"
        "from hsct_aid.domain.summary import build_summary\n"
        "from hsct_aid.report.pdf import render_pdf\n"
        "from tests.report.people import TYPICAL\n"
        "from tests.report.sample_aid import AID, TODAY\n"
        "sys.stdout.buffer.write(render_pdf(build_summary(AID, TYPICAL, TODAY), 'a4').data)\n"
    )
    here = os.environ | {"PYTHONHASHSEED": "1"}
    other = subprocess.run([sys.executable, "-c", script], cwd=TOP, env=here, capture_output=True, check=True).stdout
    assert render_pdf(build_summary(AID, TYPICAL, TODAY), "a4").data == other


def is_one_side(reader: PdfReader) -> bool:
    """Whether the first chapter begins on page 2: a new page begins only where the front has ended."""
    boxes: list[Any] = reader.outline
    inside: list[Any] = boxes[1]
    clinician = next(
        place
        for place, one in enumerate(inside)
        if not isinstance(one, list) and one["/Title"].startswith("For the clinician")
    )
    pages = [reader.get_destination_page_number(inside[place]) for place in (clinician, clinician + 1)]
    return pages == [0, 1]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("record", [EMPTY, TYPICAL, URGENT, EVERY_LIMIT])
def test_the_front_is_one_side(record: Record, paper: Paper) -> None:
    assert is_one_side(drawn(record, paper))


def test_every_line_of_full_length_fits_a4_without_being_cut() -> None:
    assert pdf._fits(build_summary(AID, EVERY_LIMIT, TODAY), "a4", clean, pdf.Setting(1.0))


def test_even_the_widest_characters_fit() -> None:
    widest = "\ufdfd" * 100  # one character as wide as a line
    record = person(
        name=widest,
        questions={"asked": [{"id": f"q{n}", "text": widest} for n in range(3)]},
        facts={"medicines": {"value": [{"name": widest, "stop": "2020"}] * 5}, "family_plans": {"value": widest}},
        values={"own": [{"id": "o", "text": widest}], "top": ["o", "o", "o"], "least": "o"},
    )
    assert is_one_side(drawn(record, "letter"))


def test_a_front_that_runs_over_would_be_found() -> None:
    summary = build_summary(AID, longest("W "), TODAY)
    assert not pdf._fits(summary, "letter", clean, pdf.Setting(1.0, airy=True))


def test_type_is_never_smaller_than_it_may_be() -> None:
    sizes: dict[float, str] = {}

    def note(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        if text.strip():
            sizes.setdefault(round(size * abs(matrix[3]), 1), text.strip())

    drawn(TYPICAL).pages[0].extract_text(visitor_text=note)
    assert min(sizes) >= 9
    assert {size for size in sizes if size < 11} == {9.0}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text(text: str) -> None:
    record = person(summary={"notes": text}, name=text[:200])
    made = render_pdf(build_summary(AID, record, TODAY), "a4")
    assert is_one_side(PdfReader(io.BytesIO(made.data)))


def test_the_page_tells_the_clinician_how_to_use_it(typical: PdfReader) -> None:
    assert "For the clinician: this side takes two minutes." in text_of(typical, 0)


def test_what_was_replaced_is_told() -> None:
    made = render_pdf(build_summary(AID, person(name="我 Anna"), TODAY), "a4")
    assert made.replaced == ("我",)
    assert "\ufffd Anna" in text_of(PdfReader(io.BytesIO(made.data)), 0)


def test_when_cleaning_missed_something_plain_letters_still_make_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    summary = build_summary(AID, person(name="我 Anna"), TODAY)
    document = pdf._written(summary, "a4", Cleaned, pdf.Setting(1.0))
    with pytest.raises(typst.TypstError):
        pdf._pdf(document, summary.day)
    monkeypatch.setattr(pdf, "clean", Cleaned)
    made = render_pdf(summary, "a4")
    assert "我" in made.replaced
    assert "Anna" in text_of(PdfReader(io.BytesIO(made.data)), 0)


def test_long_words_wrap_and_stay_one_word_in_the_text() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 4
    page = drawn(person(summary={"notes": word})).pages[-1]
    assert word in page.extract_text().replace("\n", "").replace(" ", "")
    assert "\u200b" not in page.extract_text()


def test_a_word_with_a_hyphen_is_parted_there_alone() -> None:
    grid = Grid(("Name", "b", "Words"), (("a", "b", "for another type of MS. You wrote: relapsing-remitting MS"),))
    summary = replace(build_summary(AID, EMPTY, TODAY), chapters=(Chapter("criteria_age", "Age", grid=grid),))
    page = PdfReader(io.BytesIO(render_pdf(summary, "a4").data)).pages[1].extract_text()
    assert re.search(r"relapsing-\s*remitting", page)


@pytest.mark.parametrize("word", ["ABCDEFGHIJKLMN", "https://example.org/abcdefgh", "كم" * 8])
def test_a_thousand_long_words_in_one_text_are_printed(word: str) -> None:
    long = Chapter("long", "Long", entries=(Entry("What I said", f"{word} " * 1000),))
    summary = replace(build_summary(AID, EMPTY, TODAY), chapters=(long,))
    assert render_pdf(summary, "a4").replaced == ()


def test_the_pages_are_also_pictures() -> None:
    summary = build_summary(AID, TYPICAL, TODAY)
    pages, replaced = pages_png(summary, "letter", 30)
    assert replaced == ()
    assert len(pages) == len(drawn(TYPICAL, "letter").pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_page_takes_little_longer_than_drawing_it_bare() -> None:
    def bare(number: int) -> float:
        summary = build_summary(AID, person(name=f"Bare {number}"), TODAY)
        document = pdf._written(summary, "a4", clean, pdf.Setting(1.0))
        begun = process_time()
        pdf._compiler(document).compile(input=document.files, format="pdf", pdf_standards=["ua-1"], timestamp=0)
        return process_time() - begun

    def ours(number: int) -> float:
        summary = build_summary(AID, person(name=f"Ours {number}"), TODAY)
        begun = process_time()
        render_pdf(summary, "a4")
        return process_time() - begun

    assert min(map(ours, range(4))) < min(map(bare, range(4))) + 0.150
