"""Looks at a program and works it as assistive technology does: JSON lines in, JSON lines out.

It runs under the system's own Python, the one that has gi and libatspi, inside the private desktop of desktop.py:

    {"do": "look", "closely": false}              every visible thing in order; closely: with text, place and more
    {"do": "act", "handle": 7}                    its first action: press a button, tick a box, pick from a list
    {"do": "write", "handle": 7, "text": "…"}     put a text in a field
    {"do": "focus", "handle": 7}                  move the keyboard there
    {"do": "where", "wait_s": 2}                  what has the keyboard, once a key has done its work

Each answer is {"ok": …} or {"wrong": "why"}. Handles hold until the next look.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version must be asked for first

PATIENCE_S = 10
SAME_ROLE = {"push button": "button", "toggle button": "button", "button menu": "button"}
seen: list[Any] = []
focused: list[Any] = []
"""What took the keyboard, in turn."""
moves: list[str] = []
"""What a key can do: move the keyboard, the place in a text, or a tick."""
MOVES = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:text-caret-moved",
    "object:text-selection-changed",
)


def application() -> Any:
    """The program on this desktop, once it has a window."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_child_count():
                return child
        time.sleep(0.02)
    raise LookupError("no window on this desktop")


def look(*, closely: bool = False) -> list[dict[str, Any]]:
    """Everything that can be seen, parents before children. A thing that goes away meanwhile means looking again."""
    for _ in range(5):
        seen.clear()
        found: list[dict[str, Any]] = []
        try:
            _walk(application(), 0, found, closely)
        except GLib.Error:
            time.sleep(0.05)
        else:
            return found
    raise LookupError("the window would not keep still")


def _walk(thing: Any, depth: int, found: list[dict[str, Any]], closely: bool) -> None:
    states = {state.value_nick for state in thing.get_state_set().get_states()}
    if depth and "showing" not in states:
        return
    seen.append(thing)
    role = thing.get_role_name()
    said = {"handle": len(seen) - 1, "role": SAME_ROLE.get(role, role), "name": thing.get_name()}
    if role == "heading":
        said["level"] = int((thing.get_attributes() or {}).get("level", 0))  # None of what is just gone
    found.append(said | {"depth": depth, "states": sorted(states)} | (_details(thing) if closely else {}))
    for number in range(thing.get_child_count()):
        child = thing.get_child_at_index(number)
        if child is not None:
            _walk(child, depth + 1, found, closely)


def _details(thing: Any) -> dict[str, Any]:
    can = thing.get_interfaces()
    box = Atspi.Component.get_extents(thing, Atspi.CoordType.SCREEN) if "Component" in can else None
    return {
        "description": thing.get_description(),
        "id": thing.get_accessible_id() or "",
        "text": Atspi.Text.get_text(thing, 0, -1) if "Text" in can else "",
        "labelled_by": _related(thing, Atspi.RelationType.LABELLED_BY),
        "label_for": _related(thing, Atspi.RelationType.LABEL_FOR),
        "box": [box.x, box.y, box.width, box.height] if box else None,
    }


def _related(thing: Any, kind: Any) -> list[str]:
    return [
        relation.get_target(number).get_name()
        for relation in thing.get_relation_set()
        if relation.get_relation_type() == kind
        for number in range(relation.get_n_targets())
    ]


def act(handle: int) -> str:
    """Do the first action and say which it was."""
    thing = seen[handle]
    if "Action" not in thing.get_interfaces() or not Atspi.Action.get_n_actions(thing):
        raise LookupError("nothing can be done with it")
    name = str(Atspi.Action.get_action_name(thing, 0))
    if not Atspi.Action.do_action(thing, 0):
        raise LookupError(f"{name} was refused")
    return name


def write(handle: int, text: str) -> bool:
    """Put ``text`` in place of what a field holds."""
    thing = seen[handle]
    if "EditableText" not in thing.get_interfaces():
        raise LookupError("it takes no text")
    return bool(Atspi.EditableText.set_text_contents(thing, text))


def focus(handle: int) -> bool:
    """Move the keyboard to it."""
    return bool(Atspi.Component.grab_focus(seen[handle]))


def where(wait_s: float) -> dict[str, Any] | None:
    """What has the keyboard now; None where nothing says so. Waits so long for a key to do something."""
    context, until = GLib.MainContext.default(), time.monotonic() + wait_s
    while context.iteration(False) or (not moves and time.monotonic() < until):
        if not context.pending():
            time.sleep(0.002)
    moves.clear()
    thing = focused[-1] if focused else None
    try:
        states = {state.value_nick for state in thing.get_state_set().get_states()} if thing else set()
        if thing is None or not {"focused", "showing"} <= states:
            return None
        role, around, above = thing.get_role_name(), [], thing.get_parent()
        while above is not None:
            around.append(above.get_name())
            above = above.get_parent()
    except GLib.Error:
        return None
    said = {"handle": -1, "depth": 0, "role": SAME_ROLE.get(role, role), "name": thing.get_name()}
    return said | {"states": sorted(states), "id": thing.get_accessible_id() or "", "around": around}


def _note(event: Any) -> None:
    moves.append(event.type)
    if event.type.endswith("focused") and event.detail1:
        focused.append(event.source)


def main() -> None:
    """Answer one line after the other until the other side hangs up."""
    verbs: dict[str, Callable[..., object]] = {"look": look, "act": act, "write": write, "focus": focus, "where": where}
    for line in sys.stdin:
        wanted = json.loads(line)
        try:
            answer = {"ok": verbs[wanted.pop("do")](**wanted)}
        except (GLib.Error, LookupError) as error:
            answer = {"wrong": str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    Atspi.init()
    # what was read once is asked again: the window may have changed
    Atspi.Accessible.set_cache_mask(Atspi.get_desktop(0), Atspi.Cache.NONE)
    listener = Atspi.EventListener.new(_note)
    for kind in MOVES:
        listener.register(kind)
    main()
