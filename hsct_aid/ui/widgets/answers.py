"""One question of the form with its label, its hint, its answer and "I don't know"."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice, Field
from hsct_aid.domain.dates import read_date, say
from hsct_aid.domain.facts import Answer, known
from hsct_aid.domain.labels import in_agreement
from hsct_aid.domain.numbers import read_number
from hsct_aid.domain.prose import plain
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import labelled, named
from hsct_aid.ui.widgets.choice import ManyOf, OneOf
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.typed import OneLine, Text

UNKNOWN = "unknown"
_LINE, _NUMBER = 200, 8


class Question(QWidget):
    """A field of the form, bound to its place in the record. ``refresh`` shows what the record says."""

    def __init__(self, session: Session, field: Field) -> None:
        super().__init__()
        self._session, self._field = session, field
        self._is_fact = field.id.startswith("facts.")
        self._is_whole_fact = self._is_fact and field.id.count(".") == 1
        named(self, field.label, key=field.id, role=QAccessible.Role.Grouping)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.em(self, 0.6))
        rows.setSpacing(theme.GAP)
        self._label = Wrapped(field.label, bold=True)
        rows.addWidget(self._label)
        if field.hint:
            rows.addWidget(hint(plain(session.aid, field.hint)))
        self._note = hint("")
        self._typed: tuple[str, Any, str] | None = None
        self._is_typing = False
        self._show: Callable[[Any], None] = self._build(rows)
        rows.addWidget(self._note)
        if field.find:
            rows.addWidget(hint(plain(session.aid, field.find)))
        self.refresh()

    def refresh(self) -> None:
        """Show the answer in the record."""
        answer = self._session.value(self._field.id)
        if isinstance(answer, Answer):
            answer = UNKNOWN if answer.unknown else answer.value
        self._show(answer)

    def take_focus(self) -> None:
        """Put the cursor into the answer."""
        for box in self.findChildren(QWidget):
            if box.focusPolicy() & Qt.FocusPolicy.TabFocus:
                box.setFocus()
                return

    def _build(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        match self._field.kind:
            case "choice" | "yes_no" | "country":
                return self._one_of(rows)
            case "choices":
                return self._many_of(rows)
            case "text":
                return self._text(rows)
            case _:
                return self._line(rows)

    def _one_of(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        choices = list(self._field.choices)
        if self._field.kind == "yes_no":
            choices = choices or [Choice("yes", _("Yes")), Choice("no", _("No"))]
        if self._field.unknown:
            choices.append(Choice(UNKNOWN, _("I don’t know")))
        box = OneOf(choices, key=self._field.id)
        box.picked.connect(self._pick)
        rows.addWidget(box)

        def show(answer: Any) -> None:
            box.show_choice({True: "yes", False: "no"}.get(answer, answer) if answer != "" else None)

        return show

    def _many_of(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        box = ManyOf(self._field.choices, key=self._field.id, limit=self._field.limit)
        box.picked.connect(self._pick_many)
        rows.addWidget(box)
        show_unknown = self._offer_unknown(rows)

        def show(answer: Any) -> None:
            show_unknown(answer)
            box.show_choices(answer if isinstance(answer, tuple) else ())

        return show

    def _text(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        box = Text(self._field.label, key=f"{self._field.id}.box", limit=self._field.limit or 2000)
        box.typed.connect(self._type)
        box.overfull.connect(self._tell)
        box.left.connect(self._session.save)
        labelled(box, self._label)
        rows.addWidget(box)
        return lambda answer: box.show_text(answer or "")

    def _line(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        short = self._field.kind in ("year", "number", "date")
        box = OneLine(
            self._field.label,
            key=f"{self._field.id}.box",
            limit=40 if self._field.kind == "date" else _NUMBER if short else self._field.limit or _LINE,
            width=18 if short else 48,
        )
        box.typed.connect(self._type)
        box.left.connect(self._session.save)
        if self._field.choices:
            box.setCompleter(self._completer())
        labelled(box, self._label)
        rows.addWidget(box)
        box.overfull.connect(self._tell)
        show_unknown = self._offer_unknown(rows)

        def show(answer: Any) -> None:
            show_unknown(answer)
            draft = self._session.draft(self._field.id) if answer is None else ""
            # What is being typed, and makes no sense yet, is left alone.
            if not self._is_typing and self._typed != (box.text(), answer, draft):
                box.show_text(self._written(answer) or draft)
                self._tell(self._not_understood() if draft else "")

        return show

    def _completer(self) -> QCompleter:
        completer = QCompleter([choice.label for choice in self._field.choices], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._type)
        return completer

    def _written(self, answer: Any) -> str:
        if answer is None or answer == UNKNOWN:
            return ""
        if isinstance(answer, bool):
            return _("yes") if answer else _("no")
        if self._field.kind == "date":
            return say(answer)
        return str(int(answer) if isinstance(answer, float) and answer.is_integer() else answer)

    def _offer_unknown(self, rows: QVBoxLayout) -> Callable[[Any], None]:
        if not self._field.unknown:
            return lambda _answer: None
        box = ManyOf([Choice(UNKNOWN, _("I don’t know"))], key=f"{self._field.id}.unknown")
        box.picked.connect(self._say_unknown)
        rows.addWidget(box)
        return lambda answer: box.show_choices((UNKNOWN,) if answer == UNKNOWN else ())

    def _pick(self, choice: str) -> None:
        if choice == UNKNOWN:
            self._session.answer_unknown(self._field.id)
        elif not self._keep(choice) and self._field.kind == "yes_no":
            self._keep(choice == "yes")  # where the record holds true or false in place of the words

    def _pick_many(self, chosen: tuple[str, ...]) -> None:
        before = self._session.value(self._field.id)
        shown = known(before) if isinstance(before, Answer) else before
        agreed = in_agreement(shown if isinstance(shown, tuple) else (), chosen)
        # Nothing picked is a fact not answered: "none of these" is an answer of its own.
        self._keep(agreed or None if self._is_whole_fact else agreed)

    def _say_unknown(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self._session.answer_unknown(self._field.id)
        else:
            self._keep(None)

    def _keep(self, value: object, *, typing: bool = False) -> bool:
        keep = self._session.answer_fact if self._is_whole_fact else self._session.answer
        return keep(self._field.id, value, typing=typing)

    def _type(self, text: str) -> None:
        self._is_typing = True
        value = self._read(text)
        if not self._keep(value, typing=True):
            # Half of what was typed is not what was meant: "4" is no answer while "45" stands in the box.
            value = None
            self._keep(None, typing=True)
        is_odd = bool(text.strip() and value is None)
        self._session.keep_draft(self._field.id, text if is_odd else "")
        self._typed = (text, value, self._session.draft(self._field.id))
        self._is_typing = False
        self.refresh()  # a name taken from the list is not in the box yet
        if is_odd:
            self._tell(self._not_understood())
        else:
            self._tell(say(value) if self._field.kind == "date" and isinstance(value, str) else "")

    def _read(self, text: str) -> object:
        """What was typed as a value for the record; None (or empty words) where it says nothing."""
        written = text.strip()
        match self._field.kind:
            case "date":
                return read_date(written)
            case "year":
                return int(written) if written.isdecimal() and len(written) == 4 else None
            case "number":
                return read_number(written)
        return text if written or not self._is_whole_fact else None

    def _not_understood(self) -> str:
        match self._field.kind:
            case "date":
                return _("Write a year, a month or a day, such as 14 March 2026. Please write the month as a word.")
            case "year":
                return _("Write the year with four digits, such as 2019.")
        return _("This number does not fit here. Please look at the hint, or leave the box empty.")

    def _tell(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))


def hint(text: str) -> Wrapped:
    """A softer line under a question."""
    made = Wrapped(text)
    made.setPalette(theme.quiet(made.palette()))
    if not text:
        made.hide()
    return made
