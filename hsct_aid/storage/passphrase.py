"""The key of notes that have a passphrase: how it is made, hidden, and found again by the passphrase or a printed code.

The key itself is random. What stands in every file (its *ring*) is that key encrypted twice: once under the passphrase,
through Argon2id, and once under the recovery code, which is random enough to need no slow function. See
docs/decisions/0013-a-passphrase.md.
"""

from __future__ import annotations

import os
import re
import time
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SHORTEST: Final = 8
"""Characters a new passphrase has at least."""
LONGEST: Final = 1000
"""Characters that are looked at; nobody types more, and a file that was pasted in by mistake costs nothing."""

_PASSES, _MEMORY, _LANES = 3, 64 * 1024, 4
"""The least that is ever used: passes over the memory, its size in KiB, and lanes."""
_MOST_WORK: Final = 64 * _MEMORY
"""Passes times memory: more is not done for any file, whoever wrote it."""
_MOST_MEMORY: Final = 192 * 1024
_MOST_LANES: Final = 16
_WANTED_S: Final = 0.7
"""How long one try with a passphrase is to take, on the computer where it is set."""

_HEX60: Final = "[0-9a-f]{120}"
_RING: Final = rf"argon2id,(\d{{1,4}}),(\d{{1,9}}),(\d{{1,4}}),([0-9a-f]{{32}}),({_HEX60}),({_HEX60}),({_HEX60}|-)"
"""Not compiled until there is one: those who set no passphrase need not wait for that."""
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of the recovery code: none that is easily taken for another one."""
_READ_AS: Final = str.maketrans("OIL", "011")
_RANDOM: Final = 24
"""Letters of the code that are random, 120 bits; four more tell a mistake in copying it."""


class Key(NamedTuple):
    """An open key. ``ring`` is what every file shows of it; ``before`` opens what the passphrase before closed."""

    ring: str
    data: bytes
    before: bytes


def make_key(passphrase: str, before: Key | None = None) -> tuple[Key, str]:
    """A new random key under ``passphrase``, and the recovery code that opens it too. Takes about a second."""
    data, code, salt = os.urandom(32), _new_code(), os.urandom(16)
    head = f"argon2id,{_passes()},{_MEMORY},{_LANES},{salt.hex()}"
    wrapped = _encrypt(_slowly(passphrase, head), data, f"passphrase {head}")
    spare = _encrypt(_quickly(code, salt), data, f"code {head}")
    last = _encrypt(data, before.data, f"before {head}") if before else "-"
    return Key(f"{head},{wrapped},{spare},{last}", data, before.data if before else b""), code


def is_ring(ring: str) -> bool:
    """Whether this version can try a passphrase on ``ring``, at a cost that a computer can bear."""
    found = re.fullmatch(_RING, ring)
    if found is None:
        return False
    passes, memory, lanes = int(found[1]), int(found[2]), int(found[3])
    enough = passes >= _PASSES and memory >= _MEMORY and lanes >= 1
    return enough and memory <= _MOST_MEMORY and passes * memory <= _MOST_WORK and lanes <= _MOST_LANES


def unlock(ring: str, words: str) -> Key | None:
    """The key, where ``words`` are the passphrase or the recovery code of ``ring``; None where they are neither."""
    found = re.fullmatch(_RING, ring)
    if found is None or not is_ring(ring):
        return None
    head = ring.rsplit(",", 3)[0]
    code = read_code(words)
    data = _decrypt(_quickly(code, bytes.fromhex(found[4])), found[6], f"code {head}") if code else None
    if data is None:
        data = _decrypt(_slowly(words, head), found[5], f"passphrase {head}")
    if data is None:
        return None
    before = _decrypt(data, found[7], f"before {head}") if found[7] != "-" else b""
    return Key(ring, data, before or b"")


def read_code(words: str) -> str:
    """The recovery code in ``words``, however its letters are spaced; empty where it is none, or miscopied."""
    letters = re.sub(r"[\s-]", "", words[:LONGEST]).upper().translate(_READ_AS)
    whole = len(letters) == _RANDOM + 4 and set(letters) <= set(_LETTERS)
    return letters if whole and letters[_RANDOM:] == _check(letters[:_RANDOM]) else ""


def spaced(code: str) -> str:
    """The code as it is shown and printed, in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def close(data: bytes, salt: bytes, head: bytes, payload: bytes) -> bytes:
    """``payload`` encrypted under a key of its own, made of the key ``data`` and ``salt``; ``head`` is bound to it."""
    cipher, nonce = _file_cipher(data, salt)
    return cipher.encrypt(nonce, payload, head)


def open_closed(key: Key, salt: bytes, head: bytes, closed: bytes) -> bytes | None:
    """What ``close`` was given, for this key or the one before; None where neither opens it, or a byte was changed."""
    from cryptography.exceptions import InvalidTag

    for data in filter(None, (key.data, key.before)):
        cipher, nonce = _file_cipher(data, salt)
        try:
            return cipher.decrypt(nonce, closed, head)
        except InvalidTag:
            continue
    return None


def _file_cipher(data: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    made = _derived(data, salt, b"hsct-aid file", 32 + 12)
    return AESGCM(made[:32]), made[32:]


def _derived(secret: bytes, salt: bytes, use: bytes, length: int = 32) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, salt, use).derive(secret)


def _slowly(words: str, head: str) -> bytes:
    """A key from a passphrase. It is the same however the keyboard composes its letters."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    _name, passes, memory, lanes, salt = head.split(",")
    typed = unicodedata.normalize("NFKC", words[:LONGEST]).strip().encode("utf-8", "replace")
    slow = Argon2id(
        salt=bytes.fromhex(salt), length=32, iterations=int(passes), lanes=int(lanes), memory_cost=int(memory)
    )
    return slow.derive(typed)


def _quickly(code: str, salt: bytes) -> bytes:
    return _derived(code.encode(), salt, b"hsct-aid recovery code")


def _passes() -> int:
    """So many passes that a try takes long enough here; never fewer than the least.

    The processor's time is measured, not the clock's: on a busy computer, the passphrase would get a weaker key.
    """
    tries = []
    for _ in range(2):  # the first one also loads what it needs
        start = time.process_time()
        _slowly("how fast is this computer", f"argon2id,{_PASSES},{_MEMORY},{_LANES},{'00' * 16}")
        tries.append(time.process_time() - start)
    taken = max(min(tries) / min(_LANES, os.cpu_count() or 1), 0.001)
    return max(_PASSES, min(_MOST_WORK // _MEMORY, round(_PASSES * _WANTED_S / taken)))


def _encrypt(key: bytes, data: bytes, bound: str) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    return (nonce + AESGCM(key).encrypt(nonce, data, bound.encode())).hex()


def _decrypt(key: bytes, wrapped: str, bound: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    whole = bytes.fromhex(wrapped)
    try:
        return AESGCM(key).decrypt(whole[:12], whole[12:], bound.encode())
    except InvalidTag:
        return None


def _new_code() -> str:
    random = _letters(os.urandom(15), _RANDOM)
    return random + _check(random)


def _check(letters: str) -> str:
    from hashlib import sha256  # with OpenSSL, which only those pay for who have a passphrase

    return _letters(sha256(f"hsct-aid {letters}".encode()).digest()[:15], 4)


def _letters(data: bytes, count: int) -> str:
    number = int.from_bytes(data, "big")
    return "".join(_LETTERS[number >> (5 * place) & 31] for place in range(count))
