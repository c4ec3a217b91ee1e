"""B3: the newest file is corrupted, in every way a disk, a sync folder or a stranger does it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.reliability.keepers import Ours, Verdict, later, number_in, numbered

NEWEST = 3


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def _zero(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes(len(data[place : place + 512])) + data[place + 512 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.choice((0, chance.randrange(len(data))))]


def _lengthen(data: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((b"\n", b"\0" * 4096, data, chance.randbytes(99)))


def _swap(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample(range(len(data)), 2))
    return data[:one] + data[other:] + data[one:other]


def _letter(data: bytes, chance: random.Random) -> bytes:
    return data.replace(*chance.choice(((b"numb", b"fine"), (b"save 3 ", b"save 4 "), (b"twice", b"since"))))


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _zero, _cut, _lengthen, _swap, _letter)


def corrupt(make: Callable[[Path], Ours], folder: Path, times: int) -> Verdict:
    """Corrupt the newest file: it must be found and set aside, the next older open, and its time be told."""
    keeper = make(folder)
    for number in range(1, NEWEST + 1):
        keeper.save(numbered(number), later(number))
    files = {path: path.read_bytes() for path in folder.iterdir()}
    newest = max(files)
    older = files[sorted(files)[-2]]
    chance = random.Random(3)
    missed = 0
    for number in range(times):
        wrong = older if number % 50 == 0 else chance.choice(WAYS)(files[newest], chance)
        if wrong == files[newest]:
            wrong += b" "
        newest.write_bytes(wrong)
        loaded = make(folder).store.load()
        right = number_in(loaded.record) == NEWEST - 1 and loaded.damaged == ("damaged-0000000003.hsct",)
        kept = right and (folder / loaded.damaged[0]).read_bytes() == wrong
        told = kept and f"{later(NEWEST - 1):%H:%M}" in loaded.messages[0]
        missed += not told
        for path in folder.iterdir():
            path.unlink()
        for path, data in files.items():
            path.write_bytes(data)
    return Verdict(f"{times} corruptions: {missed} not found, not kept or not told", missed == 0)
