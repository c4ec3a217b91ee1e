"""Notes with a passphrase, and those of a newer version, at the command line."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from hsct_aid.cli import main
from hsct_aid.domain.record import Record
from hsct_aid.storage import seal
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.storage.keys import WORDS, key

TOP = Path(__file__).resolve().parents[1]
NOON = datetime(2026, 11, 23, 12, 0)
ANN = Record(name="Ann canary")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ann(tmp_path: Path) -> Store:
    store = Shelf(tmp_path / "notes").add(ANN, NOON)
    store.load()
    store.protect(key()[0], ANN, NOON)
    return store


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command with these bytes on standard input; exit code, output, complaint."""

    def command(given: bytes, *words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        return main(["--data-dir", str(tmp_path / "notes"), *map(str, words)]), *capsys.readouterr()

    return command


@pytest.mark.parametrize("by_id", [True, False])
def test_an_export_takes_the_passphrase_from_standard_input(run: Run, ann: Store, tmp_path: Path, by_id: bool) -> None:
    name = ann.folder.name if by_id else "Ann canary"
    assert run(WORDS.encode() + b"\nmore", "record", "export", name, tmp_path / "out.json") == (0, "", "")
    assert (tmp_path / "out.json").read_bytes() == write_record(ANN)


@pytest.mark.parametrize("given", [b"", b"\n", b"wrong\n", b"\xff\xfe\n", b"x" * 100_000])
def test_a_wrong_or_missing_passphrase_is_one_sentence(run: Run, ann: Store, tmp_path: Path, given: bytes) -> None:
    code, output, complaint = run(given, "record", "export", ann.folder.name, tmp_path / "out.json")
    assert (code, output, complaint.count("\n")) == (1, "", 1)
    assert "passphrase" in complaint
    assert not (tmp_path / "out.json").exists()


def test_the_page_of_closed_notes_is_made_from_a_plain_copy_only(run: Run, ann: Store, tmp_path: Path) -> None:
    newest = max(ann.folder.iterdir())
    for source in (("--record", ann.folder.name), (newest,)):
        code, output, complaint = run(WORDS.encode(), "summary", *source, "-o", tmp_path / "page.txt")
        assert (code, output) == (1, "")
        assert "has a passphrase: export a plain copy" in complaint
    assert "has a passphrase" in run(b"", "record", "check", newest)[2]


def test_where_two_people_have_a_passphrase_they_are_told_apart_by_id(run: Run, ann: Store, tmp_path: Path) -> None:
    zoe = Shelf(tmp_path / "notes").add(Record(name="Zoë"), NOON)
    zoe.load()
    zoe.protect(key()[0], Record(name="Zoë"), NOON)
    code, _output, complaint = run(WORDS.encode(), "record", "export", "Ann canary", tmp_path / "out.json")
    assert code == 1
    assert ann.folder.name in complaint
    assert zoe.folder.name in complaint


def test_an_import_beside_closed_notes_says_that_it_has_no_passphrase(run: Run, ann: Store, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(write_record(ANN))
    code, output, told = run(b"", "record", "import", tmp_path / "one.json")
    assert (code, len(output.splitlines()), told.count("\n")) == (0, 1, 1)
    assert "it has no passphrase" in told


def test_a_copy_of_newer_notes_keeps_every_byte(run: Run, tmp_path: Path) -> None:
    payload = json.dumps({"schema_version": 9, "name": "Ann", "moon": [1, {"sun": "x"}]}).encode()
    folder = tmp_path / "notes" / "records" / "0123456789ab"
    folder.mkdir(parents=True)
    (folder / "record-0000000001.hsct").write_bytes(seal.wrap(payload, 1, NOON))
    assert run(b"", "record", "export", "Ann", tmp_path / "out.json") == (0, "", "")
    assert (tmp_path / "out.json").read_bytes() == payload


def test_on_a_terminal_the_passphrase_is_asked_for_and_not_shown(ann: Store, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "hsct_aid",
        "--data-dir",
        str(tmp_path / "notes"),
        "record",
        "export",
        "Ann canary",
    ]
    with subprocess.Popen([*command, str(tmp_path / "out.json")], cwd=TOP, stdin=theirs, stdout=theirs, stderr=theirs,
                          start_new_session=True) as program:  # fmt: skip
        heard = b""
        while b"code: " not in heard:
            heard += os.read(ours, 1000)
        os.write(ours, WORDS.encode() + b"\n")
        assert program.wait(timeout=60) == 0
    heard += os.read(ours, 1000)
    os.close(ours)
    os.close(theirs)
    assert WORDS.encode() not in heard
    assert (tmp_path / "out.json").read_bytes() == write_record(ANN)
