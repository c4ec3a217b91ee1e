"""The command line: exit codes, one sentence and no traceback for wrong input, and nothing written then."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from hsct_aid.cli import STARTED_BY_DESKTOP, _is_read_here, _parser, main
from hsct_aid.domain.facts import Answer, Facts
from hsct_aid.domain.record import Record
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.shelf import Shelf

TOP = Path(__file__).resolve().parents[1]
NOON = datetime(2026, 11, 23, 12, 0)
SECRET = "canary"
ANN = Record(name="Ann", facts=Facts(ms_type=Answer(value="rrms")))

WRONG: dict[str, bytes] = {
    "empty": b"",
    "not JSON": f'{{"schema_version": 1, {SECRET}'.encode(),
    "not a record": f'["{SECRET}"]'.encode(),
    "UTF-16": f'{{"schema_version": 1, "name": "{SECRET}"}}'.encode("utf-16"),
    "not UTF-8": b'{"schema_version": 1, "name": "canary \xff"}',
    "no version": f'{{"name": "{SECRET}"}}'.encode(),
    "unknown key": f'{{"schema_version": 1, "{SECRET}": 1}}'.encode(),
    "wrong type": f'{{"schema_version": 1, "name": ["{SECRET}"]}}'.encode(),
    "NaN": b'{"schema_version": 1, "facts": {"edss": {"value": NaN}}}',
    "a name twice": f'{{"schema_version": 1, "name": "a", "name": "{SECRET}"}}'.encode(),
    "newer version": f'{{"schema_version": 999, "name": "{SECRET}"}}'.encode(),
    "3 MB": b'{"schema_version": 1, "name": "' + b"x" * 3_000_000 + b'"}',
    "deep": b'{"schema_version": 1, "facts": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a million values": b'{"schema_version": 1, "read": [' + b'"",' * 999_999 + b'""]}',
    "half a character": b'{"schema_version": 1, "name": "\\ud800"}',
    "a long number": b'{"schema_version": ' + b"1" * 10_000 + b"}",
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command on notes in a folder of the test, at a terminal; exit code, output, complaint."""
    for name in STARTED_BY_DESKTOP:
        monkeypatch.delenv(name, raising=False)

    def command(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        code = main(["--data-dir", str(tmp_path / "notes"), *map(str, words)])
        return code, *capsys.readouterr()

    return command


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def says_one_sentence(complaint: str) -> bool:
    return complaint.count("\n") == 1 and complaint.rstrip()[-1] == "." and "Traceback" not in complaint


def doors(folder: Path, given: Path) -> list[Sequence[object]]:
    return [
        ("record", "check", given),
        ("record", "import", given),
        ("summary", given, "-o", folder / "page.pdf"),
        ("summary", given, "-o", folder / "page.txt", "--date", "2026-11-23"),
    ]


@pytest.mark.parametrize("door", range(5))
@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_gets_one_sentence_exit_code_1_and_writes_nothing(
    name: str, door: int, run: Run, tmp_path: Path
) -> None:
    given = tmp_path / "given.json"
    given.write_bytes(WRONG[name])
    code, output, complaint = run(*[*doors(tmp_path, given), ("open", given)][door])
    assert (code, output, says_one_sentence(complaint)) == (1, "", True), complaint
    assert SECRET not in complaint
    assert files(tmp_path) == {"given.json": WRONG[name]}


@pytest.mark.parametrize("door", range(5))
@pytest.mark.parametrize("name", ["nowhere.json", "no\nwhere.json", ".", "nowhere/given.json", "x" * 300])
def test_what_is_no_file_gets_one_sentence(name: str, door: int, run: Run, tmp_path: Path) -> None:
    code, output, complaint = run(*[*doors(tmp_path, tmp_path / name), (tmp_path / name,)][door])
    assert (code, output, says_one_sentence(complaint)) == (1, "", True), complaint
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "words",
    [
        ("fly",), ("f\nly",), ("--lang", "a\nb"), ("open",), ("open", "a.json", "b\r\n.json"),
        ("record",), ("record", "export", "Ann"), ("record", "import"), ("summary",), ("--nothing",),
        ("summary", "x.json", "-o", "x.pdf", "--date", "tomorrow"), ("summary", "x.json", "-o", "x", "--format", "doc"),
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2(words: Sequence[str], run: Run, tmp_path: Path) -> None:
    code, output, complaint = run(*words)
    assert (code, output, says_one_sentence(complaint)) == (2, "", True), complaint
    assert files(tmp_path) == {}


def test_a_sentence_of_the_command_line_stays_one_line_whatever_was_typed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(write_record(ANN))
    for words in (
        ("summary", tmp_path / "one.json", "-o", "page.pdf", "--lang", "a\nb\x1b[31m\u202e"),
        ("content", "check", "--dir", "no\r\nwhere"),
    ):
        code, output, complaint = run(*words)
        assert (code, output, says_one_sentence(complaint)) == (1, "", True), complaint
        assert complaint.rstrip("\n").isprintable()


@pytest.mark.parametrize("folder", [os.devnull, f"{os.devnull}/notes", "a" * 300, "a/" * 2500])
def test_a_folder_that_can_never_be_one_gets_one_sentence(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.json").write_bytes(write_record(ANN))
    code = main(["--data-dir", str(tmp_path / folder), "record", "import", str(tmp_path / "one.json")])
    complaint = capsys.readouterr().err
    assert (code, says_one_sentence(complaint)) == (1, True), complaint
    assert set(files(tmp_path)) == {"one.json"}


def test_an_empty_record_is_taken_by_every_door(run: Run, tmp_path: Path) -> None:
    code, empty, _complaint = run("record", "new")
    (tmp_path / "empty.json").write_text(empty, encoding="utf-8")
    assert code == 0
    for door in doors(tmp_path, tmp_path / "empty.json"):
        assert run(*door)[0] == 0
    assert {"page.pdf", "page.txt"} <= set(files(tmp_path))


def test_the_schema_is_json_and_help_is_exit_code_0(run: Run) -> None:
    assert json.loads(run("record", "schema")[1])["title"] == "Record"
    assert run("--help")[0] == run("record", "export", "--help")[0] == 0


def test_the_manual_page_names_every_command_and_option_that_a_person_may_use(run: Run) -> None:
    page = (TOP / "resources" / "desktop" / "hsct-aid.1").read_text(encoding="utf-8").replace("\\-", "-")
    parser = _parser()
    names = [name for name in parser._option_string_actions if name.startswith("--")]
    names += [name for action in parser._actions for name in action.choices or () if name != "content"]
    assert {"--record", "open", "trials"} <= set(names)
    assert [name for name in names if f"\\fB{name}" not in page] == []


def test_export_and_import_bring_back_the_same_notes_as_one_more_record(run: Run, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "notes")
    ann = shelf.add(ANN, NOON)
    before = files(ann.folder)
    assert run("record", "export", "ann", tmp_path / "one.json") == (0, "", "")
    code, output, _complaint = run("record", "import", tmp_path / "one.json")
    assert code == 0
    other = next(store for store in shelf.stores() if store.folder != ann.folder)
    assert output.split()[-1] == other.folder.name
    assert other.read().record == ANN
    assert files(ann.folder) == before


def test_two_exports_are_the_same_bytes_and_for_this_account_alone(run: Run, tmp_path: Path) -> None:
    Shelf(tmp_path / "notes").add(ANN, NOON)
    for name in ("one.json", "two.json"):
        assert run("record", "export", "Ann", tmp_path / name)[0] == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes() == write_record(ANN)
    assert (tmp_path / "one.json").stat().st_mode & 0o077 == 0


def test_an_export_of_nobody_of_two_people_or_to_nowhere_writes_nothing(run: Run, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "notes")
    for name in ("Ann", "ann", "Zoë"):
        shelf.add(Record(name=name), NOON)
    before = files(tmp_path)
    for name, to in (("Bob", "out.json"), ("Ann", "out.json"), ("Zoë", "no/folder/out.json"), ("Zoë", ".")):
        code, output, complaint = run("record", "export", name, tmp_path / to)
        assert (code, output, says_one_sentence(complaint)) == (1, "", True), complaint
    assert files(tmp_path) == before


def test_notes_that_do_not_open_are_not_exported(run: Run, tmp_path: Path) -> None:
    store = Shelf(tmp_path / "notes").add(ANN, NOON)
    next(store.folder.iterdir()).write_bytes(b"damaged")
    code, _output, complaint = run("record", "export", store.folder.name, tmp_path / "out.json")
    assert (code, says_one_sentence(complaint)) == (1, True)
    assert not (tmp_path / "out.json").exists()


def test_the_command_from_outside_says_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hsct_aid", "record", "check", str(tmp_path / "nowhere.json")]
    found = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, says_one_sentence(found.stderr)) == (1, "", True)


def test_without_a_screen_there_is_one_sentence_in_place_of_an_abort(tmp_path: Path) -> None:
    """And a file that is no copy does not end the aid before the window that could say so, where no terminal is."""
    command = [sys.executable, "-m", "hsct_aid", "--data-dir", str(tmp_path / "notes"), str(tmp_path / "gone.json")]
    nowhere = os.environ | {"QT_QPA_PLATFORM": "nowhere"}
    found = subprocess.run(command, cwd=TOP, env=nowhere, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, says_one_sentence(found.stderr)) == (1, "", True), found.stderr
    assert "finds no screen" in found.stderr


def test_only_at_a_terminal_and_without_a_click_does_somebody_read_what_is_said_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.openpty()
    with open(writing, "w", encoding="utf-8") as terminal, open(os.devnull, "w", encoding="utf-8") as log:
        for error, click, is_read in (
            (terminal, None, True),
            (log, None, False),
            (None, None, False),
            (terminal, ("DESKTOP_STARTUP_ID", "a click"), False),
            (terminal, ("XDG_ACTIVATION_TOKEN", "a click"), False),
            (terminal, ("GIO_LAUNCHED_DESKTOP_FILE_PID", str(os.getpid())), False),
            (terminal, ("GIO_LAUNCHED_DESKTOP_FILE_PID", str(os.getppid())), True),
        ):
            with monkeypatch.context() as here:
                here.setattr(sys, "stderr", error)
                for name in (*STARTED_BY_DESKTOP, "GIO_LAUNCHED_DESKTOP_FILE_PID"):
                    here.delenv(name, raising=False)
                if click:
                    here.setenv(*click)
                assert _is_read_here() == is_read, (error, click)
    os.close(reading)
