"""Finds what ships with the aid, in a checkout, an installed package and a bundle, and binds its languages."""

from __future__ import annotations

import gettext
import sys
from contextlib import suppress
from pathlib import Path

WINDOW_WORDS = "hsct_aid"
"""The gettext domain of the window, the command line and the report."""
CONTENT_WORDS = "hsct_aid_content"
"""The gettext domain of the patient text."""
SOURCE = "source"
"""What a checkout is called where a build has its stamp."""
MAKE_PAGES = "make-pages"
"""The word that makes this program the process that makes pages. It is not for people, so ``--help`` is silent."""
SOURCE_LANGUAGE = "en"
"""The language that everything is written in; the others are translations of it."""


def folder(*parts: str) -> Path:
    """A folder or file below ``resources``, such as ``folder("content", "en")``; it need not exist."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", "")
    # Inside the package before beside it: beside an installed package lie the folders of other packages.
    places = ([Path(bundle) / "resources"] if bundle else []) + [package / "resources", package.parent / "resources"]
    root = next((place for place in places if place.is_dir()), places[-1])
    return root.joinpath(*parts)


def build() -> str:
    """Which copy this is: the stamp of the build, with its day and commit, or ``SOURCE`` in a checkout."""
    stamp = folder("build.txt")
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else SOURCE


def mark() -> tuple[int, int] | None:
    """What tells this copy from another that is put in its place while it runs; None in a checkout."""
    with suppress(OSError):
        stamp = folder("build.txt").stat()
        return stamp.st_ino, stamp.st_mtime_ns
    return None


def command() -> list[str]:
    """What starts this program once more: the frozen program itself, or this Python with the package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hsct_aid"]


def licences() -> Path | None:
    """The folder with the terms of all that is in a bundle; None where nothing was bundled."""
    beside = Path(sys.executable).with_name("licences")
    return beside if getattr(sys, "_MEIPASS", "") and beside.is_dir() else None


def languages() -> tuple[str, ...]:
    """The languages that the aid can speak: the one it is written in, and those with compiled words."""
    locale = folder("locale")
    names = sorted(path.name for path in locale.iterdir()) if locale.is_dir() else []
    others = (name for name in names if (locale / name / "LC_MESSAGES" / f"{WINDOW_WORDS}.mo").is_file())
    return (SOURCE_LANGUAGE, *others)


def words(domain: str, language: str) -> gettext.NullTranslations:
    """What ``domain`` says in ``language``; English where it says nothing, and English itself is never looked for."""
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return gettext.translation(domain, folder("locale"), [language], fallback=True)


def name_of(language: str) -> str:
    """What those who speak ``language`` call it."""
    _ = words(WINDOW_WORDS, language).gettext
    # translators: the name of your language, as those who speak it write it
    return _("English")


def speak(language: str) -> None:
    """Make ``gettext.gettext`` answer in ``language`` from now on, everywhere, or English where it has no words.

    gettext looks for the file of words anew at every call, and longest where there is none, as for English. So what it
    asks (``dgettext``) is answered from words that are read once: docs/decisions/0008-words-are-found-once.md.
    """
    spoken = words(WINDOW_WORDS, language)

    def dgettext(domain: str, message: str) -> str:  # noqa: ARG001  # nothing here asks for another domain
        return spoken.gettext(message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG001
        return spoken.ngettext(msgid1, msgid2, n)

    gettext.dgettext, gettext.dngettext = dgettext, dngettext
