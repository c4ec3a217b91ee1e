"""Joins the rooms into the running aid: content, storage, session and window."""

from __future__ import annotations

import os
import signal
import socket
import sys
from datetime import date, datetime
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from hsct_aid import shipped
from hsct_aid.content.load import load_aid
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.record import Record
from hsct_aid.storage import settings as settings_file
from hsct_aid.storage.settings import Settings
from hsct_aid.storage.shelf import Shelf
from hsct_aid.storage.store import Store
from hsct_aid.ui import style, theme
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets import access
from hsct_aid.ui.window import Window

DEMO_SIZE = (1280, 800)


def open_aid(data_dir: Path, record_name: str) -> int:
    """Open the window on the person's record and stay until it is closed. The exit code."""
    settings, trouble = settings_file.load(data_dir)
    shipped.speak(settings.language)
    store = _store(data_dir, record_name or settings.last_record)
    loaded = store.load(datetime.now())
    application = make_application(settings)
    session = Session(
        load_aid(settings.language),
        loaded.record or Record(name=record_name),
        settings,
        keep=lambda record: store.save(record, datetime.now()),
        keep_settings=lambda changed: settings_file.save(data_dir, changed),
        today=date.today(),
        clock=datetime.now,
    )
    window = Window(session)
    window.show()
    for words in (trouble, *loaded.messages):
        window.tell(words)
    listener = _end_when_asked(window)
    code = application.exec()
    listener.setEnabled(False)
    session.close()
    return code


def make_application(settings: Settings) -> QApplication:
    """The Qt application with our fonts, style and roles."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    QGuiApplication.setApplicationDisplayName("")
    application.setApplicationName("hsct-aid")
    application.setDesktopFileName("hsct-aid")
    application.setWindowIcon(QIcon(str(shipped.folder("icons") / "hsct-aid.svg")))
    theme.load_fonts()
    style.dress(application, settings)
    access.install()
    return application


def make_demo(out: Path, today: date) -> list[Path]:
    """Walk the sample person through every step, one screenshot each, and make their page. The files written."""
    from hsct_aid.domain.summary import build_summary
    from hsct_aid.report.pdf import render_pdf
    from hsct_aid.storage.plain import read_record

    out.mkdir(parents=True, exist_ok=True)
    aid = load_aid("en")
    record = read_record((shipped.folder("demo") / "sample-person.json").read_bytes())
    written = _screenshots(aid, record, out, today)
    page = out / "summary.pdf"
    page.write_bytes(render_pdf(build_summary(aid, record, today), "a4").data)
    return [*written, page]


def _screenshots(aid: Aid, record: Record, out: Path, today: date) -> list[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application(Settings(theme="light"))
    session = Session(
        aid, structs.replace(record, place=""), Settings(theme="light"),
        keep=lambda _record: None, keep_settings=lambda _settings: None, today=today, clock=datetime.now,
    )  # fmt: skip
    window = Window(session)
    window.resize(*DEMO_SIZE)
    window.show()
    written = []
    for number, step in enumerate(session.journey.steps, 1):
        session.go(step.id)
        application.processEvents()
        application.processEvents()
        written.append(out / f"{number:02}-{step.id}.png")
        window.grab().save(str(written[-1]))
    window.close()
    return written


def _store(data_dir: Path, name: str) -> Store:
    shelf = Shelf(data_dir)
    return shelf.find(name) or next(iter(shelf.stores()), None) or shelf.create()


def _end_when_asked(window: Window) -> QSocketNotifier:
    """Close the window, and so save, when the system asks the program to end (log-out, SIGTERM, Ctrl+C)."""
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    listener = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, window)
    listener.activated.connect(window.close)
    listener.setProperty("sockets", (ours, theirs))
    return listener
