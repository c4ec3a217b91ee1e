"""How the aid starts: it takes hold of the data folder and finds whose notes to open, whatever stands in the way."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from hsct_aid import shipped
from hsct_aid.storage import instance
from hsct_aid.storage import settings as settings_file
from hsct_aid.storage.plain import BadInput
from hsct_aid.storage.saves import Loaded
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui.application import make_application


class Begun(NamedTuple):
    """What a start found: the hold on the folder, the settings, and whose notes to open."""

    hold: instance.Instance
    is_first: bool
    settings: Settings
    trouble: str
    store: Store
    is_new: bool
    loaded: Loaded | None


def begin(data_dir: Path, person: str, copy: Path | None) -> Begun | None:
    """Begin as soon as the folder can be used, or without it where the person wants that; None: an aid runs there.

    That one is told of ``copy``, a file that was to be opened.
    Raises BadInput where the folder cannot be used, and the person leaves.
    """
    while True:
        try:
            return _begin(data_dir, person, copy)
        except OSError as problem:
            from hsct_aid.ui.no_place import NoPlace, reason

            settings, _trouble = _spoken(*settings_file.load(data_dir))
            make_application(settings)
            why = reason(problem)
            way = NoPlace(data_dir, why).ask()
            if way == "leave":
                told = _("The notes cannot be kept in {folder}. {why} Name another folder with --data-dir.")
                raise BadInput(told.format(folder=data_dir, why=why)) from problem
            if way == "without":
                return _begin_without(data_dir, person, settings)


def _begin(data_dir: Path, person: str, copy: Path | None) -> Begun | None:
    hold = instance.begin(data_dir)
    if hold is None:
        try:
            instance.ask_to_raise(data_dir, copy)
        except OSError as problem:
            raise BadInput(_("The aid is open already: look for its window.")) from problem
        return None
    try:
        return _look(data_dir, person, hold)
    except OSError:
        hold.end()
        raise


def _look(data_dir: Path, person: str, hold: instance.Instance) -> Begun:
    is_first = not settings_file.are_kept(data_dir)
    settings, trouble = _spoken(*settings_file.load(data_dir))
    shipped.speak(settings.language)
    store, is_new = _store(Shelf(data_dir), person, settings.last_record)
    return Begun(hold, is_first, settings, trouble, store, is_new, store.load())


def _begin_without(data_dir: Path, person: str, settings: Settings) -> Begun:
    """With the notes that can be read, if any; each save is tried, and where it fails the window offers ways out."""
    hold = instance.Instance(data_dir, None)
    try:
        begun = _look(data_dir, person, hold)
    except OSError:
        nothing = Loaded(None, None, (), read_only=False)
        begun = Begun(hold, False, settings, "", Shelf(data_dir).create(), True, nothing)
    told = _("Nothing is saved by itself now: save a copy as one file, in “My notes”, before you close.")
    return begun._replace(is_first=False, trouble=told)


def _spoken(settings: Settings, trouble: str) -> tuple[Settings, str]:
    """The settings with a language that there is, and what to tell the person about them."""
    if settings.language in shipped.languages():
        return settings, trouble
    english = structs.replace(settings, language=shipped.SOURCE_LANGUAGE)
    return english, _("This copy of the aid does not have the language of your settings, so it speaks English.")


def _store(shelf: Shelf, person: str, last: str) -> tuple[Store, bool]:
    """The store to open, and whether it is new: the person named, else the one opened last, else the first."""
    shelf.sweep()
    if person:  # what notes with a passphrase are called is not known before they are open
        found = shelf.find(person) or next(iter(shelf.closed()), None)
    else:
        stores = shelf.stores()
        found = next((store for store in stores if store.folder.name == last), next(iter(stores), None))
    return (found, False) if found is not None else (shelf.create(), True)
