"""Joins the rooms into the running aid: content, storage, session and window."""

from __future__ import annotations

import gc
import os
import signal
import sys
from datetime import date, datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage import fresh_list, instance, plain
from hsct_aid.storage import settings as settings_file
from hsct_aid.storage.saves import Loaded
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store

# Qt after the rooms without it: PySide reads the source of every module imported after itself, until `hsct_aid.ui`.
# isort: split
from PySide6 import QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hsct_aid.ui.application import make_application, speak
from hsct_aid.ui.beginning import begin
from hsct_aid.ui.coming_forward import come_forward_when_asked
from hsct_aid.ui.ending import Ending
from hsct_aid.ui.session import Session
from hsct_aid.ui.waste import collect_between_events
from hsct_aid.ui.window import Window

if TYPE_CHECKING:
    from hsct_aid.ui.notes import Notes

DEMO_SIZE = (1280, 800)
RENDER_MS = 50
"""How long the demo waits at a time for the pages to be made."""
SETTLE_MS = 200
"""So long after the window is shown, the first page stands."""


def open_aid(data_dir: Path, person: str, copy: Path | None = None) -> int:
    """Open the window on the person's record, then on those they turn to, until it is closed. The exit code.

    ``copy`` is a file with notes to ask about. Raises BadInput where the folder of the notes cannot be used, and the
    person did not go on without it.
    """
    begun = begin(data_dir, person, copy)
    if begun is None:
        return 0
    hold, is_first, settings, trouble, store, is_new, found = begun
    application = make_application(settings)
    _heed_the_system(application, data_dir)
    name, code, is_first, waiting = person if is_new else "", 0, is_first and is_new, [copy] if copy else []
    following: Store | None = store
    while following is not None:
        store, loaded = following, found or following.load()
        found = None
        if store.is_locked:
            following, hint = _ask_passphrase(Shelf(data_dir), store, loaded, hold, waiting)
            trouble = f"{trouble} {hint}".strip()
            continue
        window = _open(data_dir, (store, loaded), settings, name, trouble)
        if is_first:
            _greet(window, data_dir, store)
        window.show()
        application.commitDataRequest.connect(window.session.settle)
        watch = come_forward_when_asked(window, hold.asked, partial(_take, window, Shelf(data_dir), waiting))
        code = application.exec()
        watch.stop()
        _end(window)
        window.session.change_settings(last_record=store.folder.name)
        store.tidy()
        following, trouble = window.following, window.session.parting
        if following is not store:
            is_first, name = False, ""
        settings = window.session.settings
        speak(application, settings)
        window.deleteLater()
    hold.end()
    return code


def _ask_passphrase(
    shelf: Shelf, store: Store, loaded: Loaded, hold: instance.Instance, waiting: list[Path]
) -> tuple[Store | None, str]:
    """Ask until it fits or the person turns away: whose notes to show then, and what to tell them there."""
    from hsct_aid.ui.unlock import Unlock

    page = Unlock(shelf, store, loaded)

    def take(arrived: list[Path]) -> None:
        waiting.extend(arrived)
        page.say_what_waits(is_any=bool(waiting))

    come_forward_when_asked(page, hold.asked, take)
    return page.ask()


def _open(data_dir: Path, opened: tuple[Store, Loaded], settings: Settings, name: str, trouble: str) -> Window:
    """A window on what a store holds; a record that is new there has this name. It tells of ``trouble``, if any."""
    store, loaded = opened
    fresh, lost = fresh_list.load(data_dir)
    session = Session(
        load_aid(settings.language),
        loaded.record or Record(name=name),
        structs.replace(settings, last_record=store.folder.name),
        keep=lambda record: store.save(record, datetime.now()),
        keep_settings=lambda changed: settings_file.save(data_dir, changed),
        today=date.today(),
        clock=datetime.now,
        fresh=fresh,
        keep_fresh=lambda taken: fresh_list.save(data_dir, taken),
    )
    session.as_file = store.plain_copy

    def make_notes() -> Notes:
        from hsct_aid.ui.notes import Notes

        return Notes(session, Shelf(data_dir), store)

    window = Window(session, make_notes)
    window.installEventFilter(Ending(window))
    QTimer.singleShot(SETTLE_MS, window, partial(_settle, window))
    window.explain.tell(" ".join(filter(None, (trouble, lost, *loaded.messages))))
    return window


