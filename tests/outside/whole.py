"""The whole way, from the first start to the evening after the visit, with answers: said once, done by any hands.

``python -m tests.outside.whole`` walks it twice, by assistive technology's actions alone and by keys alone, as
``make audit`` does; ``python -m tests.outside.whole keys`` once.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from hsct_aid.domain.aid import Step
from hsct_aid.domain.journey import journey
from hsct_aid.domain.record import Record
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from tests.outside.deeds import BUTTON, CONTENT, DEEDS, SAID
from tests.outside.desktop import AID, Program, private_desktop, until
from tests.outside.hands import Actions, Hands, Keys

STEPS = journey(CONTENT, Record(), Settings().depth).steps
FIRST = "Before you begin"
Make = Callable[[Program, dict[str, str]], Hands]
HANDS: dict[str, Make] = {"actions": lambda window, _desktop: Actions(window), "keys": Keys}
"""The ways there are to work the window."""


def walk(hands: Hands, steps: tuple[Step, ...] = STEPS) -> None:
    """From the first start through ``steps``, answering on the way."""
    hands.look_round()
    hands.press(BUTTON, "Next")
    for step in steps:
        try:
            _sees_page(hands.window, step.heading)
            hands.look_round()
            if step.id in DEEDS:
                DEEDS[step.id](hands)
            if step is not steps[-1]:
                hands.press(BUTTON, "Next")
        except AssertionError as problem:
            raise AssertionError(f"{step.id}: {problem}") from problem


def walked(make: Make, desktop: dict[str, str], notes: Path, steps: tuple[Step, ...] = STEPS) -> dict[str, Any]:
    """What the record holds after the walk in a program of its own; AssertionError where the way is barred."""
    with Program([*AID, "--data-dir", str(notes)], desktop) as window:
        _sees_page(window, FIRST)
        hands = make(window, desktop)
        try:
            walk(hands, steps)
        finally:
            hands.let_go()
        assert window.quit() == 0
    (store,) = Shelf(notes).stores()
    record: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(store.read().record))
    return record


def barred(name: str) -> Iterator[str]:
    """What stands in the way of these hands, or what was answered and is not in the record."""
    with private_desktop() as desktop, TemporaryDirectory() as notes:
        try:
            record = walked(HANDS[name], desktop, Path(notes))
        except AssertionError as problem:
            yield f"the whole walk by {name}: {problem}"
            return
        for part, said in SAID.items():
            if record.get(part) != said:
                yield f"the whole walk by {name}: {part} holds {record.get(part)}, not {said}"
        pages = list(Path(desktop["HOME"]).glob("appointment-summary-*.pdf"))
        if [page.read_bytes()[:5] for page in pages] != [b"%PDF-"]:
            yield f"the whole walk by {name}: no page was saved"


def _sees_page(window: Program, heading: str) -> None:
    until(
        window.titles,
        [heading].__eq__,
        f"the page “{heading}”",
    )


def main(which: str = "") -> int:
    """Both walks, or the one that is named; 1 if one of them found the way barred."""
    wrong = 0
    for name in HANDS:
        if which in ("", name):
            start = time.perf_counter()
            for problem in barred(name):
                wrong += 1
                print(problem, flush=True)
            print(f"{name}: {len(STEPS)} pages in {time.perf_counter() - start:.0f} s", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
