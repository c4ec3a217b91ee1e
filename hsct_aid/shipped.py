"""Finds the files that ship with the aid, in a checkout, an installed package and a bundle, and binds its languages."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

WINDOW_WORDS = "hsct_aid"
"""The gettext domain of the window, the command line and the report."""
CONTENT_WORDS = "hsct_aid_content"
"""The gettext domain of the patient text."""


def folder(*parts: str) -> Path:
    """A folder or file below ``resources``, such as ``folder("content", "en")``; it need not exist."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", "")
    # Inside the package before beside it: beside an installed package lie the folders of other packages.
    places = ([Path(bundle) / "resources"] if bundle else []) + [package / "resources", package.parent / "resources"]
    root = next((place for place in places if place.is_dir()), places[-1])
    return root.joinpath(*parts)


def speak(language: str) -> None:
    """Make ``gettext.gettext`` answer in ``language`` from now on, everywhere, or English where it has no words."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(WINDOW_WORDS, str(folder("locale")))
    gettext.textdomain(WINDOW_WORDS)
