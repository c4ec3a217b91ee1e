"""B4: a long random life of one record, with failing calls, corruption, litter, restores and a second writer.

Beside the store runs a model of it: which saves were attempted with what, and which files were spoiled. After every
step the newest unspoiled save must open, and the newest five that were called saved must be there.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, Final

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from hsct_aid.domain.record import Record
from hsct_aid.storage import disk
from hsct_aid.storage.saves import NotSaved, SecondWriter
from hsct_aid.storage.store import Store
from tests.reliability.keepers import START, Verdict
from tests.storage.faults import FAULTS, Fault, failing

LONGEST_S: Final = 60.0
NUMBER: Final = slice(len("record-"), len("record-0000000001"))
_IN_MEMORY: Final = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # no power is cut here
"""Where a file is forced to nothing, in no time: what goes wrong with a disk is made to go wrong."""


class Life(RuleBasedStateMachine):
    """One record from its first save on. ``wrote`` holds what each generation was to hold."""

    make: type[Store] = Store
    steps: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp(prefix="hsct-aid-life-", dir=_IN_MEMORY))
        self.folder = self.top / "record"
        self.store = self.make(self.folder)
        self.now, self.count = START, 0
        self.wrote: dict[int, Record] = {}
        self.spoiled: set[int] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.top)

    def _step(self, name: str) -> Record:
        self.steps[name] += 1
        self.count += 1
        return Record(name=f"{name} {self.count}")

    def _save(self, store: Store, record: Record, at: int | None = None, fault: Fault = FAULTS[0]) -> None:
        """Save in ``store`` (with call number ``at`` failing) and note it, as the person would hear of it."""
        before = self._on_disk()
        try:
            with failing(at, fault):
                generation = store.save(record, self.now).generation
        except NotSaved as problem:
            if isinstance(problem, SecondWriter):
                beside = self.make(store.folder).load()
                assert beside.record == record, "the refused version is not kept"
                self._reload()
            self.wrote |= dict.fromkeys(self._on_disk() - before, record)
        else:
            self.wrote[generation] = record

    def _on_disk(self) -> set[int]:
        return {int(name[NUMBER]) for name in disk.names(self.folder) if name.startswith("record-")}

    def _reload(self) -> None:
        self.store = self.make(self.folder)
        self.store.load()

    @rule(hours=st.sampled_from((0, 0, 0, 1, 7, 30, 200, -50)))
    def save(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self._save(self.store, self._step("save"))

    @rule(at=st.integers(0, 30), fault=st.sampled_from(FAULTS))
    def save_with_a_failing_call(self, at: int, fault: Fault) -> None:
        self._save(self.store, self._step("failing"), at, fault)

    @rule()
    def start_again(self) -> None:
        self._step("start")
        self._reload()
        assert not any(name.startswith(disk.TEMPORARY) for name in disk.names(self.folder)), "litter stays"

    @rule(at=st.integers(0, 20), fault=st.sampled_from(FAULTS))
    def start_with_a_failing_call(self, at: int, fault: Fault) -> None:
        self._step("failing start")
        store = self.make(self.folder)
        try:
            with failing(at, fault):
                store.load()
        except OSError:
            return
        self.store = store

    @rule(how=st.integers(0, 3), which=st.sampled_from((-1, -1, -1, -2, 0)))
    def spoil(self, how: int, which: int) -> None:
        self._step("spoil")
        there = sorted(self._on_disk() - self.spoiled)
        if len(there) < 2:
            return
        path = self.folder / f"record-{there[which]:010}.hsct"
        data = path.read_bytes()
        wrong = (data[:-5], b"", bytes(len(data)), data.replace(b'"name": "', b'"name": "not '))
        path.write_bytes(wrong[how])
        self.spoiled.add(there[which])

    @rule()
    def tidy(self) -> None:
        self._step("tidy")
        newest = sorted({saved.generation for saved in self.store.earlier()} - self.spoiled)[-4:]
        self.store.tidy()
        assert set(newest) <= self._on_disk(), "a save among the newest five is gone"

    @rule()
    def leave_litter(self) -> None:
        self._step("litter")
        if self.folder.exists():
            disk.stage(self.folder, b"half")

    @rule()
    def another_window_saves(self) -> None:
        record = self._step("second")
        other = self.make(self.folder)
        other.load()
        self._save(other, record)

    @rule(which=st.integers(0, 9))
    def restore(self, which: int) -> None:
        self._step("restore")
        earlier = self.store.earlier()[which : which + 1]
        before = self._on_disk()
        for generation, _saved_at in earlier:
            try:
                record = self.store.earlier_record(generation)
                self.store.save(record, self.now)
            except SecondWriter:
                self._reload()
            except NotSaved:
                assert generation in self.spoiled or generation not in before, "a good copy does not open"
            else:
                assert record == self.wrote[generation]
                self.wrote |= dict.fromkeys(self._on_disk() - before, record)

    @invariant()
    def the_newest_good_save_opens(self) -> None:
        there = self._on_disk() - self.spoiled
        found = self.make(self.folder).read()
        assert (found.saved.generation if found.saved else 0) == max(there, default=0), "not the newest that is good"
        assert found.record == self.wrote.get(max(there, default=0)), "not what was saved"
        assert {int(name[NUMBER]) for name in found.damaged} == self._on_disk() & self.spoiled, "damage not told"


def live(make: type[Store], steps: int, *, a_life: int = 100) -> Verdict:
    """Run lives of ``a_life`` steps until about ``steps`` were made."""
    machine: Any = type("Life", (Life,), {"make": make, "steps": Counter()})
    plan = settings(
        max_examples=max(1, steps // a_life), stateful_step_count=a_life, deadline=None, database=None,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    start = time.process_time()
    try:
        run_state_machine_as_test(machine, settings=plan)
    except AssertionError as violation:
        return Verdict(f"{machine.steps.total()} steps: {str(violation).splitlines()[0]}", met=False)
    took = time.process_time() - start
    return Verdict(f"{machine.steps.total()} steps, 0 violations, {took:.0f} s of the processor", took <= LONGEST_S)
