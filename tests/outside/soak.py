"""Opens the aid, walks a little and closes it, again and again: no crash, no complaint, and nothing left but the notes.

``python -m tests.outside.soak 30``; HSCT_AID_PROGRAM names another aid than the checkout's, such as a bundle's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from operator import ne
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.outside.desktop import AID, Program, private_desktop, until

NOTES = Path(".local/share/hsct-aid")
ANSWERS = ("check box", "radio button")


def soaked(times: int, home: Path, desktop: dict[str, str]) -> Iterator[str]:
    """What was wrong in so many runs by a person whose files are in ``home``, or lies there in the end as litter."""
    scratch = home / "scratch"
    scratch.mkdir()
    own = desktop | {"HOME": str(home), "TMPDIR": str(scratch)}
    for number in range(times):
        try:
            with Program([*AID], own) as window:
                _walk(window)
                code = window.quit()
            assert code == 0, f"it ended with {code}"
        except AssertionError as problem:
            yield f"run {number + 1}: {problem}"
    scratch.rmdir()  # fails where something lies in it
    yield from (f"left behind: {path}" for path in left(home) if not path.is_relative_to(NOTES))


def left(home: Path) -> list[Path]:
    """Every file below ``home``, seen from there."""
    return sorted(path.relative_to(home) for path in home.rglob("*") if not path.is_dir())


def _walk(window: Program) -> None:
    """On by two pages, as far as there are any, and back by one, with one answer where something is asked."""
    for name in ("Next", "Next", "Back"):
        before, button = window.heading(), window.one("button", name)
        if "sensitive" in button.states:
            window.act(button)
            until(window.heading, partial(ne, before), f"another page after {name}")
    asked = [thing for thing in window.look() if thing.role in ANSWERS]
    if asked:
        window.act(asked[0])


def main(times: int) -> int:
    """1 if anything was wrong."""
    with private_desktop() as desktop, TemporaryDirectory() as folder:
        problems = list(soaked(times, Path(folder), desktop))
        files = left(Path(folder))
        size = sum((Path(folder) / path).stat().st_size for path in files)
    print(*problems, f"{times} runs; {len(files)} files, {size / 1000:.0f} kB of notes", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