def _end(window: Window) -> None:
    """Nothing goes on behind a window that is closed: no saving, and no process that still holds this person's page."""
    window.session.close()
    if made := sys.modules.get("hsct_aid.report.page_process"):  # else nobody wanted to see a page
        made.PAGES.close()


def _greet(window: Window, data_dir: Path, store: Store) -> None:
    """Show what may be set before all else; who closes the aid here is not asked again."""
    from hsct_aid.ui.first_start import FirstStart

    window.show_beside(lambda: FirstStart(window.session, data_dir, store))


def _take(window: Window, shelf: Shelf, waiting: list[Path], arrived: list[Path]) -> None:
    """Ask about the copies that were opened outside, one after the other, as soon as nothing else is asked or shown."""
    new = [copy for copy in arrived if copy not in waiting and not window.stack.shown.findChild(QWidget, copy.as_uri())]
    waiting += new
    if not waiting or QApplication.activeModalWidget() or QApplication.activePopupWidget():
        return
    if not window.stack.is_beside:
        from hsct_aid.ui.arrived import ask

        ask(window, shelf, waiting.pop(0))
    elif new:
        window.explain.tell(_("You opened a file. The aid asks about it as soon as you leave this page."))


def _settle(window: Window) -> None:
    """What the first frame did not have to wait for: a settings file forced to the disk, what looks now and then."""
    from hsct_aid.ui.renewal import tell_of_renewal

    QtGui.QGuiApplication.setWindowIcon(QtGui.QIcon(str(shipped.folder("icons") / "hsct-aid.png")))
    window.session.keep_settings()
    tell_of_renewal(window, window.explain.tell)
    gc.freeze()  # what stands now stays, and is not gone through again and again
    collect_between_events(window)


def make_demo(out: Path, today: date) -> tuple[list[Path], Path]:
    """Walk the sample person through every step, one screenshot each, and make their page: pictures and page."""
    from hsct_aid.domain.summary import build_summary
    from hsct_aid.report.pdf import render_pdf  # typst takes 15 ms to load, which every start would pay for

    out.mkdir(parents=True, exist_ok=True)
    aid = load_aid("en")
    record = plain.read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    pictures = _screenshots(aid, record, out, today)
    page = out / "summary.pdf"
    page.write_bytes(render_pdf(build_summary(aid, record, today), "a4").data)
    return pictures, page


def _screenshots(aid: Aid, record: Record, out: Path, today: date) -> list[Path]:
    from PySide6.QtCore import QEventLoop

    from hsct_aid.ui.rendering import Rendering

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # with no screen Qt tells programmers of it
    application = make_application(Settings(theme="light"))
    session = Session(
        aid, structs.replace(record, place=""), Settings(theme="light"),
        keep=lambda _record: None, keep_settings=lambda _settings: None, today=today, clock=datetime.now,
    )  # fmt: skip
    window = Window(session)
    collect_between_events(window)
    window.resize(*DEMO_SIZE)
    window.show()
    written = []
    for number, step in enumerate(session.journey.steps, 1):
        session.go(step.id)
        application.processEvents()
        while any(work.is_working for work in window.page.findChildren(Rendering)):
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, RENDER_MS)
        application.processEvents()
        written.append(out / f"{number:02}-{step.id}.png")
        window.grab().save(str(written[-1]))
    window.close()
    return written


def _heed_the_system(application: QApplication, data_dir: Path) -> None:
    """Close the window, and so save, when the system asks the program to end (log-out, SIGTERM, Ctrl+C).

    Python acts on a signal when it next runs, and the timer that watches for a second start runs it soon enough. A pipe
    that wakes Qt at once would do so on Linux and macOS alone: on Windows Qt listens to sockets only.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: QTimer.singleShot(0, _leave))
    if sys.platform == "darwin":
        from hsct_aid.ui.clicked import take_clicks

        take_clicks(application, data_dir)


def _leave() -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Window):
            window.leave()
        else:
            window.close()
