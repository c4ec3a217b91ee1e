"""The passphrase: it or the printed code opens the notes, nothing else does, and no file keeps the aid busy."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk, passphrase, seal
from hsct_aid.storage.passphrase import Key, is_ring, read_code, spaced, unlock
from hsct_aid.storage.saves import NotSaved, SecondWriter
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from tests.storage.faults import FAULTS, Fault, failing
from tests.storage.keys import WORDS, key, later_key

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CANARY = "canary-words"
MakeKey = Callable[[], tuple[Key, str]]


def test_the_passphrase_and_the_code_open_the_key_and_nothing_else_does() -> None:
    opened, code = key()
    assert unlock(opened.ring, f" {WORDS}\n") == opened
    assert unlock(opened.ring, WORDS.upper()) is None
    assert unlock(opened.ring, spaced(later_key()[1])) is None
    for written in (code, spaced(code).lower(), spaced(code).replace(" ", "-").replace("0", "o").replace("1", "l")):
        assert unlock(opened.ring, written) == opened


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    head = f"argon2id,3,65536,4,{'00' * 16}"
    assert passphrase._slowly("se\u0301same", head) == passphrase._slowly("s\u00e9same", head)


def test_a_miscopied_code_is_seen_before_it_is_tried() -> None:
    code = key()[1]
    assert read_code(code) == code
    wrong = [code[:at] + letter + code[at + 1 :] for at in range(len(code)) for letter in "0Z" if code[at] != letter]
    assert not any(read_code(each) for each in (*wrong, code[:-1], code + "0", "", WORDS))


@pytest.mark.parametrize(
    "cost",
    [
        "2,65536,4", "3,65535,4", "3,65536,0", "65,65536,4", "9999,65536,4", "3,999999999,4", "22,196608,4",
        "3,65536,17", "-3,65536,4", "3,65536", "3,65536,4,4",
    ],
)  # fmt: skip
def test_a_ring_that_asks_for_too_much_or_too_little_work_is_not_tried(cost: str) -> None:
    ring = key()[0].ring
    assert is_ring(ring)
    wrong = ring.replace("3,65536,4", cost, 1)
    start = time.process_time()
    assert not is_ring(wrong)
    assert unlock(wrong, WORDS) is None
    assert time.process_time() - start < 0.05


def test_the_cost_is_fitted_to_this_computer_and_never_under_the_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "_WANTED_S", 0.0)
    assert passphrase._passes() == 3
    monkeypatch.setattr(passphrase, "_WANTED_S", 10.0**9)
    monkeypatch.setattr(passphrase, "_slowly", lambda _words, _head: b"")
    assert passphrase._passes() == 64


def test_every_changed_byte_of_a_closed_envelope_is_damage_and_never_a_wrong_passphrase() -> None:
    data = bytearray(seal.wrap(b"{}\n", 42, NOON, key()[0]))
    assert len(data) < seal.OVERHEAD
    for place in range(len(data)):
        data[place] ^= 1
        with pytest.raises(seal.Damaged):
            seal.unwrap(bytes(data), key()[0])
        data[place] ^= 1


@given(st.data())
def test_a_forged_line_or_payload_with_a_right_sum_does_not_open(data: st.DataObject) -> None:
    whole = seal.wrap(b"a payload of some length", 42, NOON, key()[0])
    line, closed = whole.split(b"\n", 1)
    head = line.rsplit(b" crc32 ", 1)[0]
    generation = data.draw(st.sampled_from((b"sealed 42", b"sealed 43")))
    spot = data.draw(st.integers(0, len(closed) - 1))
    forged = closed[:spot] + bytes([closed[spot] ^ 4]) + closed[spot + 1 :] if generation[-1:] == b"2" else closed
    with pytest.raises(seal.Closed):
        seal.unwrap(seal._summed(head.replace(b"sealed 42", generation).decode(), forged), key()[0])


def test_two_saves_of_one_payload_share_nothing_but_the_ring() -> None:
    one, other = (seal.wrap(CANARY.encode(), 1, NOON, key()[0]) for _ in range(2))
    assert CANARY.encode() not in one
    assert one.split(b"\n", 1)[1] != other.split(b"\n", 1)[1]


def test_an_envelope_of_a_newer_version_is_not_damage(tmp_path: Path) -> None:
    (tmp_path / "record-0000000001.hsct").write_bytes(seal._summed(f"hsct-aid vault 1 at {NOON.isoformat()} x y", b"?"))
    store = Store(tmp_path)
    assert store.load() == (None, (1, NOON), (), True)
    assert not store.is_locked
    with pytest.raises(NotSaved, match="newer version"):
        store.save(Record(), NOON)


def protected(folder: Path) -> Store:
    """Three saves and a damaged file, closed with the key."""
    store = Store(folder)
    store.load()
    for name in ("a", "b", "c"):
        store.save(Record(name=f"{CANARY} {name}"), NOON)
    (folder / "damaged-0000000000.hsct").write_bytes(f"half a {CANARY}".encode())
    assert store.protect(key()[0], Record(name=f"{CANARY} d"), NOON)
    return store


def readable(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_a_passphrase_closes_every_copy_and_its_removal_opens_them_again(tmp_path: Path) -> None:
    store = protected(tmp_path)
    store.save(Record(name=f"{CANARY} e"), NOON)
    assert readable(tmp_path) == []
    closed = Store(tmp_path)
    assert closed.load() == (None, (5, NOON), (), False)
    assert closed.is_locked
    with pytest.raises(NotSaved, match="open them with it first"):
        closed.save(Record(), NOON)
    assert not closed.unlock("something else")
    assert closed.unlock(WORDS)
    assert closed.load().record == Record(name=f"{CANARY} e")
    assert not closed.is_locked
    assert closed.earlier_record(1) == Record(name=f"{CANARY} a")
    closed.unprotect()
    assert len(readable(tmp_path)) == 6
    assert Store(tmp_path).load().record == Record(name=f"{CANARY} e")
    assert closed.save(Record(name="f"), NOON).generation == 6
    assert Store(tmp_path).load().record == Record(name="f")


def test_another_passphrase_ends_the_one_before_and_its_code(tmp_path: Path) -> None:
    store = protected(tmp_path)
    assert store.protect(later_key()[0], Record(name="d"), NOON)
    again = Store(tmp_path)
    again.load()
    assert not again.unlock(WORDS)
    assert not again.unlock(key()[1])
    assert again.unlock(later_key()[1])
    again.load()
    assert again.earlier_record(2) == Record(name=f"{CANARY} b")


@pytest.mark.parametrize("damage", [b"", b"\0" * 900, b"hsct-aid sealed 4 at"])
def test_a_damaged_closed_save_is_told_and_the_one_before_asks_for_the_passphrase(
    tmp_path: Path, damage: bytes
) -> None:
    protected(tmp_path)
    (tmp_path / "record-0000000004.hsct").write_bytes(damage)
    store = Store(tmp_path)
    loaded = store.load()
    assert loaded.damaged == ("damaged-0000000004.hsct",)
    assert "did not open" in loaded.messages[0]
    assert store.is_locked
    assert store.unlock(key()[1])
    assert store.load().record == Record(name=f"{CANARY} c")


STEPS: dict[str, tuple[MakeKey | None, MakeKey | None, Callable[[Store], object]]] = {
    "set": (None, key, lambda store: store.protect(key()[0], Record(name="d"), NOON)),
    "change": (key, later_key, lambda store: store.protect(later_key()[0], Record(name="d"), NOON)),
    "remove": (key, None, lambda store: store.unprotect()),
}


@pytest.mark.parametrize("fault", [FAULTS[1], FAULTS[8]], ids=lambda fault: f"{fault.kind}-{fault.code}")
@pytest.mark.parametrize("step", STEPS)
def test_wherever_a_change_is_cut_short_every_copy_opens_with_one_of_the_two(
    tmp_path: Path, step: str, fault: Fault
) -> None:
    before, after, act = STEPS[step]
    keys = [None if make is None else make()[0] for make in (before, after)]

    def filled(folder: Path) -> Store:
        store = Store(folder, keys[0])
        for name in ("a", "b", "c"):
            store.save(Record(name=name), NOON)
        return store

    trial = filled(tmp_path / "trial")
    with failing() as layer:
        act(trial)
    for at in range(0, len(layer.calls), 3):
        store = filled(tmp_path / str(at))
        with suppress(OSError), failing(at, fault, lasting=True):
            act(store)
        opened = {tried: Store(store.folder, tried).read().record for tried in keys}
        found = {record.name for record in opened.values() if record}
        assert len(found) == 1
        assert found <= {"c", "d"}
        right = next(tried for tried, record in opened.items() if record)
        again = Store(store.folder, right)
        again.load()
        names = {again.earlier_record(saved.generation).name for saved in again.earlier()} | found
        assert {"a", "b", "c"} <= names
        assert Store(store.folder, right).load().damaged == ()


def test_a_second_writer_goes_on_beside_with_the_same_passphrase(tmp_path: Path) -> None:
    first = protected(tmp_path / "r")
    second = Store(tmp_path / "r", key()[0])
    second.load()
    first.save(Record(name=f"{CANARY} first"), NOON)
    with pytest.raises(SecondWriter):
        second.save(Record(name=f"{CANARY} second"), NOON)
    assert readable(second.folder) == []
    assert Store(second.folder, key()[0]).load().record == Record(name=f"{CANARY} second")


def test_people_whose_notes_are_closed_are_found_by_id_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    store = protected(shelf.folder / "0123456789ab")
    shelf.add(Record(name="Zoë"), NOON)
    assert shelf.find(f"{CANARY} d") is None
    found = shelf.find("0123456789ab")
    assert found is not None
    assert [each.folder for each in shelf.closed()] == [store.folder]
    shelf.delete(found)
    assert shelf.closed() == ()


def test_a_folder_among_the_copies_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "damaged-0000000009.hsct").mkdir()
    protected(tmp_path)
    assert "damaged-0000000009.hsct" in disk.names(tmp_path)
    assert readable(tmp_path) == []


def test_nothing_of_the_cipher_is_loaded_where_there_is_no_passphrase() -> None:
    code = "import sys, hsct_aid.cli, hsct_aid.app; print([name for name in sys.modules if 'cryptography' in name])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
