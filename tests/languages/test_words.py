"""Every word comes to the translators, and what they did comes back."""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from hsct_aid import shipped
from hsct_aid.content.translations import compile_words
from tests.languages.__main__ import gather, update
from tests.languages.words import calls, window_words


def test_the_catalogues_hold_what_is_said_today() -> None:
    stale = [name for name, data in gather().items() if shipped.folder("locale", name).read_bytes() != data]
    assert stale == [], "run “make words”"


def test_words_are_found_wherever_they_stand() -> None:
    source = 'x = f"<b>{_(\'Why\')}</b>"\n_("Back") if y else ngettext("{n} day", "{n} days", z)\n'
    assert [said for _line, said in calls(source)] == ["Why", "Back", ("{n} day", "{n} days")]


@pytest.mark.parametrize("call", ["_(name)", '_(f"{name}")', '_("a" + name)', 'ngettext(one, "many", 2)'])
def test_words_that_are_not_written_out_are_refused(call: str) -> None:
    with pytest.raises(ValueError, match="written out"):
        list(calls(call))


def test_a_note_for_translators_goes_with_its_words(tmp_path: Path) -> None:
    source = '# translators: of a page\n_("Back")\n# why it is so\n_("Next")\n'
    (tmp_path / "window.py").write_text(source, "utf-8")
    words = window_words(tmp_path)
    notes = {str(message.id): message.auto_comments for message in words if message.id}
    assert notes == {"Back": ["of a page"], "Next": []}


def test_an_update_keeps_what_was_translated_and_adds_what_is_new(tmp_path: Path) -> None:
    file = tmp_path / "sv" / "LC_MESSAGES" / "hsct_aid.po"
    file.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Language: sv\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    file.write_text(f'{head}\nmsgid "Back"\nmsgstr "Tillbaka"\n\nmsgid "Quite zigzag"\nmsgstr "Borta"\n', "utf-8")
    update(tmp_path)
    with file.open("rb") as source:
        words = read_po(source)
    assert str(words.locale) == "sv"
    assert (words["Back"].string, words["Next"].string) == ("Tillbaka", "")
    assert "Quite zigzag" in words.obsolete
    (compiled,) = compile_words(tmp_path)
    with compiled.open("rb") as binary:
        assert GNUTranslations(binary).gettext("Back") == "Tillbaka"
    before = file.read_bytes()
    update(tmp_path)
    assert file.read_bytes() == before
