"""Whether the last press was by hand or by key: a title that takes the focus by itself wears its ring for keys only."""

from __future__ import annotations

_last = {"by_hand": True}


def note(*, by_hand: bool) -> None:
    """A button, an answer or a key was pressed this way."""
    _last["by_hand"] = by_hand


def is_by_hand() -> bool:
    """Whether the last press was by hand; so it is before the first one."""
    return _last["by_hand"]
