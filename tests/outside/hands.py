"""Two ways to work the window: by the actions that assistive technology offers, and by one key at a time."""

from __future__ import annotations

import shlex
import subprocess
from typing import Protocol

from tests.outside.desktop import Program, Thing, until

MOST_STOPS = 150
"""Presses of Tab, all round one page."""
MOVES_S, PICKS_S, RESTS_S = 3.0, 0.2, 0.1
"""So long a key that moves may take on a busy machine; so long one is waited for that may do nothing one hears of."""
KEYS = {" ": "space", ".": "period", ",": "comma", "-": "minus", "/": "slash"}
RADIO = "radio button"


class Hands(Protocol):
    """What a person does; ``within`` is the name of the question that an answer belongs to."""

    window: Program

    def press(self, role: str, name: str, within: str = "") -> None:
        """Press a button, tick a box, pick an answer."""

    def write(self, name: str, words: str, within: str = "") -> None:
        """Write into the box of that name."""

    def look_round(self) -> None:
        """Go all round the page that is shown, where that is something these hands do."""

    def in_dialog(self, title: str, button: str) -> None:
        """Press a button of a window of its own."""

    def let_go(self) -> None:
        """Do nothing more."""


def wanted(things: list[Thing], role: str, name: str, within: str = "") -> list[Thing]:
    """The things of that role and name, inside something called ``within``."""
    found, above = [], list[Thing]()
    for thing in things:
        above = [one for one in above if one.depth < thing.depth]
        if (thing.role, thing.name) == (role, name) and (not within or within in {one.name for one in above}):
            found.append(thing)
        above.append(thing)
    return found


def boxes(things: list[Thing], name: str, within: str = "") -> list[Thing]:
    """The boxes of that name in which one can write."""
    return [one for one in wanted(things, "text", name, within) if "editable" in one.states]


class Actions:
    """Everything through the tree of assistive technology: no key, no place on the screen."""

    def __init__(self, window: Program) -> None:
        self.window = window

    def press(self, role: str, name: str, within: str = "") -> None:
        found = until(lambda: wanted(self.window.look(), role, name, within), bool, f"{role} “{name}” in “{within}”")
        assert len(found) == 1, f"{len(found)} × {role} “{name}” in “{within}”"
        assert "enabled" in found[0].states, f"{role} “{name}” cannot be pressed"
        self.window.act(found[0])

    def write(self, name: str, words: str, within: str = "") -> None:
        found = until(lambda: boxes(self.window.look(), name, within), bool, f"box “{name}” in “{within}”")
        assert len(found) == 1, f"{len(found)} boxes “{name}” in “{within}”"
        self.window.write(found[0], words)

    def look_round(self) -> None:
        """Nothing to go round: the tree shows it all at once."""

    def in_dialog(self, title: str, button: str) -> None:
        until(lambda: [one.name for one in self.window.look()], lambda names: title in names, title)
        self.press("button", button, title)

    def let_go(self) -> None:
        """Nothing is held."""


