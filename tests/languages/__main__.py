"""``python -m tests.languages``: gather all words anew, bring every language up to date with them, and compile it."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.content.translations import compile_words
from tests.languages.words import content_words, window_words, written


def gather() -> dict[str, bytes]:
    """The catalogues as they should be now, by the names of their files."""
    package = Path(shipped.__file__).parent
    return {
        f"{shipped.WINDOW_WORDS}.pot": written(window_words(package)),
        f"{shipped.CONTENT_WORDS}.pot": written(content_words(load_aid())),
    }


def update(locale: Path) -> None:
    """Write the catalogues, and what is new or gone into the files of each language; what was translated stays."""
    locale.mkdir(exist_ok=True)
    for name, data in gather().items():
        (locale / name).write_bytes(data)
        for file in locale.glob(f"*/LC_MESSAGES/{Path(name).stem}.po"):
            with file.open("rb") as source, (locale / name).open("rb") as template:
                spoken: Catalog = read_po(source)
                spoken.update(read_po(template))
            file.write_bytes(written(spoken))


if __name__ == "__main__":
    update(shipped.folder("locale"))
    compile_words(shipped.folder("locale"))
