"""Keys to test with, made once: each costs a slow function, at its least here."""

from __future__ import annotations

from functools import cache
from unittest.mock import patch

from hsct_aid.storage import passphrase
from hsct_aid.storage.passphrase import Key, make_key

WORDS = "correct horse battery staple"
OTHER = "a new passphrase, twice as long"


def key() -> tuple[Key, str]:
    """A key under ``WORDS`` with its recovery code."""
    return _key(WORDS, None)


def later_key() -> tuple[Key, str]:
    """The key under ``OTHER`` that comes after it."""
    return _key(OTHER, key()[0])


@cache
def _key(words: str, before: Key | None) -> tuple[Key, str]:
    with patch.object(passphrase, "_passes", lambda: 3):
        return make_key(words, before)
