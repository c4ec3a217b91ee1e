"""What holds the house up: layers, sizes, a room for every kind, and what is kept out. Each gate bites."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hsct_aid.content.wording import forbidden
from hsct_aid.domain.aid import Kind
from tests import gates

TOP = Path(__file__).resolve().parents[1]
KINDS: tuple[str, ...] = get_args(Kind)
PACKAGE = TOP / "hsct_aid"
CORE = [f"hsct_aid.{room}" for room in ("domain", "content", "storage", "report", "shipped", "cli")]


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (TOP / name).is_file()]


def planted(folder: Path, text: str, name: str = "ui/pages/start.py") -> Path:
    path = folder / name
    assert path.is_relative_to(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("folder", ["hsct_aid", "tests", ".ci"])
def test_files_and_functions_are_short(folder: str) -> None:
    assert gates.long_files(TOP / folder) == []
    assert gates.long_functions(TOP / folder) == []


def test_long_files_and_functions_are_found(tmp_path: Path) -> None:
    planted(tmp_path, "def long():\n" + "    x = 1\n" * gates.LONGEST_FILE)
    assert len(gates.long_files(tmp_path)) == 1
    assert len(gates.long_functions(tmp_path)) == 1


def test_every_kind_has_its_room_on_every_shelf() -> None:
    assert gates.missing_rooms(TOP) == []


def test_no_page_may_know_another() -> None:
    contracts = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    apart = next(contract["modules"] for contract in contracts if contract["type"] == "independence")
    assert apart == [f"hsct_aid.ui.pages.{kind}" for kind in KINDS]


def test_missing_rooms_are_found(tmp_path: Path) -> None:
    missing = gates.missing_rooms(planted(tmp_path, "", "hsct_aid/ui/pages/start.py"))
    assert "hsct_aid/ui/pages/values.py" in missing
    assert "hsct_aid/ui/pages/start.py" not in missing


def test_nothing_reaches_a_network() -> None:
    assert gates.network_imports(PACKAGE) == []


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "def late():\n    import ssl",
        "import importlib\nimportlib.import_module('http.client')",
    ],
)
def test_a_way_to_the_network_is_found(tmp_path: Path, line: str) -> None:
    assert len(gates.network_imports(planted(tmp_path, line))) == 1


def test_colours_and_sizes_stand_in_the_theme_alone() -> None:
    assert gates.loose_colours_and_sizes(PACKAGE) == []


@pytest.mark.parametrize(
    "line",
    [
        "INK = '#102030'",
        "style = f'padding: {n}; border: 1px solid'",
        "QColor(1, 2, 3)",
        "QColor('black')",
        "pen = Qt.GlobalColor.red",
        "button.setMinimumHeight(44)",
        "layout.setContentsMargins(0, 0, 12, 0)",
    ],
)
def test_a_colour_or_size_outside_the_theme_is_found(tmp_path: Path, line: str) -> None:
    assert len(gates.loose_colours_and_sizes(planted(tmp_path, line))) == 1
    assert gates.loose_colours_and_sizes(planted(tmp_path / "as_theme", line, "ui/theme.py")) == []


def test_only_widgets_speak_to_assistive_technology() -> None:
    assert gates.accessibility_outside_widgets(PACKAGE) == []


@pytest.mark.parametrize("line", ["label.setAccessibleName('x')", "QAccessible.installFactory(f)"])
def test_accessibility_outside_widgets_is_found(tmp_path: Path, line: str) -> None:
    assert len(gates.accessibility_outside_widgets(planted(tmp_path, line))) == 1
    assert gates.accessibility_outside_widgets(planted(tmp_path / "in", line, "ui/widgets/heading.py")) == []


def test_lock_files_hold_hashes_and_no_address() -> None:
    locks = sorted(TOP.glob("*.lock"))
    assert [lock.name for lock in locks if "--hash=sha256:" in lock.read_text(encoding="utf-8")] == [
        "requirements.lock"
    ]
    assert gates.addresses(TOP / "requirements.lock") == []


def test_an_address_in_a_lock_file_is_found(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("--index-url https://example.org/\nbabel==2.18.0\n", encoding="utf-8")
    assert len(gates.addresses(lock)) == 1


def test_no_path_of_a_machine_is_in_the_project() -> None:
    assert gates.machine_paths(TOP, tracked()) == []


@pytest.mark.parametrize("path", ["/" + "home/ann/aid", "C:\\" + "Users\\ann", "/" + "root/.venv", "/" + "tmp/x"])
def test_a_path_of_a_machine_is_found(tmp_path: Path, path: str) -> None:
    planted(tmp_path, f"see {path}\n", "notes.md")
    assert len(gates.machine_paths(tmp_path, ["notes.md"])) == 1


def test_setting_text_loses_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert gates.lost_references(lambda: label.setText("x")) < 50


def test_lost_references_are_counted() -> None:
    kept = object()
    held = [kept] * 500
    assert gates.lost_references(held.pop, of=kept) == 500


def test_all_but_the_window_runs_without_qt() -> None:
    assert gates.needs_qt(TOP, CORE) == ""


def test_a_room_that_needs_qt_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "from PySide6.QtCore import QSize\n", "house/room.py")
    planted(tmp_path, "", "house/__init__.py")
    assert "PySide6 is blocked" in gates.needs_qt(tmp_path, ["house"])


@pytest.mark.parametrize(
    ("room", "line", "broken"),
    [
        ("domain/plan.py", "from hsct_aid.content import load", "Imports go one way"),
        ("report/plan.py", "from hsct_aid.storage import load", "Imports go one way"),
        ("attic.py", "", "Imports go one way"),
        ("content/plan.py", "from PySide6.QtCore import QSize", "Qt stays in the window"),
        ("ui/pages/values.py", "from hsct_aid.ui.pages import start", "Pages do not know each other"),
        ("ui/plan.py", "from PySide6.QtCore import QSize", ""),
        ("report/page_process.py", "from hsct_aid.report import pdf", "The window has its pages made"),
    ],
)
def test_the_layers_bite(tmp_path: Path, room: str, line: str, broken: str) -> None:
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    rooms = ("ui", "ui/pages", "report", "storage", "content", "domain")
    files = ["__init__.py", *(f"{name}/__init__.py" for name in rooms)]
    pages = [f"ui/pages/{kind}.py" for kind in KINDS]
    tops = [
        f"{name}.py"
        for name in ("__main__", "cli", "app", "content_commands", "record_commands", "shipped", "offline", "no_core")
    ]
    for name in [*files, *pages, *tops, "content/load.py", "storage/load.py"]:
        planted(tmp_path / "hsct_aid", "", name)
    for name in ("pdf", "page_mode", "formats", "page_process"):
        planted(tmp_path / "hsct_aid", "", f"report/{name}.py")
    planted(tmp_path / "hsct_aid", "from hsct_aid.report import page_process", "ui/preview.py")
    planted(tmp_path / "hsct_aid", line, room)
    lint = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    found = subprocess.run(lint, cwd=tmp_path, capture_output=True, text=True, check=False)
    verdicts = [line for line in found.stdout.splitlines() if line.endswith(("KEPT", "BROKEN"))]
    assert len(verdicts) == 4, found.stdout + found.stderr
    assert [line.rsplit(" ", 1)[0] for line in verdicts if line.endswith("BROKEN")] == [broken] * bool(broken)


def _window_words() -> list[str]:
    """Every word of the window, the command line and the report: the texts that go through gettext."""
    calls = (call for path in sorted(PACKAGE.rglob("*.py")) for call in ast.walk(ast.parse(path.read_text("utf-8"))))
    return [
        text.value
        for call in calls
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]


def test_no_window_word_promises_judges_or_decides() -> None:
    words = _window_words()
    assert len(words) > 100
    assert [text for text in words if forbidden(text)] == []


@pytest.mark.parametrize("text", ["You are eligible.", "This is the best option.", "Your chance is high."])
def test_a_planted_window_word_is_found(text: str) -> None:
    assert forbidden(text)
