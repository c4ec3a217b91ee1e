"""The run-time part of the lock: what the aid asks for and what that asks for, and no more."""

from __future__ import annotations

import pytest

from bundle import locked

LOCK = """\
jinja2==3.1.6 \\
    --hash=sha256:{0}
    # via hsct-aid (pyproject.toml)
markupsafe==3.0.4 \\
    --hash=sha256:{0} \\
    --hash=sha256:{1}
    # via jinja2
pefile==2024.8.26 ; sys_platform == 'win32' \\
    --hash=sha256:{0}
    # via
    #   another
    #   pyinstaller
pyinstaller==6.22.3 \\
    --hash=sha256:{0}
    # via hsct-aid (pyproject.toml)
""".format("a" * 64, "b" * 64)


def test_a_package_brings_what_it_asks_for() -> None:
    names = [entry.name for entry in locked.wanted_by({"jinja2"}, locked.entries(LOCK))]
    assert names == ["jinja2", "markupsafe"]


def test_an_entry_that_several_ask_for_is_found_by_each() -> None:
    names = [entry.name for entry in locked.wanted_by({"pyinstaller"}, locked.entries(LOCK))]
    assert names == ["pefile", "pyinstaller"]


def test_an_entry_keeps_its_text_with_marker_and_hashes() -> None:
    found = {entry.name: entry for entry in locked.entries(LOCK)}
    assert found["pefile"].marker == "sys_platform == 'win32'"
    assert found["markupsafe"].hashes == ("a" * 64, "b" * 64)
    assert "".join(entry.text for entry in found.values()) == LOCK


def test_a_name_that_is_not_locked_is_refused() -> None:
    with pytest.raises(ValueError, match="nosuch"):
        locked.wanted_by({"nosuch"}, locked.entries(LOCK))


def test_what_ships_is_what_runs() -> None:
    shipped = {entry.name for entry in locked.shipped()}
    assert {"jinja2", "msgspec", "pyside6-essentials", "typst"} <= shipped
    assert shipped.isdisjoint({"babel", "pytest", "mypy", "ruff", "numpy", "textstat", "pyinstaller", "setuptools"})
