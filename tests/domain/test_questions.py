"""My questions: none is doubled, none is lost, and moving one leaves the others in their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.questions import Question, SuggestionText, ask, drop, minutes, move, new_id, suggestion

WORDS = st.sampled_from(("How long?", "how  LONG?", "Who pays?", "Ça va ?", "ÇA VA ?", " ", "", "Straße", "STRASSE"))
PROMPTS = st.sampled_from(("", "", "p1", "p2"))
WISHES = st.lists(st.tuples(WORDS, PROMPTS), max_size=12)
LISTS = st.lists(st.integers(1, 40), max_size=12, unique=True).map(
    lambda numbers: tuple(Question(f"q{number}", f"Question {number}") for number in numbers)
)


def asked_in_turn(wishes: list[tuple[str, str]]) -> tuple[Question, ...]:
    asked: tuple[Question, ...] = ()
    for text, prompt in wishes:
        asked = ask(asked, Question(new_id(asked, ()), text, prompt))
    return asked


def same(text: str) -> list[str]:
    return text.casefold().split()


@given(WISHES)
def test_no_question_stands_twice_and_none_is_empty(wishes: list[tuple[str, str]]) -> None:
    asked = asked_in_turn(wishes)
    texts = [" ".join(same(one.text)) for one in asked]
    prompts = [one.prompt for one in asked if one.prompt]
    assert len(set(texts)) == len(texts)
    assert len(set(prompts)) == len(prompts)
    assert all(texts)
    assert len({one.id for one in asked}) == len(asked)


@given(WISHES)
def test_every_wish_that_says_something_is_in_the_list(wishes: list[tuple[str, str]]) -> None:
    asked = asked_in_turn(wishes)
    for text, prompt in wishes:
        if text.strip():
            assert any(same(one.text) == same(text) or (prompt and one.prompt == prompt) for one in asked)


@given(LISTS, WORDS)
def test_asking_leaves_what_was_there_in_its_place(asked: tuple[Question, ...], text: str) -> None:
    assert ask(asked, Question("new", text))[: len(asked)] == asked


def test_a_ready_question_in_the_persons_own_words_is_known_as_that_question() -> None:
    own = Question("q1", "Who pays?", companion=True)
    (kept,) = ask((own,), Question("q2", "who pays?", "p_pays"))
    assert (kept.id, kept.text, kept.companion, kept.prompt) == ("q1", "Who pays?", True, "p_pays")


@given(LISTS, st.integers(0, 45), st.integers(-50, 50))
def test_moving_keeps_every_question_and_the_order_of_the_others(
    asked: tuple[Question, ...], number: int, by: int
) -> None:
    name = f"q{number}"
    moved = move(asked, name, by)
    assert drop(moved, name) == drop(asked, name)
    assert sorted(one.id for one in moved) == sorted(one.id for one in asked)
    ids = [one.id for one in asked]
    if name in ids:
        assert [one.id for one in moved].index(name) == max(0, min(len(ids) - 1, ids.index(name) + by))


@given(LISTS, st.integers(0, 45), st.sampled_from((-1, 1)))
def test_a_move_that_was_possible_is_undone_by_the_one_back(asked: tuple[Question, ...], number: int, by: int) -> None:
    moved = move(asked, f"q{number}", by)
    if moved != asked:
        assert move(moved, f"q{number}", -by) == asked


@given(LISTS, st.integers(0, 45))
def test_a_question_that_is_taken_away_is_gone_and_no_other(asked: tuple[Question, ...], number: int) -> None:
    left = drop(asked, f"q{number}")
    assert left == tuple(one for one in asked if one.id != f"q{number}")


@given(LISTS, st.sets(st.integers(1, 60)))
def test_a_new_question_never_takes_the_id_of_another_or_of_an_answer(
    asked: tuple[Question, ...], answered: set[int]
) -> None:
    heard = [f"q{number}" for number in answered]
    assert new_id(asked, heard) not in {*heard, *(one.id for one in asked)}


def test_the_time_guide_grows_with_every_question() -> None:
    asked = tuple(Question(f"q{number}", "?") for number in range(4))
    assert [minutes(asked[:number]) for number in range(5)] == [0, 3, 6, 9, 12]


def test_an_id_from_another_program_is_never_taken_for_a_number() -> None:
    assert new_id((Question("x7", "?"), Question("q", "?"), Question("q²", "?")), ("notes",)) == "q1"


@given(st.text(max_size=200), st.text(min_size=1, max_size=300))
def test_a_suggestion_says_what_it_is_about_and_fits_the_record(it: str, about: str) -> None:
    made = suggestion(SuggestionText("sg_x", "Could you tell me about <it>?", "You asked."), it, about=about)
    assert made.text == f"Could you tell me about {it}?"
    assert made.id.startswith("sg_x:")
    assert len(made.id) <= 200
