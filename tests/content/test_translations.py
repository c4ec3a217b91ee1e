"""A language is held against what the aid says today: what is missing, what is stale and what would be shown wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from gettext import GNUTranslations
from pathlib import Path

import pytest

from hsct_aid.cli import main
from hsct_aid.content.load import load_yaml
from hsct_aid.content.translations import compare, compile_words
from hsct_aid.domain.aid import Aid
from tests.content.conftest import SAMPLE

HEAD = r"""msgid ""
msgstr ""
"Language: sv\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""


@pytest.fixture(scope="module")
def aid() -> Aid:
    return load_yaml(SAMPLE)


def _locale(folder: Path, words: str, domain: str = "hsct_aid") -> Path:
    """A folder ``locale`` with a window that says three things, and Swedish."""
    place = folder / "locale" / "sv" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (folder / "locale" / "hsct_aid.pot").write_text(
        HEAD + '\nmsgid "Back"\nmsgstr ""\n\nmsgid "Saved {time}"\nmsgstr ""\n'
        '\nmsgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        "utf-8",
    )
    (place / f"{domain}.po").write_text(f"{HEAD}\n{words}", "utf-8")
    return folder / "locale"


WHOLE = """
msgid "Back"
msgstr "Tillbaka"

msgid "Saved {time}"
msgstr "Sparat {time}"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "en dag"
msgstr[1] "{n} dagar"
"""


def test_a_language_that_says_all_has_nothing_to_list(aid: Aid, tmp_path: Path) -> None:
    assert compare(aid, _locale(tmp_path, WHOLE)) == ([], [])


@pytest.mark.parametrize(
    ("said", "instead", "listed"),
    [
        ('msgid "Back"\nmsgstr "Tillbaka"', "", "locale/sv/LC_MESSAGES/hsct_aid.po: not translated: “Back”"),
        ('"Tillbaka"', '""', "locale/sv/LC_MESSAGES/hsct_aid.po line 8: not translated: “Back”"),
        ('msgid "Back"', '#, fuzzy\nmsgid "Back"', "locale/sv/LC_MESSAGES/hsct_aid.po line 9: not translated: “Back”"),
        ('msgid "Back"', 'msgid "Gone"\nmsgstr "Borta"\n\nmsgid "Back"', "hsct_aid.po line 8: no longer said: “Gone”"),
    ],
)
def test_what_is_missing_or_stale_is_listed(said: str, instead: str, listed: str, aid: Aid, tmp_path: Path) -> None:
    found = compare(aid, _locale(tmp_path, WHOLE.replace(said, instead)))
    assert found.wrong == []
    assert [str(problem).endswith(listed) for problem in found.behind] == [True]


@pytest.mark.parametrize(
    ("said", "instead"),
    [("Sparat {time}", "Sparat {tid}"), ("Sparat {time}", "Sparat"), ('"{n} dagar"', '"dagar"')],
)
def test_a_translation_that_loses_a_field_is_wrong(said: str, instead: str, aid: Aid, tmp_path: Path) -> None:
    found = compare(aid, _locale(tmp_path, WHOLE.replace(said, instead)))
    assert ["other marks" in str(problem) for problem in found.wrong] == [True]


@pytest.mark.parametrize(("said", "works"), [("1 234,5", True), ("1234,5", True), ("1.234,5", True), ("12.345", False)])
def test_a_number_is_shown_as_the_program_can_read_it(said: str, works: bool, aid: Aid, tmp_path: Path) -> None:
    found = compare(aid, _locale(tmp_path, f'{WHOLE}\nmsgid "1,234.5"\nmsgstr "{said}"\n'))
    assert (found.wrong == []) == works


def test_content_is_held_against_the_aid_itself(aid: Aid, tmp_path: Path) -> None:
    locale = _locale(tmp_path, f'msgid "{aid.title}"\nmsgstr "Titel"\n', "hsct_aid_content")
    missing = [str(problem) for problem in compare(aid, locale).behind]
    assert any(aid.purpose[:50] in line for line in missing)
    assert not any(f"“{aid.title}”" in line for line in missing)


@pytest.mark.parametrize(("word", "known"), [("aktivitet", True), ("Aktivitet", True), ("rörelse", False)])
def test_a_word_in_brackets_is_one_of_the_glossary_in_that_language(
    word: str, known: bool, aid: Aid, tmp_path: Path
) -> None:
    said = "No sign of [activity]: {calm} after five years.[@north2020]"
    spoken = said.replace("No sign of", "Ingen").replace("activity", word)
    words = f'msgid "activity"\nmsgstr "aktivitet"\n\nmsgid "{said}"\nmsgstr "{spoken}"\n'
    found = compare(aid, _locale(tmp_path, words, "hsct_aid_content"))
    assert ["the glossary has no" in str(problem) for problem in found.wrong] == [True] * (not known)


def test_compiled_words_are_spoken_and_drafts_are_not(tmp_path: Path) -> None:
    locale = _locale(tmp_path, WHOLE.replace('msgid "Back"', '#, fuzzy\nmsgid "Back"'))
    (written,) = compile_words(locale)
    with written.open("rb") as file:
        words = GNUTranslations(file)
    assert words.gettext("Saved {time}") == "Sparat {time}"
    assert words.gettext("Back") == "Back"
    assert words.ngettext("{n} day", "{n} days", 1) == "en dag"


@pytest.mark.parametrize(("field", "code"), [("{time}", 0), ("{tid}", 1)])
def test_content_check_lists_what_is_missing_and_refuses_what_is_wrong(
    field: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = WHOLE.replace("Sparat {time}", f"Sparat {field}").replace('"Tillbaka"', '""')
    _locale(tmp_path, words)
    (tmp_path / "content").symlink_to(SAMPLE.parent, target_is_directory=True)
    monkeypatch.setattr("hsct_aid.shipped.folder", tmp_path.joinpath)
    monkeypatch.setattr("hsct_aid.content.check.findings", lambda *_arguments: ())
    assert main(["content", "check", "--dir", str(SAMPLE)]) == code
    assert "not translated: “Back”" in capsys.readouterr().err


def test_compiled_words_name_no_moment_of_the_build(tmp_path: Path) -> None:
    file = tmp_path / "sv" / "LC_MESSAGES" / "hsct_aid.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr "Language: sv\\n"\n\nmsgid "Next"\nmsgstr "Nästa"\n', encoding="utf-8")
    (written,) = compile_words(tmp_path)
    assert str(datetime.now(UTC).year).encode() not in written.read_bytes()
    assert "Nästa".encode() in written.read_bytes()
