"""Who stands in a picture: as many as the words say, those more than beside it apart, both framings."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.crowd import Crowd, crowd, legend, spoken
from hsct_aid.domain.estimate import Base, Certainty, Count, Counts, Outcome, Percent, per, share_words
from hsct_aid.domain.prose import plain
from tests.domain.test_estimate import BASES, COUNTS, PERCENTS, numbers

KINDS: tuple[Counts, ...] = ("benefit", "harm", "neither")


def outcome(figure: Count | Percent, beside: Count | Percent | None = None) -> Outcome:
    figures = {"main": figure} | ({"beside": beside} if beside else {})
    return Outcome("x", "Title", "s", "who", "span", dict(figures), Certainty("low", "low"), "read", date(2026, 1, 1))


@given(COUNTS | PERCENTS, BASES)
def test_both_framings_add_to_the_base(figure: Count | Percent, base: Base) -> None:
    have, rest = spoken(outcome(figure), figure, base).split("; ")
    n, of = numbers(have)
    others, of_others = numbers(rest)
    assert of == of_others == base
    fewer = "fewer than" in have
    assert (n, fewer) == ((1, True) if per(figure, base).fewer else (per(figure, base).n, False))
    assert (0 if fewer else n) + others == base


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from(KINDS))
def test_those_more_than_beside_it_are_apart_and_all_parts_add_up(n: int, other: int, kind: Counts) -> None:
    figure = Count(n=n, of=100, counts=kind, beside="beside")
    found = outcome(figure, Count(label="placebo", n=other, of=100, counts=kind))
    people, lines = crowd(found, figure, 100), legend(found, figure, 100)
    signs = [people.sign(number) for number in range(100)]
    assert people == Crowd(n, 100, kind == "harm", max(0, n - other))
    assert signs.count("none") == 100 - n
    assert sum(sign.endswith("_more") for sign in signs) == people.more
    assert {sign for line in lines for sign in line.signs} >= set(signs)
    if people.more:
        assert numbers(spoken(found, figure, 100)) == [n, 100, other, people.more, 100 - n, 100]
        assert "“placebo”" in lines[1].words
    else:
        assert len(lines) == 2


def test_a_harm_and_a_benefit_have_signs_and_words_of_their_own() -> None:
    benefit, harm, neither = (Count(n=5, of=100, counts=kind) for kind in KINDS)
    assert spoken(outcome(benefit), benefit, 100).startswith("a benefit: 5 of 100 people; ")
    assert spoken(outcome(harm), harm, 100).startswith("a harm: 5 of 100 people; ")
    assert spoken(outcome(neither), neither, 100).startswith("5 of 100 people; ")
    assert crowd(outcome(benefit), benefit, 100).sign(0) != crowd(outcome(harm), harm, 100).sign(0)


def test_every_picture_of_the_aid_says_the_numbers_of_its_sentence(aid: Aid) -> None:
    for result in aid.library.outcomes.values():
        for name, figure in result.figures.items():
            if isinstance(figure, Count | Percent):
                for base in (100, 1000):
                    said = numbers(spoken(result, figure, base))
                    assert said[:2] == numbers(plain(aid, f"{{{result.id}.{name}:per{base}}}")), result.id
                    assert said[-2:] == [base - crowd(result, figure, base).n, base]
                    assert share_words(per(figure, base)) in spoken(result, figure, base)


def test_deaths_count_as_a_harm_and_absence_of_activity_as_a_benefit(aid: Aid) -> None:
    for result in aid.library.outcomes.values():
        for figure in result.figures.values():
            if isinstance(figure, Count | Percent):
                several = len(result.figures) > 1 and " and " in result.title
                said = figure.label if several and figure.label else result.title
                if re.search(r"[Dd]eath|side effect|[Ss]hingles|[Tt]hyroid|fever|got worse|worse disability", said):
                    assert figure.counts == "harm", result.id
                if re.search(r"^(No|Alive|Kept no) ", said):
                    assert figure.counts == "benefit", result.id


def test_one_trial_is_drawn_with_those_who_had_it_in_both_groups_and_those_more(aid: Aid) -> None:
    trial = aid.library.outcomes["mist_progression"]
    medicine = trial.figures["medicine"]
    assert isinstance(medicine, Count)
    assert crowd(trial, medicine, 100) == Crowd(62, 100, harm=True, more=57)
    assert spoken(trial, medicine, 100) == (
        "a harm: about 62 of 100 people; as many as with “aHSCT”: about 5; more than that, each in a box: about 57; "
        "about 38 of 100 people not"
    )
