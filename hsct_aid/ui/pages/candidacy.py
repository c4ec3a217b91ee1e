"""What centres look for: the person's facts, published words beside them without a verdict, and records to ask for."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from gettext import gettext as _

from msgspec import ValidationError, structs
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.candidacy import CandidacyAnswers, Rule
from hsct_aid.domain.criteria import criteria, is_compared, is_first, missing_facts, needed_facts
from hsct_aid.domain.fact_words import fact_name, fact_words
from hsct_aid.domain.facts import known
from hsct_aid.domain.front_page import records_to_ask_for
from hsct_aid.domain.labels import field_of
from hsct_aid.domain.paper import CriterionRow
from hsct_aid.domain.record import with_value, without_draft
from hsct_aid.domain.summary_evidence import state_words
from hsct_aid.ui import theme
from hsct_aid.ui.escape import escape
from hsct_aid.ui.explanations import role_words
from hsct_aid.ui.pages.page import WIDE, Page
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import clear, column, put
from hsct_aid.ui.widgets.facts import ask
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.rich_text import beside
from hsct_aid.ui.widgets.room import Room
from hsct_aid.ui.widgets.typed import OneLine, label_of

_CRITERIA = "candidacy_criteria_"
_TOGETHER = {"walk_metres": "walk_support"}
"""Facts that are asked with another."""
_NOT_NEEDED, _OWN, _DRAFT = "candidacy.not_needed", "candidacy.also_lacking", "candidacy.own"


class CandidacyPage(Page):
    """Questions of the form, nine screens of criteria, and the list of records."""

    def build(self) -> None:
        self._beside: dict[str, Framed] = {}
        self._shown: object = None
        self._changes: dict[str, Fold] = {}
        self._holder, self._list = column()
        if self.step.id.startswith(_CRITERIA):
            group = self.step.id.removeprefix(_CRITERIA)
            self._rules = [rule for rule in self.session.aid.library.rules if rule.group == group]
            self._by_id = {rule.id: rule for rule in self._rules}
            self.add(self._holder, wide=True)
            self._add_changes()
        elif self.step.id == "candidacy_records":
            self.add(self._holder)
            self._build_own_records()
            self._to_fill_in, self._missing = column()
            self._missing.addWidget(Subheading(_("Not filled in yet")))
            self._missing.addWidget(hint(_("Centres ask for these. You can fill them in here, or leave them.")))
            self.add(self._to_fill_in)

    def show_record(self) -> None:
        if self.step.id.startswith(_CRITERIA):
            self._show_criteria()
        elif self.step.id == "candidacy_records":
            self._show_records()
        for key, fold in self._changes.items():
            fold.show_words(*self._fact_title(key))

    # the nine screens of criteria

    def _show_criteria(self) -> None:
        country = known(self.session.record.facts.country)
        if country != self._shown or not self._beside:
            self._shown = country
            clear(self._list)
            self._beside.clear()
            self._draw_criteria(country)
        self._show_rows()

    def _show_rows(self) -> None:
        group = self._rules[0].group
        for row in criteria(self.session.aid, self.session.record, self.session.today, group):
            if row.rule in self._beside:
                words = self._row(self._by_id[row.rule], row)
                self.soon(partial(self._beside[row.rule].prose.show_text, words))

    def _draw_criteria(self, country: str | None) -> None:
        compared = [rule for rule in self._rules if is_compared(rule)]
        first = [rule for rule in compared if is_first(rule, country)]
        others = [rule for rule in compared if rule not in first]
        apart = [rule for rule in self._rules if rule not in compared]
        self._add_bodies(self._list, first)
        if not first:
            put(self._list, Wrapped(_("The texts shown first have no words of their own on this. Others do.")))
        if not country:
            put(self._list, hint(_("If you name your country, its own texts stand here too.")))
        if others:
            fold = self._bodies(_("Show other bodies"), _("Other guidelines, countries and trials"), others)
            put(self._list, fold)
            if not first:
                fold.open()
        if apart:
            note = _("Closed trials and other texts. Nothing is set beside them.")
            put(self._list, self._bodies(_("For information only"), note, apart))

    def _bodies(self, title: str, note: str, rules: list[Rule]) -> Fold:
        return Fold(title, note, partial(self._make_bodies, rules), key=f"bodies.{rules[0].id}")

    def _make_bodies(self, rules: list[Rule]) -> QWidget:
        holder, rows = column()
        self._add_bodies(rows, rules)
        self._show_rows()
        return holder

    def _add_bodies(self, rows: QVBoxLayout, rules: list[Rule]) -> None:
        """The rules as frames under what their bodies are; in each the order of the library, never another."""
        kinds = {"guideline": _("Guidelines"), "country": _("Countries"), "trial": _("Trials")}
        for body, name in kinds.items():
            mine = [rule for rule in rules if rule.body == body]
            if mine:
                put(rows, Subheading(name))
            for rule in mine:
                self._beside[rule.id] = framed = self.framed("", rule.rule_set)
                put(rows, framed, widest=theme.measure(self, WIDE if is_compared(rule) else theme.LINE))

    def _row(self, rule: Rule, row: CriterionRow) -> str:
        """One body: its words beside the person's own, and how they stand to each other. Never a verdict."""
        role = role_words(rule.role)
        head = f"<b>{escape(rule.rule_set)}</b>" + (f" ({role})" if role else "")
        source = f'<a href="rule:{escape(rule.id)}">{_("Source")}</a>'
        theirs = f"{_('They describe')}: {escape(row.their_words)}"
        if not is_compared(rule):
            return f"<p>{head}<br>{theirs} {source}</p>"
        state = _("Side by side: {state}").format(state=f"<b>{state_words(row.state)}</b>")
        return f"<p>{head}</p>{beside((f'{theirs} {source}', escape(row.your_words)))}<p>{state}</p>"

    def _add_changes(self) -> None:
        keys = dict.fromkeys(key for rule in self._rules if is_compared(rule) for key in needed_facts(rule))
        if not self.step.id.endswith("_ms_type"):
            keys.pop("ms_type", None)
        shown = [key for key in keys if key not in _TOGETHER.values()]
        if shown:
            self.add_subheading(_("Change what you wrote"))
        for key in shown:
            self.add(self._fact(key))

    def _fact(self, key: str) -> QWidget:
        self._changes[key] = Fold(*self._fact_title(key), partial(self._ask, key), key=f"change.{key}")
        return self._changes[key]

    def _fact_title(self, key: str) -> tuple[str, str]:
        name, facts = fact_name(key), self.session.record.facts
        answer = getattr(facts, key)
        if answer is None or answer.unknown:
            words = _("Not filled in") if answer is None else _("Not known")
        else:
            words = fact_words(key, facts, self.session.today)
        return name[:1].upper() + name[1:], words[:1].upper() + words[1:]

    def _ask(self, key: str) -> QWidget:
        holder, rows = column()
        for part in (key, *filter(None, [_TOGETHER.get(key)])):
            field = field_of(self.session.aid, f"facts.{part}")
            assert field is not None, part
            question = ask(self.session, field)
            question.refresh()
            self._questions.append(question)
            rows.addWidget(question)
        return holder

    # the list of records

    def _show_records(self) -> None:
        self._own.show_text(self.session.draft(_DRAFT))
        answers = self.session.record.candidacy
        listed = self._lacking()
        if (listed, answers.also_lacking) != self._shown:
            self._shown = (listed, answers.also_lacking)
            clear(self._list)
            self._draw_records(listed, answers)
        if listed:
            self._have.show_choices(answers.not_needed)
        self.soon(self._show_missing)

    def _show_missing(self) -> None:
        """What is not filled in yet, and what was filled in here: that stays where it is."""
        record = self.session.record
        missing = [key for key in missing_facts(self.session.aid, record) if getattr(record.facts, key) is None]
        for key, fold in [*self._changes.items()]:
            if key not in missing and not fold.was_opened:
                fold.hide()
                self._changes.pop(key).deleteLater()
        for key in missing:
            if key not in (*_TOGETHER.values(), *self._changes):
                put(self._missing, self._fact(key))
        self._to_fill_in.setVisible(bool(self._changes))

    def _draw_records(self, listed: tuple[Choice, ...], answers: CandidacyAnswers) -> None:
        if listed:
            put(self._list, Wrapped(_("Tick a record that you have, or do not need. It then leaves your page.")))
            self._have = ManyOf(listed, key="candidacy.have")
            self._have.picked.connect(self._leave_out)
            put(self._list, self._have)
        elif not answers.also_lacking:
            put(self._list, Wrapped(_("No record is missing from what you wrote.")))
        for place, words in enumerate(answers.also_lacking):
            card = Card(words, _("You added this one."), key=str(place))
            card.offer(_("Take away"), self._drop_own)
            put(self._list, card)

    def _lacking(self) -> tuple[Choice, ...]:
        """Every record that the page would list if none were ticked, and how to come by it."""
        aid, record = self.session.aid, self.session.record
        whole = structs.replace(record, candidacy=CandidacyAnswers())
        found = [(entry, field_of(aid, f"facts.{entry.ref}")) for entry in records_to_ask_for(aid, whole)]
        return tuple(Choice(entry.ref, entry.text, field.find if field else "") for entry, field in found)

    def _leave_out(self, chosen: Iterable[str]) -> None:
        listed = {choice.id for choice in self._lacking()}
        others = [key for key in self.session.record.candidacy.not_needed if key not in listed]
        self.session.answer(_NOT_NEEDED, (*others, *chosen))

    def _build_own_records(self) -> None:
        self._own = OneLine(_("Another record that I lack"), key=_DRAFT, limit=60)
        self._own.typed.connect(partial(self.session.keep_draft, _DRAFT))
        self.add(label_of(self._own))
        self.add(self._own)
        self.add(Room(self._own))
        add = Button(_("Add to my records"), key="candidacy.add")
        add.clicked.connect(self._add_own)
        self.add_row(add)

    def _add_own(self) -> None:
        words, own = self._own.text().strip(), self.session.record.candidacy.also_lacking
        if words and words not in own:
            with suppress(ValidationError):  # the list is full: the words stay in the box
                self.session.put(without_draft(with_value(self.session.record, _OWN, (*own, words)), _DRAFT))
        self._own.setFocus()

    def _drop_own(self, place: str) -> None:
        own = self.session.record.candidacy.also_lacking
        self.session.answer(_OWN, tuple(words for number, words in enumerate(own) if str(number) != place))
        self._own.setFocus()
