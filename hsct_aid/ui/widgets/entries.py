"""A list the person fills entry by entry, such as medicines or centres. Each entry is one line until opened."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from msgspec import structs
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice, EntryForm, Field
from hsct_aid.domain.dates import say
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.record import with_value, without_entry
from hsct_aid.ui import theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named
from hsct_aid.ui.widgets.access import say as say_aloud
from hsct_aid.ui.widgets.answers import UNKNOWN, Question
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.column import Soon, now, put
from hsct_aid.ui.widgets.fold import Fold
from hsct_aid.ui.widgets.heading import Wrapped

NONE = "none"
_NAMES = ("name", "on_medicine")
"""Boxes that offer the names of medicines while one types, where the list has them."""


class Entries(QWidget):
    """Entries at ``path`` in the record, one form each, with buttons to add and take away.

    A fact can also be "none" or "I don't know", and then it has no entries. ``soon`` makes each of them.
    """

    def __init__(
        self, session: Session, path: str, form: EntryForm, *, names: tuple[str, ...] = (), soon: Soon = now
    ) -> None:
        super().__init__()
        self._session, self._path, self._form, self._names, self._soon = session, path, form, names, soon
        self._is_fact = path.startswith("facts.")
        self._items_path = f"{path}.value" if self._is_fact else path
        self._folds: list[Fold] = []
        self._questions: dict[int, list[Question]] = {}
        self._count = -1
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        # a widget of its own: assistive technology reads an entry that is added later before the button too
        entries = QWidget()
        self._entries = QVBoxLayout(entries)
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(theme.em(self, 0.6))
        rows.addWidget(entries)
        self._add = Button(form.add, key=f"{path}.add")
        self._add.clicked.connect(self._append)
        rows.addWidget(self._add)
        self._full = named(Wrapped(), "", key=f"{path}.full")
        rows.addWidget(self._full)
        self._full.hide()
        self._instead = ManyOf(self._other_answers(), key=f"{path}.instead")
        self._instead.picked.connect(self._answer_instead)
        rows.addWidget(self._instead)
        self.refresh()

    def refresh(self) -> None:
        """Show the entries in the record; boxes in use are kept while their number is the same."""
        if self._count != self._number:
            self._rebuild()
        else:
            for number, fold in enumerate(self._folds):
                fold.show_words(*self._words(number))
        for questions in self._questions.values():
            for question in questions:
                question.refresh()
        answer = self._session.value(self._path)
        is_none = isinstance(answer, Answer) and answer.value == ()
        is_unknown = isinstance(answer, Answer) and answer.unknown
        self._instead.show_choices((NONE,) if is_none else (UNKNOWN,) if is_unknown else ())
        self._instead.setVisible(self._is_fact and not self._number)

    @property
    def _number(self) -> int:
        items = self._session.value(self._items_path)
        return len(items) if isinstance(items, tuple) else 0

    def _rebuild(self) -> None:
        while (item := self._entries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._count = self._number
        self._full.hide()
        self._questions = {}
        if not self._count:
            put(self._entries, Wrapped(self._form.empty))
        self._folds = []
        for number in range(self._count):
            self._soon(partial(self._add_fold, number))

    def _add_fold(self, number: int) -> None:
        fold = Fold(*self._words(number), partial(self._entry, number), key=f"{self._items_path}.{number}")
        self._folds.append(fold)
        put(self._entries, fold)

    def _words(self, number: int) -> tuple[str, str]:
        """An entry in a few words: its first answer, and the others under it."""
        first, *others = (self._answer(number, field) for field in self._form.fields if field.kind != "text")
        return first or _("Entry {n}").format(n=number + 1), " · ".join(words for words in others if words)

    def _answer(self, number: int, field: Field) -> str:
        value = self._session.value(f"{self._items_path}.{number}.{field.id}")
        if isinstance(value, bool):
            return field.label if value else ""
        words = str(value or "")
        if field.kind == "date":
            return say(words)
        return {choice.id: choice.label for choice in field.choices}.get(words, words)

    def _entry(self, number: int) -> QWidget:
        box = named(QWidget(), _("Entry {n}").format(n=number + 1), role=QAccessible.Role.Grouping)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(theme.em(self), 0, 0, theme.em(self, 0.5))
        self._questions[number] = [Question(self._session, self._field(field, number)) for field in self._form.fields]
        for question in self._questions[number]:
            rows.addWidget(question)
        remove = Button(_("Take entry {n} away").format(n=number + 1), key=f"{self._path}.{number}.remove", quiet=True)
        remove.clicked.connect(self._remove)
        remove.setProperty("entry", number)
        rows.addWidget(remove)
        return box

    def _field(self, field: Field, number: int) -> Field:
        choices = tuple(Choice(name, name) for name in self._names) if field.id in _NAMES else field.choices
        return structs.replace(field, id=f"{self._items_path}.{number}.{field.id}", choices=choices)

    def _other_answers(self) -> list[Choice]:
        none = [Choice(NONE, self._form.none)] if self._form.none else []
        return [*none, Choice(UNKNOWN, _("I don’t know"))]

    def _append(self) -> None:
        number = self._number
        if self._session.value(self._path) is None or not self._is_fact:
            is_kept = self._session.answer(f"{self._items_path}.{number}", {})
        else:
            items = self._session.value(self._items_path) or ()
            assert isinstance(items, tuple)
            is_kept = self._session.answer_fact(self._path, (*items, {}))
        if not is_kept:
            self._say_full()
        elif number < self._count:
            self._folds[number].open()
            self._questions[number][0].take_focus()

    def _say_full(self) -> None:
        words = _("This list is full: it holds {n} entries.").format(n=self._number)
        self._full.setText(words)
        self._full.setAccessibleName(words)
        self._full.show()
        say_aloud(self._full)

    def _remove(self) -> None:
        number = self.sender().property("entry")
        items = self._session.value(self._items_path)
        assert isinstance(items, tuple)
        left = (*items[:number], *items[number + 1 :])
        value = (Answer(value=left, on=self._session.today) if left else None) if self._is_fact else left
        self._session.put(without_entry(with_value(self._session.record, self._path, value), self._items_path, number))
        self._add.setFocus()

    def _answer_instead(self, chosen: tuple[str, ...]) -> None:
        newest = next((name for name in chosen if name not in self._shown_instead()), None)
        if newest == UNKNOWN:
            self._session.answer_unknown(self._path)
        else:
            self._session.answer_fact(self._path, () if newest == NONE else None)

    def _shown_instead(self) -> tuple[str, ...]:
        answer = self._session.value(self._path)
        if not isinstance(answer, Answer):
            return ()
        return (UNKNOWN,) if answer.unknown else (NONE,) if answer.value == () else ()
