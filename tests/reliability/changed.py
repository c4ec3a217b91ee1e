"""The passphrase is set, changed and taken away for ever, and the program killed (SIGKILL) in the middle of it."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import time
from pathlib import Path
from typing import NoReturn

from hsct_aid.storage import disk
from hsct_aid.storage.passphrase import Key
from hsct_aid.storage.store import Store
from tests.reliability.keepers import Verdict, later, number_in, numbered
from tests.storage.keys import key, later_key

COPIES = 4


class Careless(Store):
    """Takes a passphrase away by removing every copy before it writes them open."""

    def unprotect(self) -> None:
        kept = [(saved.generation, self.earlier_record(saved.generation)) for saved in self.earlier()]
        newest = self.read().record
        assert newest is not None
        for name in disk.names(self.folder):
            disk.remove(self.folder / name)
        plain = Store(self.folder)
        for _generation, record in [*reversed(kept), (0, newest)]:
            plain.save(record, later(0))
        self._key = None
        self.read()


def changed(folder: Path, times: int, *, careless: bool = False) -> Verdict:
    """Kill ``times`` times: the newest notes and every earlier copy must open with one of the keys, or with none."""
    keys = [None, key()[0], later_key()[0]]
    chance = random.Random(7)
    lost = 0
    for _ in range(times):
        store = Store(folder / "r")
        for number in range(COPIES):
            store.save(numbered(number), later(number))
        _one_life(Careless if careless else Store, folder / "r", keys, chance.random() * 0.4)
        lost += not any(_all_open(folder / "r", each) for each in keys)
        shutil.rmtree(folder)
    return Verdict(f"{times} kills while a passphrase was set, changed, taken away: {lost} lost", lost == 0)


def _all_open(folder: Path, tried: Key | None) -> bool:
    store = Store(folder, tried)
    newest = number_in(store.load().record)
    if newest < COPIES - 1 or store.is_locked:
        return False
    found = {number_in(store.earlier_record(saved.generation)) for saved in store.earlier()} | {newest}
    return set(range(COPIES)) <= found


def _one_life(make: type[Store], folder: Path, keys: list[Key | None], delay: float) -> None:
    told, tell = os.pipe()
    process = os.fork()
    if process == 0:
        _change_for_ever(make, folder, keys, tell)
    os.close(tell)
    os.read(told, 1)
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(told)


def _change_for_ever(make: type[Store], folder: Path, keys: list[Key | None], tell: int) -> NoReturn:
    try:
        store = make(folder)
        store.load()
        os.write(tell, b"1")
        for number in itertools.count(COPIES):
            for each in keys[1:]:
                assert each is not None
                store.protect(each, numbered(number), later(number))
            store.unprotect()
    finally:
        os._exit(1)