class Keys:
    """Real keys, one at a time: Tab, Shift+Tab, Space, the arrows, and letters."""

    def __init__(self, window: Program, desktop: dict[str, str]) -> None:
        self.window = window
        # one for the whole walk, which reads what to do line by line
        self._fingers = subprocess.Popen(
            ["xdotool", "-"], env=desktop, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.here: Thing | None = None
        self.take_keyboard("HSCT Aid")

    def take_keyboard(self, title: str) -> None:
        """Give the keyboard to the window of that title, as a window manager does."""
        self._do("search", "--sync", "--onlyvisible", "--name", title, "windowfocus")
        self.here = until(lambda: self.window.where(PICKS_S), lambda here: here is not None, f"the keyboard in {title}")

    def key(self, name: str) -> Thing | None:
        """Press and let go of a key; what has the keyboard then. Space may open a window that has to be given it."""
        self._do("key", "--delay", "0", name)
        if name == "space":
            self.here = self._at_rest()
        else:
            self.here = self.window.where(MOVES_S) or until(
                lambda: self.window.where(PICKS_S), bool, f"the keyboard, lost after {name}"
            )
        return self.here

    def press(self, role: str, name: str, within: str = "") -> None:
        group = self._group(name, within) if role == RADIO else []
        for _stop in range(MOST_STOPS):
            here = self.here
            if here is not None and here.role == role and (not within or within in here.around):
                if here.name == name:
                    self.key("space")
                    return
                if here.name in group:
                    self._move_in(group, name)
                    return
            self.key("Tab")
        raise AssertionError(f"Tab does not come to {role} “{name}” in “{within}”")

    def write(self, name: str, words: str, within: str = "") -> None:
        self._tab_to_box(name)
        self._do("key", "--delay", "0", *(KEYS.get(letter, letter) for letter in words))
        typed = until(
            lambda: [one.text for one in boxes(self.window.look(closely=True), name, within)],
            lambda texts: words in texts,
            f"“{words}” in “{name}”",
        )
        assert typed == [words]

    def look_round(self) -> None:
        """Tab goes round the page and comes back to the heading, Shift+Tab too, and they meet the same."""
        self.here = until(
            lambda: self.window.where(PICKS_S),
            lambda here: bool(here and here.role == "heading"),
            "the keyboard on top",
        )
        for _time in range(3):
            there, back = self._round("Tab"), self._round("shift+Tab")
            names = {name for _role, name, _id in there}
            if set(there) == set(back) and "Help" in names and names & {"Back", "Next"}:
                break  # else something may have come or gone meanwhile, such as the pictures of the pages
        assert "Help" in names, "Tab does not come to Help"
        assert names & {"Back", "Next"}, "Tab does not come to what turns the page"
        assert set(there) == set(back), f"met one way only: {set(there) ^ set(back)}"

    def in_dialog(self, title: str, button: str) -> None:
        self.take_keyboard(title)
        self.press("button", button)
        self.take_keyboard("HSCT Aid")

    def let_go(self) -> None:
        self._fingers.communicate()

    def _round(self, key: str) -> list[tuple[str, str, str]]:
        """What the key meets until it is where it began."""
        met: list[tuple[str, str, str]] = []
        begin = self.here
        assert begin is not None
        for _stop in range(MOST_STOPS):
            here = self.key(key)
            assert here is not None
            if (here.role, here.name, here.id) == (begin.role, begin.name, begin.id):
                return met
            if met[-1:] != [(here.role, here.name, here.id)]:  # a link more in the same text
                met.append((here.role, here.name, here.id))
        raise AssertionError(f"{key} does not come back to “{begin.name}”; it met {met[-5:]}")

    def _at_rest(self) -> Thing | None:
        """What has the keyboard once it stays: a page that rearranges itself hands it on a moment later."""
        before, here = None, self.window.where(RESTS_S)
        for _time in range(MOST_STOPS):
            if here is not None and here == before:
                break
            before, here = here, self.window.where(RESTS_S)
        return here

    def _tab_to_box(self, name: str) -> None:
        for _stop in range(MOST_STOPS):
            here = self.here
            if here is not None and (here.role, here.name) == ("text", name) and "editable" in here.states:
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not come to the box “{name}”")

    def _group(self, name: str, within: str) -> list[str]:
        """The answers beside the one called ``name``, in their order."""
        things = until(self.window.look, lambda all_: bool(wanted(all_, RADIO, name, within)), f"answer “{name}”")
        mine = wanted(things, RADIO, name, within)
        assert len(mine) == 1, f"{len(mine)} × answer “{name}” in “{within}”"
        at = things.index(mine[0])
        start = end = at
        while start and things[start - 1].role == RADIO and things[start - 1].depth == mine[0].depth:
            start -= 1
        while end + 1 < len(things) and things[end + 1].role == RADIO and things[end + 1].depth == mine[0].depth:
            end += 1
        return [one.name for one in things[start : end + 1]]

    def _move_in(self, group: list[str], name: str) -> None:
        """To another answer with the arrows; they pick as they go where one is picked already."""
        for _step in group:
            here = self.key("Down")
            if here is not None and here.name == name:
                if "checked" not in here.states:
                    self.key("space")
                return
        raise AssertionError(f"the arrows do not come to “{name}”")

    def _do(self, *command: str) -> None:
        assert self._fingers.stdin
        self._fingers.stdin.write(f"{shlex.join(command)}\n")
        self._fingers.stdin.flush()
