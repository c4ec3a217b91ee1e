"""Every word comes to the translators, and what they did comes back."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.pofile import read_po

from hsct_aid import shipped
from hsct_aid.content.translations import compile_words
from hsct_aid.domain.estimate import Level
from hsct_aid.ui.pages.availability import CONDITION, TERMS
from hsct_aid.ui.theme import FAMILIES
from tests.languages.__main__ import gather, update
from tests.languages.words import calls, loose, window_words

POWERSHELL = re.compile(r"^\[Console\]::")
"""The command that speaks on Windows."""


def test_the_catalogues_hold_what_is_said_today() -> None:
    stale = [name for name, data in gather().items() if shipped.folder("locale", name).read_bytes() != data]
    assert stale == [], "run “make words”"


def test_words_are_found_wherever_they_stand() -> None:
    source = 'x = f"<b>{_(\'Why\')}</b>"\n_("Back") if y else ngettext("{n} day", "{n} days", z)\n'
    assert [said for _line, said in calls(source)] == ["Why", "Back", ("{n} day", "{n} days")]


NAMES = {
    # fonts, and the search of a registry that is written in English
    *FAMILIES.values(), CONDITION, TERMS,
    # how authors are cut short in a reference
    " et al.",
    # how certain a result is, as it is called in the content
    *get_args(Level),
}  # fmt: skip
"""Texts that are read by a program or are the same in every language."""


def test_every_sentence_of_the_window_is_translated() -> None:
    package = Path(shipped.__file__).parent
    files = [*(package / "ui").rglob("*.py"), package / "app.py", package / "cli.py", package / "record_commands.py"]
    found = {text: path.name for path in files for text in loose(path.read_text("utf-8"))}
    assert {text: name for text, name in found.items() if text not in NAMES and not POWERSHELL.search(text)} == {}


def test_a_sentence_that_is_not_translated_is_found() -> None:
    source = '"""Two words."""\nlabel(f"<b>Not translated {n}</b>")\nlabel(_("Is translated"))\nkey = "one_word"\n'
    assert loose(source) == ["<b>Not translated "]


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
