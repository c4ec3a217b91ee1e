"""Settings: kept whole, and a bad file costs nothing but the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from hsct_aid.storage import settings
from hsct_aid.storage.settings import Settings
from tests.storage.faults import failing

CHANGED = Settings(language="de", text_size=150, theme="cream", spacing="wide", depth="full", paper="letter")


def test_settings_come_back_as_they_were_in_a_private_file(tmp_path: Path) -> None:
    settings.save(tmp_path / "aid", CHANGED)
    assert settings.load(tmp_path / "aid") == (CHANGED, "")
    assert (tmp_path / "aid" / "settings.json").stat().st_mode & 0o777 == 0o600


def test_without_a_file_the_settings_are_as_they_begin_and_nothing_is_said(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none") == (Settings(), "")


@pytest.mark.parametrize(
    "wrong",
    [
        b"", b"[]", b"{", b'{"text_size": 99}', b'{"text_size": NaN}', b'{"theme": "pink"}', b'{"answers": {}}',
        b'{"language": "../../etc"}', b'{"language": "en\\n"}', b'{"font": 3}', b"\xff\xfe{\0}\0", b"\xff",
        b'{"last_record": "\xff"}', b'{"last_record": "\\ud800"}', b"[" * 60_000, b" " * 100_000,
    ],
    ids=range(16),
)  # fmt: skip
def test_a_bad_file_gives_the_defaults_and_one_sentence(tmp_path: Path, wrong: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(wrong)
    found, sentence = settings.load(tmp_path)
    assert found == Settings()
    assert sentence.count(".") == 1
    settings.save(tmp_path, CHANGED)
    assert settings.load(tmp_path) == (CHANGED, "")


def test_a_folder_in_the_place_of_the_file_is_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert settings.load(tmp_path)[1] != ""


def test_a_save_that_fails_leaves_the_settings_as_they_were(tmp_path: Path) -> None:
    settings.save(tmp_path, CHANGED)
    with failing(1, lasting=True), pytest.raises(OSError, match="No space"):
        settings.save(tmp_path, structs.replace(CHANGED, text_size=200))
    assert settings.load(tmp_path) == (CHANGED, "")
