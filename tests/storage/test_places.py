"""The data folder: the option over the environment over the system's own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsct_aid.storage.places import data_dir
from hsct_aid.storage.plain import BadInput


def test_the_option_comes_before_the_environment_and_that_before_the_system(tmp_path: Path) -> None:
    home = {"HSCT_AID_HOME": str(tmp_path / "env")}
    assert data_dir(tmp_path / "option", home) == tmp_path / "option"
    assert data_dir(None, home) == tmp_path / "env"
    assert data_dir(None, {}).name == "hsct-aid"
    assert data_dir(None, {"HSCT_AID_HOME": "  "}) == data_dir(None, {})


def test_a_relative_folder_is_made_whole() -> None:
    assert data_dir(Path("here"), {}) == Path.cwd() / "here"


def test_an_account_without_a_home_is_asked_for_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_asked, **_named: "~/.local/share/hsct-aid")
    with pytest.raises(BadInput, match="no home folder"):
        data_dir(None, {})
    assert data_dir(Path("/srv/notes"), {}) == Path("/srv/notes")
