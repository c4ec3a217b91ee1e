"""Spanish, the first real translation: a draft that says so, dates as one writes them, and a page that fits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.content.translations import compile_words
from hsct_aid.domain.dates import read_date, say
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.pdf import render_pdf
from tests.languages.conftest import sample
from tests.windows import TODAY


@pytest.fixture(autouse=True, scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The shipped Spanish, compiled from what is written today."""
    locale, found = tmp_path_factory.mktemp("spanish") / "locale", shipped.folder
    shutil.copytree(found("locale"), locale, ignore=shutil.ignore_patterns("*.mo"))
    compile_words(locale)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            shipped, "folder", lambda *parts: locale.joinpath(*parts[1:]) if parts[0] == "locale" else found(*parts)
        )
        shipped.speak("es")
        yield
    shipped.speak("en")


def test_it_says_that_it_is_a_draft() -> None:
    assert "es" in shipped.languages()
    assert shipped.name_of("es") == "Español (traducción en borrador, aún no revisada)"
    assert "traducción en borrador, aún no revisada" in load_aid("es").review


def test_every_day_is_read_as_it_is_said() -> None:
    day = date(2024, 1, 1)
    while day.year == 2024:
        assert read_date(say(day)) == day.isoformat()
        assert read_date(say(day.isoformat()[:7])) == day.isoformat()[:7]
        day += timedelta(days=1)


@pytest.mark.parametrize("written", ["14 de marzo de 2026", "14 marzo 2026", "14/3/2026", "14-mar-2026"])
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert read_date(written) == "2026-03-14"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_front_is_one_side(paper: str) -> None:
    data = render_pdf(build_summary(load_aid("es"), sample("es"), TODAY), paper).data  # type: ignore[arg-type]
    front, second = (PdfReader(BytesIO(data)).pages[number].extract_text() for number in (0, 1))
    assert "Para el profesional" in front
    assert "Para el profesional" not in second
