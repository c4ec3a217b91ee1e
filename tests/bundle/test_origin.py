"""A bundle names no path of the machine that made it: what is planted is found, and taken out where it can be."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bundle import origin
from bundle.locked import TOP

MADE_AT = "/builds/anna/.pyenv/versions/3.11.7"
PLACES = [MADE_AT.encode()]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A text, and a packed library, that both name where they were made."""
    with ZipFile(tmp_path / "base_library.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr("site.pyc", f"{MADE_AT}/lib " * 9)
        packed.writestr("os.pyc", "os")
    (tmp_path / "libpython.so").write_bytes(b"before\0" + MADE_AT.encode() + b"\0after")
    return tmp_path


def test_a_path_is_found_in_a_file_and_in_what_is_packed(bundle: Path) -> None:
    found = [line.partition(":")[0] for line in origin.left(bundle, PLACES)]
    assert found == ["site.pyc", "libpython.so"]


def test_a_path_goes_and_the_layout_and_the_texts_that_share_its_end_stay(bundle: Path) -> None:
    before = (bundle / "libpython.so").read_bytes()
    origin.clean(bundle, PLACES)
    after = (bundle / "libpython.so").read_bytes()
    assert len(after) == len(before)
    assert b"/3.11.7\0after" in after
    assert origin.left(bundle, PLACES) == [f"site.pyc: names {MADE_AT}"]  # what is packed is only looked at


def test_this_clone_and_its_python_are_looked_for_and_the_systems_own_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.prefix", "/builds/anna/aid/build/env")
    monkeypatch.setattr("sys.base_prefix", "/usr")
    assert origin.places() == sorted([b"/builds/anna/aid/build/env", str(TOP).encode()], key=len, reverse=True)
