"""What one person does on each page of the whole way, and what their record then holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hsct_aid.content.load import load_aid
from tests.outside.desktop import until
from tests.outside.hands import Hands

CONTENT = load_aid("en")
PROMPT = next(prompt for prompt in CONTENT.library.prompts if prompt.first)
FOUND = next(prompt for prompt in CONTENT.library.prompts if prompt.id == "pr_sperm")
TICK, RADIO, BUTTON = "check box", "radio button", "button"
OWN = "A concern of my own"
SWIM, WORK = "can i still swim", "who looks after my dog"

Deed = Callable[[Hands], None]


def start_wish(hands: Hands) -> None:
    hands.press(TICK, "talk about aHSCT")
    hands.write("In my own words", "see my scans")
    hands.write("When is the visit?", "december 2026")


def start_facts(hands: Hands) -> None:
    hands.press(RADIO, "I don’t know", "Which type of MS do you have?")
    hands.write("In which year were you told that you have MS?", "2019")


def start_leaning(hands: Hands) -> None:
    hands.press(RADIO, "No leaning yet")


def start_priorities(hands: Hands) -> None:
    hands.press(BUTTON, OWN)
    hands.write(OWN, "my garden")
    hands.press(BUTTON, "Add my concern")
    hands.press(TICK, "my garden")
    hands.press(TICK, "The risk of dying from treatment")
    hands.press(TICK, "Cost, travel and who pays")


def start_visit(hands: Hands) -> None:
    hands.write("Who comes with you?", "my sister")
    hands.press(TICK, "An interpreter")


def values_concerns(hands: Hands) -> None:
    """Every concern matters extremely; one more is added here, and taken away again."""
    count = len(CONTENT.library.concerns) + 1
    for number in range(count):
        _sees(hands, f"Concern {number + 1} of {count}")
        hands.press(RADIO, "Extremely")
        if number + 1 < count:
            hands.press(BUTTON, "Skip, or on to the next concern")
    hands.write(OWN, "my choir")
    hands.press(BUTTON, "Add my concern")
    _sees(hands, f"Concern {count + 1} of {count + 1}")
    hands.press(RADIO, "A little")
    hands.press(BUTTON, "Take away: my choir")
    _sees(hands, f"Concern {count} of {count}")


def values_top(hands: Hands) -> None:
    """A fourth pick asks which one to let go."""
    hands.press(TICK, "The risk of dying from treatment")
    hands.press(TICK, "Energy, thinking and daily life")
    hands.press(TICK, "Having fewer relapses")
    hands.press(TICK, "my garden")
    hands.press(RADIO, "Let go: Having fewer relapses")


def values_words(hands: Hands) -> None:
    hands.write("What I want my doctor to understand", "i want to stay at home")
    hands.press(RADIO, "Years without regular MS medicine")


def values_grid(hands: Hands) -> None:
    hands.press(BUTTON, "Three trade-off cards, if you like")
    hands.press(RADIO, "Not sure", CONTENT.library.trade_offs[0].question)


def questions_choose(hands: Hands) -> None:
    hands.press(TICK, PROMPT.text)
    hands.write("Search in all questions", "sperm be stored")
    hands.press(TICK, FOUND.text)


def questions_write(hands: Hands) -> None:
    for words, is_hers in ((SWIM, False), (WORK, True)):
        hands.write("My own question", words)
        if is_hers:
            hands.press(TICK, "This question is from the person who comes with me")
        hands.press(BUTTON, "Add to my questions")
        _sees(hands, words, ends=True)


def questions_order(hands: Hands) -> None:
    hands.press(BUTTON, f"Move up: 4. {WORK}")
    hands.press(BUTTON, f"Move up: 3. {WORK}")
    hands.press(BUTTON, f"For the neurologist: {WORK}")
    hands.press(RADIO, "For the MS nurse", f"2. {WORK}")
    hands.press(BUTTON, f"Take away: 3. {FOUND.text}")


def standing_leaning(hands: Hands) -> None:
    hands.press(RADIO, "No change now, with a date to look again")


def standing_sure(hands: Hands) -> None:
    hands.press(RADIO, "A little sure")
    hands.press(RADIO, "The doctor and I together")


def standing_needs(hands: Hands) -> None:
    fields = [field for field in CONTENT.steps["standing_needs"].fields if field.kind == "yes_no"]
    for number, field in enumerate(fields):
        hands.press(RADIO, "No" if number % 2 else "Yes", field.label)
    hands.write("What I still need before I can decide", "my last scan")


def standing_people(hands: Hands) -> None:
    hands.write("Who helps me with this decision?", "my sister")
    hands.write("Do I feel pushed? By whom?", "no")


def standing_change(hands: Hands) -> None:
    hands.write("I would think again if…", "a new relapse")
    hands.write("If you want to look again later: when?", "march 2027")


def summary_preview(hands: Hands) -> None:
    """The page is saved in the folder that the dialog offers."""
    hands.press(BUTTON, "Save as a PDF file")
    hands.in_dialog("Save my page", "Save")
    _sees(hands, "Saved: appointment-summary", begins=True)


def summary_deliver(hands: Hands) -> None:
    hands.press(TICK, "a copy for my MS nurse")


def visit_heard(hands: Hands) -> None:
    hands.write("When was the visit?", "10 december 2026")
    hands.write(WORK, "my neighbour may")
    hands.write(PROMPT.text, "we shall see")


def visit_decided(hands: Hands) -> None:
    hands.write("What we decided", "a new scan first")


def visit_next(hands: Hands) -> None:
    hands.press(BUTTON, "Add a next step")
    hands.write("What happens next, and who does it?", "scan")
    hands.write("By when?", "january 2027")
    hands.press(RADIO, "No", "Done")
    hands.press(TICK, "neurology letter that names the MS type")


def visit_compare(hands: Hands) -> None:
    hands.press(BUTTON, "Back")
    hands.press(BUTTON, "Next")


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (
        start_wish, start_facts, start_leaning, start_priorities, start_visit,
        values_concerns, values_top, values_words, values_grid,
        questions_choose, questions_write, questions_order,
        standing_leaning, standing_sure, standing_needs, standing_people, standing_change,
        summary_preview, summary_deliver, visit_heard, visit_decided, visit_next, visit_compare,
    )
}  # fmt: skip
SAID: dict[str, Any] = {
    "start": {
        "asks": ["talk"], "ask_words": "see my scans", "visit_on": "2026-12", "look_again_on": "2027-03",
        "companion": "my sister", "helpers": ["interpreter"], "first_leaning": "none_yet",
        "first_priorities": ["death", "money", "own1"],
    },
    "values": {
        "ratings": [{"concern": one.id, "level": "extremely"} for one in CONTENT.library.concerns]
        + [{"concern": "own1", "level": "extremely"}],
        "own": [{"id": "own1", "text": "my garden"}], "top": ["death", "energy", "own1"], "least": "medicine_free",
        "own_words": "i want to stay at home",
        "trade_offs": [{"card": CONTENT.library.trade_offs[0].id, "answer": "not_sure"}],
    },
    "questions": {"asked": [
        {"id": "q1", "text": PROMPT.text, "prompt": PROMPT.id},
        {"id": "q4", "text": WORK, "to": "nurse", "companion": True},
        {"id": "q3", "text": SWIM},
    ]},
    "standing": {
        "leaning": "no_change", "sure": "a_little", "decides": "together", "feels_sure": "yes", "knows": "no",
        "clear_values": "yes", "supported": "no", "needs": "my last scan", "comes_along": "my sister",
        "pressure": "no", "change_mind": "a new relapse",
    },
    "visit": {
        "took_place": "2026-12-10", "decided": "a new scan first", "came": ["ms_type"],
        "heard": [{"question": "q4", "answer": "my neighbour may"}, {"question": "q1", "answer": "we shall see"}],
        "next_steps": [{"what": "scan", "by": "2027-01", "done": False}],
    },
}  # fmt: skip
"""What the record holds in the end, whatever hands it was."""


def _sees(hands: Hands, words: str, *, begins: bool = False, ends: bool = False) -> None:
    """Wait for a line of these words."""
    fits = str.startswith if begins else str.endswith if ends else str.__eq__
    until(
        lambda: [one.name for one in hands.window.look() if one.role == "label"],
        lambda lines: any(fits(line, words) for line in lines),
        f"“{words}”",
    )
