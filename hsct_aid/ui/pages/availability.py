"""Where it is available: routes by country, trials with a dated status, judging a centre, costs, warning signs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.availability import CentreQuestion, Country, NotedTrial, Practical, Trial, as_noted, status_words
from hsct_aid.domain.facts import known
from hsct_aid.domain.labels import field_of
from hsct_aid.domain.questions import Question, ask, drop, new_id
from hsct_aid.ui import places
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.widgets import facts
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import clear, column, put
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.fresh_trials import FreshTrials
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.search_words import SearchWords

CONDITION, TERMS = "multiple sclerosis", '"hematopoietic stem cell"'
"""What is written into the two boxes of the search on ClinicalTrials.gov."""
SEARCH = "https://clinicaltrials.gov/search?cond=multiple%20sclerosis&term=%22hematopoietic%20stem%20cell%22"
_TRIALS, _ASKED = "availability.trials", "questions.asked"


class AvailabilityPage(Page):
    """The library of availability. Only the order of countries follows an answer: the person's own stands first."""

    def build(self) -> None:
        self._library = self.session.aid.library.availability
        self._shown: object = self
        self._holder, self._list = column(self.step.heading)
        self._noted: dict[str, ManyOf] = {}
        self._topics: list[ManyOf] = []
        self._centres: Entries | None = None
        self._fresh: FreshTrials | None = None
        build = {
            "availability_routes": self._build_routes, "availability_trials": self._build_trials,
            "availability_fresh": self._build_fresh, "availability_judge": self._build_judge,
            "availability_centres": self._build_centres, "availability_costs": self._build_costs,
            "availability_warning": self._build_warning,
        }.get(self.step.id)  # fmt: skip
        if build is not None:
            build()

    def show_record(self) -> None:
        if self.step.id == "availability_routes":
            self._show_routes()
        for trial_id, box in self._noted.items():
            box.show_choices((trial_id,) if self._is_noted(trial_id) else ())
        for topic in self._topics:
            topic.show_choices(self._asked_ids())
        for part in (self._centres, self._fresh):
            if part is not None:
                part.refresh()

    # routes by country

    def _build_routes(self) -> None:
        self.add(self._holder)
        self.add(Fold(_("Name or change my country"), "", self._ask_country, key="routes.country"))

    def _ask_country(self) -> QWidget:
        field = field_of(self.session.aid, "facts.country")
        assert field is not None
        question = facts.ask(self.session, field)
        self._questions.append(question)
        return question

    def _show_routes(self) -> None:
        code = known(self.session.record.facts.country)
        if code == self._shown:
            return
        self._shown = code
        clear(self._list)
        countries = sorted(self._library.countries, key=lambda country: country.name)
        own = [country for country in countries if country.code == code]
        for country in own:
            put(self._list, Subheading(_("Your country: {country}").format(country=country.name)))
            put(self._list, self.framed(places.country(country), country.name))
        if code and not own:
            put(self._list, Wrapped(_("Your country was not looked into for this aid.")))
        put(self._list, Subheading(_("Other countries") if own else _("Countries")))
        for country in countries:
            if country not in own:
                make = partial(self._country, country)
                put(self._list, Fold(country.name, country.position, make, key=f"country.{country.code}"))
        put(self._list, hint(_(
            "Countries that are not listed were not looked into. That says nothing about them. "
            "Ask your neurologist: how do people here reach aHSCT, and who pays?"
        )))  # fmt: skip

    def _country(self, country: Country) -> QWidget:
        return self.framed(places.country(country), country.name)

    # trials

    def _build_trials(self) -> None:
        for trial in self._library.trials:
            if trial.first:
                self.add_subheading(trial.title)
                self.add(self._trial(trial))
        note = _("Trials that ended, studies that only follow people, programmes that people pay for")
        others = Fold(_("Show finished and other studies"), note, self._other_trials, key="trials.others")
        self.add(others)

    def _other_trials(self) -> QWidget:
        holder, rows = column()
        kinds = {
            "trial": _("Other trials"),
            "observational": _("Studies that only follow people"),
            "programme": _("Programmes that people pay for"),
        }
        for kind, name in kinds.items():
            rows.addWidget(Subheading(name))
            for trial in self._library.trials:
                if trial.kind == kind and not trial.first:
                    said = " · ".join(filter(None, (status_words(trial, self.session.today), trial.address)))
                    rows.addWidget(Fold(trial.title, said, partial(self._trial, trial), key=f"trial.{trial.id}"))
        return holder

    def _trial(self, trial: Trial) -> QWidget:
        framed = self.framed(places.trial(trial, self.session.today), trial.title)
        box = ManyOf([Choice(trial.id, _("Note this trial, to ask about it"))], key=f"note.{trial.id}")
        box.show_choices((trial.id,) if self._is_noted(trial.id) else ())
        box.picked.connect(self._note)
        self._noted[trial.id] = box
        framed.add(box)
        return framed

    def _found(self, trial_id: str) -> Trial:
        return next(trial for trial in self._library.trials if trial.id == trial_id)

    def _is_noted(self, trial_id: str) -> bool:
        return any(_is_same(noted, self._found(trial_id)) for noted in self.session.record.availability.trials)

    def _note(self) -> None:
        """Keep what is ticked now, with its status as it is shown; trials noted elsewhere stay."""
        noted = self.session.record.availability.trials
        for trial_id, box in self._noted.items():
            trial = self._found(trial_id)
            if box.chosen() and not self._is_noted(trial_id):
                noted = (*noted, as_noted(trial))
            elif not box.chosen():
                noted = tuple(one for one in noted if not _is_same(one, trial))
        self.session.answer(_TRIALS, noted)

    # a fresh list, without a network in the aid

    def _build_fresh(self) -> None:
        self.add_subheading(_("The words for the search"))
        self.add(SearchWords(((_("Condition or disease"), CONDITION), (_("Other terms"), TERMS)), SEARCH))
        self.add_subheading(_("Read in what you downloaded"))
        self._fresh = FreshTrials(self.session)
        self.add(self._fresh, wide=True)

    # judging a centre, questions for it, costs, warning signs

    def _build_judge(self) -> None:
        self._add_practical(_("What registries found about experience"), self._library.experience)
        self._add_practical(_("Where you can look up accreditation"), self._library.accreditation)

    def _add_practical(self, heading: str, entries: Iterable[Practical]) -> None:
        self.add_subheading(heading)
        for entry in entries:
            self.add(Fold(entry.name, "", partial(self._practical, entry), key=f"practical.{entry.id}"))

    def _practical(self, entry: Practical) -> QWidget:
        return self.framed(places.practical(entry), entry.name)

    def _build_centres(self) -> None:
        every = Button(_("Add all of them to my questions"), key="centre.all")
        every.clicked.connect(self._pick_all)
        self.add_row(every)
        topics: dict[str, list[CentreQuestion]] = {}
        for one in self._library.centre_questions:
            topics.setdefault(one.topic, []).append(one)
        for topic, questions in topics.items():
            choices = [Choice(f"cq_{one.id}", one.question) for one in questions]
            box = ManyOf(choices, key=f"centre.{questions[0].id}")
            box.picked.connect(self._pick_questions)
            self._topics.append(box)
            self.add_subheading(topic)
            self.add(box)
        self.add_subheading(_("My notes on centres"))
        form = self.session.aid.library.entries["centres"]
        self._centres = Entries(self.session, "availability.centres", form, soon=self.soon)
        self.add(self._centres)

    def _asked_ids(self) -> tuple[str, ...]:
        asked = self.session.record.questions.asked
        return tuple(one.prompt for one in asked if one.prompt.startswith("cq_"))

    def _pick_all(self) -> None:
        for topic in self._topics:
            topic.show_choices(tuple(f"cq_{one.id}" for one in self._library.centre_questions))
        self._pick_questions()

    def _pick_questions(self) -> None:
        heard = [one.question for one in self.session.record.visit.heard]
        ticked = {name for topic in self._topics for name in topic.chosen()}
        asked = self.session.record.questions.asked
        for question in asked:
            if question.prompt.startswith("cq_") and question.prompt not in ticked:
                asked = drop(asked, question.id)
        for one in self._library.centre_questions:
            if f"cq_{one.id}" in ticked:
                asked = ask(asked, Question(new_id(asked, heard), one.question, f"cq_{one.id}", "centre"))
        self.session.answer(_ASKED, asked)

    def _build_costs(self) -> None:
        columns = (_("Where"), _("Amount"), _("For what"), _("When"))
        rows = [
            (
                escape(cost.country),
                [escape(cost.amount), f"{escape(cost.what)} {places.read_at(cost.id)}", escape(cost.as_of)],
            )
            for cost in self._library.costs
        ]
        self.add_grid(_("Published amounts, each of another kind"), columns, rows)
        self._add_practical(_("Time, help and coming home"), self._library.practical)

    def _build_warning(self) -> None:
        rows = [(escape(one.sign), [places.warning(one)]) for one in self._library.warning_signs]
        self.add_grid("", (_("The sign"), _("Why it is one")), rows)


def _is_same(noted: NotedTrial, trial: Trial) -> bool:
    return noted.number in (trial.id, *trial.numbers) if noted.number else noted.title == trial.title
