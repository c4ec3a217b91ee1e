"""Only a language that is there can be chosen; of any other one sentence is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hsct_aid import shipped
from hsct_aid.cli import main
from tests.languages.conftest import Opens
from tests.languages.pseudo import NAMES, said
from tests.test_app import DRIVEN
from tests.windows import part

SAMPLE = str(shipped.folder("demo") / "sample-person.json")
LOOKS = """
    from PySide6.QtWidgets import QTextEdit
    tell(window().session.settings.language)
    tell(" ".join(one.toPlainText() for one in window().findChildren(QTextEdit) if one.isVisible()))
    window().close()
"""


@pytest.mark.parametrize("language", ["zz", "", "../en", "EN", "en_GB"])
def test_a_summary_in_a_language_that_is_not_there_is_refused(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.txt"
    assert main(["summary", SAMPLE, "-o", str(out), "--lang", language]) == 1
    assert (
        capsys.readouterr().err
        == f"hsct-aid: This copy of the aid does not speak “{language}”: choose {', '.join(shipped.languages())}.\n"
    )
    assert not out.exists()


@pytest.mark.usefixtures("made_up")
def test_a_summary_in_a_language_that_is_there_is_written(tmp_path: Path) -> None:
    out = tmp_path / "page.txt"
    assert main(["summary", SAMPLE, "-o", str(out), "--lang", "xx", "--date", "2026-11-23"]) == 0
    assert "ÁÁḂÓÓÚÚŤ ḾÉÉ" in out.read_text("utf-8")


def test_the_window_opens_in_english_where_its_language_is_gone_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"language": "zz", "text_size": 130}), "utf-8")
    program = DRIVEN.format(act=LOOKS)
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    language, told = run.stdout.split("\n", 1)
    assert language == "en"
    assert "does not have the language of your settings" in told
    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["text_size"] == 130


def test_each_language_is_offered_by_its_own_name_and_kept(open_window: Opens, qtbot: QtBot) -> None:
    window = open_window("xx", 100)
    window.session.go("welcome_energy")
    names = {name: part(window, f"settings.language.{name}").accessibleName() for name in ("en", *NAMES)}
    assert names == {"en": "English", "xr": said("English", "xr"), "xx": said("English", "xx")}
    qtbot.mouseClick(part(window, "settings.language.en"), Qt.MouseButton.LeftButton)
    assert window.session.settings.language == "en"


@pytest.mark.parametrize(("language", "copy"), [("en", "&Copy"), ("de", "&Kopieren"), ("xx", "&Copy")])
def test_the_menu_of_a_text_box_follows_where_qt_has_the_words(language: str, copy: str) -> None:
    program = (
        "from PySide6.QtCore import QCoreApplication; from hsct_aid.ui.application import make_application;"
        "from hsct_aid.storage.settings import Settings;"
        f"application = make_application(Settings(language='{language}'));"
        "print(QCoreApplication.translate('QLineEdit', '&Copy'))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert run.stdout.strip() == copy, run.stderr
