"""What studies have shown: the ways forward beside each other, who was studied, claims and where sources disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.dates import say
from hsct_aid.domain.estimate import Outcome, Ratio, sentence
from hsct_aid.domain.evidence import Cell, Claim, MedicineEvidence, Row, toggled
from hsct_aid.domain.fact_words import fact_words
from hsct_aid.domain.prose import plain
from hsct_aid.domain.source import Source
from hsct_aid.ui.escape import escape
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.results import result
from hsct_aid.ui.widgets.answers import hint
from hsct_aid.ui.widgets.cards import Card
from hsct_aid.ui.widgets.column import clear, column, put
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.framed import Framed
from hsct_aid.ui.widgets.grid import Grid
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.rich_text import beside

_OWN = ("ms_type", "birth_year", "first_symptom_year", "edss", "relapses", "medicines")
"""The person's facts that stand beside the people who were studied."""
_RATIOS = "ratios"
_PARTS = {
    "effect": ("activity", "disability", "relapses", "wellbeing"),
    "harm": ("serious_harm", "death", "infection", "fertility", "autoimmune"),
    "life": ("burden", "body", "mind", "daily_life", "unknown"),
}
"""The rows of the side-by-side table in the parts that open; a row that has no part stands in the last."""


class EvidencePage(Page):
    """Figures from the content; the library on the screens that show all of one kind. Facts never follow answers."""

    def build(self) -> None:
        self._own: Framed | None = None
        self._beside: dict[str, Framed] = {}
        self._results: dict[str, Framed] = {}
        self._shown: object = None
        self._kept_holder, self._kept = column()
        {
            "evidence_side_by_side": self._build_side_by_side, "evidence_studies": self._build_studies,
            "evidence_claims": self._build_claims, "evidence_conflicts": self._build_conflicts,
            "evidence_medicines": self._build_medicines, "evidence_all": self._build_all,
        }.get(self.step.id, lambda: None)()  # fmt: skip

    def show_record(self) -> None:
        if self._own is not None:
            self._own.prose.show_text(self._own_words())
            for source_id in self._beside:
                self._show_study(source_id, self._own_facts())
        kept = self.session.record.evidence.kept
        for outcome_id, framed in self._results.items():
            outcome = self.session.aid.library.outcomes[outcome_id]
            framed.prose.show_text(result(self.session.aid, outcome, kept))
        if self.step.id == "evidence_side_by_side" and kept != self._shown:
            self._shown = kept
            clear(self._kept)
            self._draw_kept(kept)

    def _add_fold(self, title: str, note: str, make: Callable[[], QWidget], key: str, *, wide: bool = True) -> None:
        """A fold that is open for who wants to see everything."""

        def put_fold() -> None:
            self.add(fold := Fold(title, note, make, key=key), wide=wide)
            if self._depth == "full":
                self.soon(fold.open)

        self.below(put_fold)

    # side by side, and what the person keeps of it

    def _build_side_by_side(self) -> None:
        rows = {row.id: row for row in self.session.aid.library.rows}
        placed = {name for names in _PARTS.values() for name in names}
        for part, names in _PARTS.items():
            others = [name for name in rows if name not in placed] if part == "life" else []
            mine = [rows[name] for name in (*names, *others) if name in rows]
            names_of = ", ".join(row.name for row in mine)
            self._add_fold(_part_words(part), names_of, partial(self._table, mine), f"rows.{part}")
        self.soon(partial(self.add, self._kept_holder))

    def _table(self, rows: list[Row]) -> Grid:
        options = self.session.aid.library.options
        lines = []
        for row in rows:
            cells = {found.option: self._cell(row.id, found) for found in row.cells}
            lines.append((escape(row.name), [cells[option.id] for option in options]))
        return self.grid("", [option.name for option in options], lines)

    def _cell(self, row_id: str, found: Cell) -> str:
        words = escape(plain(self.session.aid, found.text))
        if not found.outcomes and not found.sources:
            return words
        return f'{words} <a href="cell:{row_id}:{found.option}">{_("More")}</a>'

    def _draw_kept(self, kept: tuple[str, ...]) -> None:
        put(self._kept, Subheading(_("Results you keep for your page")))
        if not kept:
            put(self._kept, hint(_("Open “More” or any number, and keep the results you want to talk about.")))
        for outcome in (self.session.aid.library.outcomes.get(one) for one in kept):
            if outcome is not None:
                card = Card(outcome.title, outcome.who, key=outcome.id)
                card.offer(_("Look at it"), self._look)
                card.offer(_("Take out"), self._take_out)
                put(self._kept, card)

    def _look(self, outcome_id: str) -> None:
        self.asked.emit(f"figure:{outcome_id}")

    def _take_out(self, outcome_id: str) -> None:
        self.session.answer("evidence.kept", toggled(self.session.record.evidence.kept, outcome_id))

    # who was studied

    def _build_studies(self) -> None:
        self._own = self.framed(self._own_words(), _("What you wrote"))
        self.add(self._own)
        library = self.session.aid.library
        shown = [library.outcomes[one].source for row in library.rows for found in row.cells for one in found.outcomes]
        behind = [source for source in library.sources.values() if source.id in shown]
        others = [source for source in library.sources.values() if source.kind == "study" and source not in behind]
        note = _("The order means nothing.")
        ours = _("The studies behind the side-by-side table")
        self._add_fold(ours, note, partial(self._studies, ours, behind), "studies.behind")
        further = _("All other studies in this aid")
        self._add_fold(further, note, partial(self._studies, further, others), "studies.others")

    def _studies(self, title: str, sources: Iterable[Source]) -> QWidget:
        holder, rows = column(title)
        for source in sources:
            self.soon(partial(self._add_study, rows, source))
        return holder

    def _add_study(self, rows: QVBoxLayout, source: Source) -> None:
        note = "; ".join(self._people(source))
        put(rows, Fold(_short_name(source), note, partial(self._study, source), key=f"study.{source.id}"))

    def _people(self, source: Source) -> list[str]:
        """Who was studied, as told with each of its results."""
        told = [one.who for one in self.session.aid.library.outcomes.values() if one.source == source.id]
        return list(dict.fromkeys(told)) or [source.people or _("not stated")]

    def _study(self, source: Source) -> QWidget:
        framed = self.framed("", _short_name(source))
        self._beside[source.id] = framed
        self._show_study(source.id, self._own_facts())
        return framed

    def _show_study(self, source_id: str, own: str) -> None:
        library = self.session.aid.library
        source = library.sources[source_id]
        design, mark = escape(source.design) or _("not stated"), self.source_marks((source_id,))
        they = "<br>".join(escape(one) for one in self._people(source))
        found = [one for one in library.outcomes.values() if one.source == source_id]
        links = "".join(f'<br><a href="figure:{one.id}">{escape(one.title)}</a>' for one in found)
        results = f"<b>{_('Its results here')}:</b>{links}" if found else ""
        self._beside[source_id].prose.show_text(
            beside(
                (f"<b>{_('They studied')}</b><br>{they}", f"<b>{_('You wrote')}</b><br>{own}"),
                (f"<b>{_('Kind of study')}:</b><br>{design}{mark}", results),
            )
        )

    def _own_words(self) -> str:
        return f"<p><b>{_('What you wrote')}</b></p><p>{self._own_facts()}</p>"

    def _own_facts(self) -> str:
        facts, today = self.session.record.facts, self.session.today
        return escape("; ".join(fact_words(key, facts, today) for key in _OWN))

    def _build_all(self) -> None:
        topics: dict[str, list[Outcome]] = {}
        for outcome in self.session.aid.library.outcomes.values():
            only_ratios = all(isinstance(figure, Ratio) for figure in outcome.figures.values())
            topics.setdefault(_RATIOS if only_ratios else outcome.group, []).append(outcome)
        for place, (topic, outcomes) in enumerate(topics.items()):
            name, note = topic[:1].upper() + topic[1:], ""
            if topic == _RATIOS:
                name = _("For your doctor: ratios")
                note = _("A ratio says how one group did against another, not how many people.")
            self.add(Fold(name, note, partial(self._topic, name, outcomes), key=f"topic.{place}"))

    def _topic(self, name: str, outcomes: list[Outcome]) -> QWidget:
        holder, rows = column(name)
        for outcome in outcomes:
            first = outcome.figure
            label = f"{first.label}: " if len(outcome.figures) > 1 and first.label else ""
            note = f"{label}{sentence(first)} · {outcome.span}"
            rows.addWidget(Fold(outcome.title, note, partial(self._result, outcome), key=f"result.{outcome.id}"))
        return holder

    def _result(self, outcome: Outcome) -> QWidget:
        kept = self.session.record.evidence.kept
        self._results[outcome.id] = self.framed(result(self.session.aid, outcome, kept), outcome.title)
        return self._results[outcome.id]

    # claims, disagreements, medicines

    def _build_claims(self) -> None:
        for claim in self.session.aid.library.claims.values():
            verdict = _("What the evidence says: {verdict}").format(verdict=plain(self.session.aid, claim.verdict))
            self._add_fold(claim.claim, verdict, partial(self._claim, claim), f"claim.{claim.id}", wide=False)

    def _claim(self, claim: Claim) -> QWidget:
        return self.framed(f"<p>{self.rich(claim.answer)}{self.source_marks(claim.sources)}</p>", claim.claim)

    def _build_conflicts(self) -> None:
        for conflict in self.session.aid.library.conflicts:
            text = f"<p>{self.rich(conflict.text)}{self.source_marks(conflict.sources)}</p>"
            words = f"<p><b>{escape(conflict.topic)}</b></p>{text}"
            self.below(lambda words=words, topic=conflict.topic: self.add(self.framed(words, topic)))  # type: ignore[misc]

    def _build_medicines(self) -> None:
        self.add_subheading(_("Each medicine in more detail"))
        self.add(Wrapped(_("What trials found, against what the medicine was compared with there.")))
        for medicine in self.session.aid.library.medicines:
            note = _("compared with {comparator}").format(comparator=medicine.comparator) if medicine.comparator else ""
            self.add(Fold(medicine.name, note, partial(self._medicine, medicine), key=f"medicine.{medicine.id}"))

    def _medicine(self, medicine: MedicineEvidence) -> QWidget:
        parts = (
            (_("What it did"), medicine.effect), (_("Harms"), medicine.harms), (_("What it takes"), medicine.burden),
            (_("Keep in mind"), medicine.limits),
        )  # fmt: skip
        html = "".join(f"<p><b>{label}:</b> {self.rich(text)}</p>" for label, text in parts if text)
        checked = f"<p>{_('Last checked')}: {say(medicine.checked)}{self.source_marks(medicine.sources)}</p>"
        return self.framed(html + checked, medicine.name)


def _part_words(part: str) -> str:
    return {
        "effect": _("What it may do for MS"),
        "harm": _("What harm it may do"),
        "life": _("What it takes, living with it, and what nobody knows"),
    }[part]


def _short_name(source: Source) -> str:
    """First author and year, as studies are called."""
    first = source.authors.split(",")[0].removesuffix(" et al.")
    return f"{first} {source.year}" if source.year else first
