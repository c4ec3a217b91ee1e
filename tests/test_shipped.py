"""Shipped files are found wherever the aid runs, and the window speaks the language that was asked for."""

from __future__ import annotations

import gettext
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hsct_aid import shipped

FINDS = "from hsct_aid import shipped; print(shipped.folder('content', 'en'))"


@pytest.fixture
def swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bundle that knows one Swedish word; afterwards all is as it was."""
    words = Catalog(locale="sv")
    words.add("Back", "Tillbaka")
    place = tmp_path / "resources" / "locale" / "sv" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "hsct_aid.mo").open("wb") as file:
        write_mo(file, words)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    yield
    monkeypatch.undo()
    shipped.speak("en")


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert shipped.folder("content", "en", "aid.yaml").is_file()


def test_an_installed_package_looks_inside_itself_first(tmp_path: Path) -> None:
    package = tmp_path / "hsct_aid"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()  # of another package
    for name in ("__init__.py", "shipped.py"):
        shutil.copy(Path(shipped.__file__).with_name(name), package / name)
    run = subprocess.run([sys.executable, "-c", FINDS], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(run.stdout.strip()) == package / "resources" / "content" / "en"


def test_a_bundle_has_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert shipped.folder("fonts") == tmp_path / "resources" / "fonts"


@pytest.mark.usefixtures("swedish")
def test_the_language_changes_at_once_and_back() -> None:
    shipped.speak("sv")
    assert gettext.gettext("Back") == "Tillbaka"
    assert gettext.gettext("Next") == "Next"
    shipped.speak("en")
    assert gettext.gettext("Back") == "Back"


@pytest.mark.usefixtures("swedish")
def test_a_language_is_there_when_its_words_are_compiled() -> None:
    assert shipped.languages() == ("en", "sv")


def test_a_word_is_found_without_a_look_at_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped.speak("en")

    def look(*_arguments: object) -> bool:
        raise AssertionError("gettext looked for a file")

    monkeypatch.setattr("gettext.find", look)
    assert gettext.gettext("Back") == "Back"
    assert gettext.ngettext("{n} month", "{n} months", 2) == "{n} months"


def test_the_program_starts_itself_again_by_its_own_name_where_it_is_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped.command() == [sys.executable, "-m", "hsct_aid"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "hsct-aid")
    assert shipped.command() == ["hsct-aid"]
