"""Opening the aid: from the pack, from newer YAML, in another language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hsct_aid.cli import main
from hsct_aid.content.compile import compile_folder
from hsct_aid.content.load import load_aid, load_yaml, pack_of
from hsct_aid.content.problem import ContentError
from hsct_aid.domain.block import Paragraph
from tests.content.planting import plant


@pytest.fixture
def ships(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small aid as what ships: a bundle keeps its resources where ``sys._MEIPASS`` says."""
    monkeypatch.setattr(sys, "_MEIPASS", str(folder.parents[2]), raising=False)
    return folder


def test_the_pack_holds_the_same_aid_as_the_yaml(ships: Path) -> None:
    compile_folder(ships)
    aid = load_aid()
    assert aid.sections == load_yaml(ships).sections
    assert aid.library == load_yaml(ships).library
    assert set(aid.readability) >= {"start_facts", "terms"}


def test_content_with_a_fault_is_not_compiled(ships: Path) -> None:
    plant(ships, "sections/start.yaml", "Write what you know.", "You should write.")
    with pytest.raises(ContentError, match=r"sections/start.yaml line 6: “You should” is never said"):
        compile_folder(ships)
    assert not pack_of(ships).exists()


def test_two_packs_of_one_content_are_the_same(ships: Path) -> None:
    first = compile_folder(ships).read_bytes()
    assert compile_folder(ships).read_bytes() == first
    assert [path.name for path in ships.parent.iterdir() if path.is_file()] == ["en.pack.json"]


def test_newer_yaml_is_compiled_and_said(ships: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compile_folder(ships)
    plant(ships, "sections/start.yaml", "Write what you know.", "Write it down.")
    later = pack_of(ships).stat().st_mtime + 1
    os.utime(ships / "sections" / "start.yaml", (later, later))
    assert load_aid().steps["start_facts"].blocks == (Paragraph(text="Write it down."),)
    assert "changed" in capsys.readouterr().err


def test_a_missing_pack_is_compiled_and_said(ships: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_aid().title == "A small aid"
    assert "en.pack.json is missing" in capsys.readouterr().err
    assert load_aid().title == "A small aid"
    assert capsys.readouterr().err == ""


def test_a_pack_of_another_version_is_compiled_anew(ships: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compile_folder(ships).write_text('{"language": "en", "colour": "red"}', "utf-8")
    assert load_aid().title == "A small aid"
    assert "does not fit this version" in capsys.readouterr().err


def test_without_pack_and_yaml_one_sentence_says_so(ships: Path) -> None:
    ships.rename(ships.with_name("away"))
    with pytest.raises(ContentError, match=r"^en.pack.json: en.pack.json is missing$"):
        load_aid()


def test_a_fresh_pack_opens_without_development_tools_or_yaml(ships: Path) -> None:
    compile_folder(ships)
    code = (
        "import sys; sys._MEIPASS = sys.argv[1]; from hsct_aid.content.load import load_aid; load_aid();"
        "print({'yaml', 'textstat', 'fontTools'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ships.parents[2])], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_another_language_changes_words_and_nothing_else(ships: Path) -> None:
    compile_folder(ships)
    words = Catalog(locale="sv")
    words.add("Write what you know.", "Skriv vad du vet.")
    words.add("north2020", "wrong")
    place = ships.parents[1] / "locale" / "sv" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "hsct_aid_content.mo").open("wb") as file:
        write_mo(file, words)
    aid, english = load_aid("sv"), load_aid("en")
    assert aid.language == "sv"
    assert aid.steps["start_facts"].blocks == (Paragraph(text="Skriv vad du vet."),)
    assert aid.steps["start_facts"].fields == english.steps["start_facts"].fields
    assert aid.library == english.library


def test_a_language_that_is_not_there_is_english(ships: Path) -> None:
    assert load_aid("fi").library == load_aid("en").library


@pytest.fixture
def installed(ships: Path) -> Path:
    """What a bundle or a wheel holds of the content: the pack alone."""
    pack = compile_folder(ships)
    shutil.rmtree(ships)
    return pack


def test_an_installed_aid_checks_and_reports_on_its_own_pack(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["content", "check"]) == 0
    assert main(["content", "report"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "A small aid: evidence of 2026-11-22" in said.out
    assert "median" in said.out


def test_a_fault_in_the_pack_of_an_installed_aid_is_found(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    installed.write_text(installed.read_text("utf-8").replace("Write what you know.", "You should write."), "utf-8")
    assert main(["content", "check"]) == 1
    assert capsys.readouterr().err == "“You should” is never said\n"


@pytest.mark.parametrize("command", [["compile"], ["check", "--dir", "nowhere"], ["report", "--dir", "nowhere"]])
@pytest.mark.usefixtures("installed")
def test_content_that_is_not_there_is_one_sentence(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", *command]) == 1
    said = capsys.readouterr().err
    assert said.startswith("hsct-aid: There is no content to read in ")
    assert said.endswith(": name its folder with --dir.\n")
    assert said.count("\n") == 1
