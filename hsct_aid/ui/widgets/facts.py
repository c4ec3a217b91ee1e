"""Facts of more than one box: lists of medicines and relapses, and the last scan. Every kind has its widget."""

from __future__ import annotations

from gettext import gettext as _

from msgspec import structs
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Aid, Choice, Field
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.prose import plain
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.answers import UNKNOWN, Question, hint
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import Soon, now
from hsct_aid.ui.widgets.entries import Entries
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.own_concerns import AmongConcerns

ELSEWHERE = "ZZ"
"""The code of a country that the library does not have."""


class ListFact(QWidget):
    """A fact that is a list, such as the medicines: its label, its entries, and how to find out."""

    def __init__(self, session: Session, field: Field, soon: Soon) -> None:
        super().__init__()
        library = session.aid.library
        names = [name for one in library.medicine_names for name in (one.generic, *one.brands)]
        self._entries = Entries(session, field.id, library.entries[field.kind], names=tuple(names), soon=soon)
        _frame(session.aid, self, field, self._entries)

    def refresh(self) -> None:
        """Show the entries in the record."""
        self._entries.refresh()


class ScanFact(QWidget):
    """The last scan: its boxes, or "I don't know" in their place."""

    def __init__(self, session: Session, field: Field) -> None:
        super().__init__()
        self._session, self._path = session, field.id
        self._boxes = QWidget()
        rows = QVBoxLayout(self._boxes)
        rows.setContentsMargins(theme.em(self, 0.5), 0, 0, 0)
        form = session.aid.library.entries[field.kind]
        self._questions = [Question(session, _inside(field.id, part)) for part in form.fields]
        for question in self._questions:
            rows.addWidget(question)
        self._unknown = ManyOf(
            [Choice(UNKNOWN, _("I don’t know anything about my last scan"))], key=f"{field.id}.unknown"
        )
        self._unknown.picked.connect(self._say_unknown)
        _frame(session.aid, self, field, self._boxes, self._unknown)

    def refresh(self) -> None:
        """Show the scan in the record."""
        answer = self._session.value(self._path)
        is_unknown = isinstance(answer, Answer) and answer.unknown
        self._unknown.show_choices((UNKNOWN,) if is_unknown else ())
        self._boxes.setVisible(not is_unknown)
        for question in self._questions:
            question.refresh()

    def _say_unknown(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self._session.answer_unknown(self._path)
        else:
            self._session.answer(self._path, None)


Asked = Question | ListFact | ScanFact | AmongConcerns
_AMONG_CONCERNS = ("start.first_priorities", "values.least")


def ask(session: Session, field: Field, soon: Soon = now) -> Asked:
    """The widget that asks ``field``, bound to the record; ``soon`` makes the entries of a list."""
    if field.id in _AMONG_CONCERNS:
        return AmongConcerns(session, field)
    match field.kind:
        case "medicines" | "relapses":
            return ListFact(session, field, soon)
        case "scan":
            return ScanFact(session, field)
        case "country" if not field.choices:
            return Question(session, structs.replace(field, choices=countries(session.aid)))
    return Question(session, field)


def countries(aid: Aid) -> tuple[Choice, ...]:
    """The countries of the library in the order of their names, and one for all others."""
    known = sorted(aid.library.availability.countries, key=lambda country: country.name)
    return (*(Choice(country.code, country.name) for country in known), Choice(ELSEWHERE, _("Another country")))


def _inside(path: str, part: Field) -> Field:
    return structs.replace(part, id=f"{path}.value.{part.id}")


def _frame(aid: Aid, box: QWidget, field: Field, *answers: QWidget) -> None:
    """The label above, and the way to find out below."""
    named(box, field.label, key=field.id, role=QAccessible.Role.Grouping)
    rows = QVBoxLayout(box)
    rows.setContentsMargins(0, 0, 0, theme.em(box, 0.6))
    rows.setSpacing(theme.GAP)
    rows.addWidget(Wrapped(field.label, bold=True))
    for widget in (hint(plain(aid, field.hint)), *answers, hint(plain(aid, field.find))):
        rows.addWidget(widget)
