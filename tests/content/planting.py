"""Plants one fault in a file of a copied aid, and looks for it among what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hsct_aid.content.problem import Problem


def plant(folder: Path, file: str, old: str, new: str) -> None:
    """Replace ``old``, which stands in ``file`` exactly once, by ``new``."""
    path = folder / file
    before = path.read_text("utf-8")
    assert before.count(old) == 1, f"{old!r} stands in {file} {before.count(old)} times"
    path.write_text(before.replace(old, new), "utf-8")


def assert_found(folder: Path, fault: dict[str, str], look: Callable[[Path], list[Problem]]) -> None:
    """Plant ``fault`` and see that ``look`` finds it where it stands and says what it is."""
    plant(folder, fault["file"], fault["old"], fault["new"])
    found = look(folder)
    where = fault["where"] if "/" in fault["where"] else f"{fault['file']} {fault['where']}"
    assert [one for one in found if one.where == where and fault["says"] in one.sentence], "\n".join(map(str, found))
