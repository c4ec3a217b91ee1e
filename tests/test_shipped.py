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
    monkeypatch.setenv("LANGUAGE", "")
    before = gettext.textdomain(), gettext.bindtextdomain(shipped.WINDOW_WORDS)
    yield
    gettext.textdomain(before[0])
    gettext.bindtextdomain(shipped.WINDOW_WORDS, before[1])


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
