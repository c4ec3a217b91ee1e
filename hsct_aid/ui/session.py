"""The running aid and the open record: the only thing that changes. It keeps undo and saves on a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime
from gettext import gettext as _
from threading import Lock

from msgspec import ValidationError, structs
from PySide6.QtCore import QObject, QTimer, Signal

from hsct_aid.domain.aid import Aid
from hsct_aid.domain.facts import Answer
from hsct_aid.domain.fresh_list import FreshList
from hsct_aid.domain.journey import Journey, journey
from hsct_aid.domain.record import Record, value_at, with_draft, with_value
from hsct_aid.storage.plain import write_record
from hsct_aid.storage.saves import NotSaved, SecondWriter
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.why import why

UNDO_STEPS = 100
MOST_READ = 499
"""Steps the record remembers as gone through, before the one that is left now; no way through the aid has as many."""
TYPING_PAUSE_MS = 400
"""A save follows this long after the last key, so that a word is not saved letter by letter."""

Keep = Callable[[Record], object]
"""Keeps a record: returns once it is safely on disk, or raises OSError."""


class Session(QObject):
    """One person's record in the running window. Pages call ``answer``; everything else follows from its signals.

    ``save_failed`` and ``set_beside`` (saved, but as a record of its own) carry a sentence for the person; ``parting``
    is one for the window that comes next.
    """

    record_changed = Signal()
    place_changed = Signal()
    settings_changed = Signal()
    saved = Signal(str)
    save_failed = Signal(str)
    set_beside = Signal(str)

    def __init__(  # noqa: PLR0913  # the composition root hands over everything the session joins
        self,
        aid: Aid,
        record: Record,
        settings: Settings,
        *,
        keep: Keep,
        keep_settings: Callable[[Settings], None],
        today: date,
        clock: Callable[[], datetime],
        fresh: FreshList | None = None,
        keep_fresh: Callable[[FreshList], None] | None = None,
    ) -> None:
        super().__init__()
        self.aid, self.record, self.settings, self.today = aid, record, settings, today
        self._keep, self._keep_settings, self._clock = keep, keep_settings, clock
        self.fresh, self._keep_fresh = fresh, keep_fresh
        self.as_file: Callable[[Record], bytes] = write_record
        self._undo: list[Record] = []
        self._redo: list[Record] = []
        self._typed_in, self._is_over, self.parting = "", False, ""
        self._unsaved: Record | None = None
        self._on_disk = record
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "save")
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.save)

    @property
    def journey(self) -> Journey:
        """The way through at today's depth."""
        return journey(self.aid, self.record, self.settings.depth)

    def value(self, path: str) -> object:
        """The answer at ``path``; a fact comes as its Answer, or None."""
        return value_at(self.record, path)

    def answer(self, path: str, value: object, *, typing: bool = False) -> bool:
        """Put ``value`` at ``path``. Typing on in one field is one step of undo. False where it cannot be kept."""
        try:
            record = with_value(self.record, path, value)
            if ".value." in path:
                record = with_value(record, f"{path.partition('.value.')[0]}.on", self.today)
        except ValidationError:
            return False
        if record == self.record:
            return True
        self.put(record, typed_in=path if typing else "")
        return True

    def put(self, record: Record, *, typed_in: str = "") -> None:
        """Make ``record`` the one there is: one step of undo, and so is typing on in one field."""
        if not typed_in or typed_in != self._typed_in:
            self._undo = [*self._undo[1 - UNDO_STEPS :], self.record]
        self._redo.clear()
        self._typed_in = typed_in
        self._show(record, typing=bool(typed_in))

    def answer_fact(self, path: str, value: object, *, typing: bool = False) -> bool:
        """Put a fact with today's date; None takes the answer back."""
        answer = None if value is None else Answer(value=value, on=self.today)
        return self.answer(path, answer, typing=typing)

    def answer_unknown(self, path: str) -> bool:
        """Say "I don't know" to a fact."""
        return self.answer(path, Answer[object](unknown=True, on=self.today))

    def draft(self, box: str) -> str:
        """What was typed into a box and is not in its place yet."""
        return next((draft.words for draft in self.record.drafts if draft.box == box), "")

    def keep_draft(self, box: str, words: str) -> None:
        """Keep what is being typed into a box; nothing is kept where it is empty."""
        if (record := with_draft(self.record, box, words)) != self.record:
            self.put(record, typed_in=box)

    def go(self, step_id: str) -> None:
        """Turn to a step; the step left behind counts as read. Position is not part of undo."""
        here = self.journey.step.id
        read = self.record.read if here in self.record.read else (*self.record.read[-MOST_READ:], here)
        self._typed_in = ""
        self.record = structs.replace(self.record, place=step_id, read=read)
        self._pause.start()
        self.place_changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an answer to bring back."""
        return bool(self._redo)

    def undo(self) -> None:
        """Take back the last answer."""
        self._step_through(self._undo, self._redo)

    def redo(self) -> None:
        """Bring back the answer that was taken back."""
        self._step_through(self._redo, self._undo)

    def go_back_to(self, record: Record) -> None:
        """Make an earlier copy the record; it is saved as a new one, and undo takes it back."""
        self.put(record)
        self.place_changed.emit()

    def change_settings(self, **changes: object) -> None:
        """Change how the aid looks; never an answer."""
        settings = structs.replace(self.settings, **changes)
        if settings != self.settings:
            self.settings = settings
            self.keep_settings()
            self.settings_changed.emit()

    def keep_settings(self) -> None:
        """Keep the settings as they are; where that fails, it is tried again with the next change."""
        with suppress(OSError):
            self._keep_settings(self.settings)

    def take_fresh(self, fresh: FreshList) -> str:
        """Keep a list of trials that was read in place of the one before; a sentence where that fails."""
        self.fresh = fresh
        try:
            if self._keep_fresh is not None:
                self._keep_fresh(fresh)
        except OSError as problem:
            return _("The list is here until you close the aid. {why}").format(why=why(problem))
        return ""

    @property
    def is_saved(self) -> bool:
        """Whether all that was said is on disk; where one is does not count."""
        return structs.replace(self.record, place="", read=()) == structs.replace(self._on_disk, place="", read=())

    def save(self) -> None:
        """Save now, on the worker thread; the last state wins."""
        self._pause.stop()
        with self._lock:
            idle = self._unsaved is None
            if self._is_over or (idle and self.record is self._on_disk):
                return
            self._unsaved = self.record
        if idle:
            self._worker.submit(self._save)

    def settle(self) -> bool:
        """Save what is left and wait until that is done; whether all that was said is on disk now."""
        self.save()
        if not self._is_over:
            self._worker.submit(int).result()
        return self.is_saved

    def forget(self) -> None:
        """Save nothing from now on: these notes were deleted."""
        self._on_disk, self.parting = self.record, _("Deleted.")
        self.close()

    def close(self) -> None:
        """Save what is left and wait until it is on disk."""
        self.save()
        self._is_over = True
        self._worker.shutdown(wait=True)

    def _save(self) -> None:
        while (record := self._unsaved) is not None:
            problem = self._try(record)
            with self._lock:
                if problem or self._unsaved is record:
                    self._unsaved = None
            if problem:
                self.save_failed.emit(problem)
                return
            self._on_disk = record
        self.saved.emit(f"{self._clock():%H:%M}")

    def _try(self, record: Record) -> str:
        try:
            self._keep(record)
        except SecondWriter as moved:
            self.set_beside.emit(str(moved))
        except NotSaved as problem:
            return str(problem)
        except OSError as problem:
            return why(problem)
        return ""

    def _show(self, record: Record, *, typing: bool) -> None:
        self.record = record
        if typing:
            self._pause.start()
        else:
            self.save()
        self.record_changed.emit()

    def _step_through(self, source: list[Record], target: list[Record]) -> None:
        if source:
            target.append(self.record)
            record = structs.replace(source.pop(), place=self.record.place, read=self.record.read)
            self._typed_in = ""
            self._show(record, typing=False)
