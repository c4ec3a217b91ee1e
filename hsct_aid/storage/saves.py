"""What comes of saving and loading: the moment of a save, what a folder held, and in words why nothing was saved."""

from __future__ import annotations

import errno
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from typing import NamedTuple

from hsct_aid.domain.dates import say
from hsct_aid.domain.record import Record


class NotSaved(OSError):  # noqa: N818  # the name says what happened
    """Nothing was saved. Its text is one sentence for the person; the record is still in memory, whole."""

    def __str__(self) -> str:
        return str(self.strerror)


class SecondWriter(NotSaved):
    """Another running aid saved this record meanwhile. Both versions are kept: this store goes on in a new folder."""


class ReadOnly(NotSaved):
    """A newer version of the aid made this record, so this one does not save over it."""


class Saved(NamedTuple):
    """One save: its number and its time."""

    generation: int
    saved_at: datetime


class Loaded(NamedTuple):
    """What a store holds: the newest record that opens, which save that was, and the names of files that do not open.

    ``record`` is None where there is none, or none that this version can show. ``read_only``: a newer version made it.
    """

    record: Record | None
    saved: Saved | None
    damaged: tuple[str, ...]
    read_only: bool

    @property
    def messages(self) -> tuple[str, ...]:
        """What the person is to be told about this record, one sentence each; mostly nothing."""
        told = []
        if self.damaged and self.saved:
            day, time = say(self.saved.saved_at.date()), f"{self.saved.saved_at:%H:%M}"
            told.append(
                ngettext(
                    "A saved copy did not open and is kept aside: this is the one from {day}, {time}.",
                    "{count} saved copies did not open and are kept aside: this is the one from {day}, {time}.",
                    len(self.damaged),
                ).format(count=len(self.damaged), day=day, time=time)
            )
        elif self.damaged:
            told.append(_("No saved copy opens: they are all kept, and an empty record is open now."))
        if self.read_only:
            told.append(_("A newer version of the aid made this record: you can read it, but nothing new is saved."))
        return tuple(told)


def file_name(generation: int) -> str:
    """What the save of that number is called in its folder."""
    return f"record-{generation:010}.hsct"


def read_only() -> ReadOnly:
    """Why nothing is saved over the notes of a newer version."""
    return ReadOnly(errno.EROFS, _("A newer version of the aid made this record: update the aid to go on with it."))


def moved_beside() -> SecondWriter:
    """What became of notes that two windows saved."""
    return SecondWriter(
        errno.EEXIST,
        _("This record was saved elsewhere meanwhile: both are kept, and yours goes on as a record of its own."),
    )


def locked() -> NotSaved:
    """Why nothing is saved over notes that are closed."""
    return NotSaved(errno.EACCES, _("These notes have a passphrase: open them with it first."))
