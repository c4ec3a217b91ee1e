"""Gets the page to the doctor: save, print, copy, mail; and remembers what was done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.aid import Choice
from hsct_aid.domain.changes import front_lines, with_page
from hsct_aid.domain.dates import say as say_date
from hsct_aid.domain.paper import Summary
from hsct_aid.report.page_process import PAGES
from hsct_aid.report.rendered import Pages, Rendered
from hsct_aid.report.text import portal_text, render_text
from hsct_aid.storage.plain import BadInput, write_copy
from hsct_aid.ui import theme
from hsct_aid.ui.file_dialogs import ask_where
from hsct_aid.ui.paper import paper_of, told_with
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.session import Session
from hsct_aid.ui.widgets.access import named, say
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.choice import ManyOf
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.told import Told
from hsct_aid.ui.widgets.waiting import Waiting

DELIVERIES = 50
"""How many of them the record remembers."""
PRINT_PPI = 300
"""How sharp the pages are printed."""


def by_hand() -> dict[str, str]:
    """What the person does with the page away from the computer, by a name for each."""
    return {
        "nurse": _("a copy for my MS nurse"),
        "letter": _("put with my appointment letter"),
        "companion": _("a copy for the person who comes with me"),
    }


class Delivery(QWidget):
    """The ways to bring the page along; ``whole`` shows them all as a short guided step, else saving and printing."""

    def __init__(self, session: Session, summary: Callable[[], Summary], *, whole: bool) -> None:
        super().__init__()
        self._session, self._summary, self._whole = session, summary, whole
        self._path = Path()
        self._replaced: tuple[str, ...] = ()
        self._making: Rendering[Rendered] = Rendering(self)
        self._writing: Rendering[str] = Rendering(self)
        self._printing: Rendering[Pages] = Rendering(self)
        self._told = Told(key="summary.told")
        self._log = named(Wrapped(), "", key="summary.log")
        self._log.hide()
        self._question = self._mail_question()
        self._hands = ManyOf([Choice(name, words) for name, words in by_hand().items()], key="summary.by_hand")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP)
        self._lay_out()
        self._making.done.connect(self._write)
        self._writing.done.connect(self._tell_written)
        self._printing.done.connect(self._send)
        for work in (self._making, self._writing, self._printing):
            work.broke.connect(self._told.tell)
            work.dropped.connect(partial(self._told.tell, _("Cancelled. Nothing was saved or printed.")))
        self._hands.picked.connect(self._tick)

    def show_record(self) -> None:
        """Show what was done so far."""
        done = self._session.record.summary.delivered
        self._log.setText(_("So far: {list}.").format(list="; ".join(done)))
        self._log.setVisible(bool(done) and self._whole)  # not laid out, it would be a window of its own
        self._hands.show_choices([name for name, words in by_hand().items() if any(_is(line, words) for line in done)])

    def _lay_out(self) -> None:
        save = Button(_("Save as a PDF file"), key="summary.save", main=True)
        save.clicked.connect(self._save)
        others = [(_("Print"), "print", self._print)]
        if self._whole:
            self._rows.addWidget(Subheading(_("First: take the page out of the aid")))
            others += [
                (_("Copy as text for a patient portal"), "copy", self._copy),
                (_("Copy the short text, 1,000 characters"), "copy_short", self._copy_short),
                (_("Open my mail program…"), "mail", self._ask_mail),
            ]
        ways = QWidget()
        flow = Flow(ways)
        flow.addWidget(save)
        for words, key, slot in others:
            button = Button(words, key=f"summary.{key}")
            button.clicked.connect(slot)
            flow.addWidget(button)
        words = _("The page is being made…")
        making = Waiting(self._making, words, _("Cancel saving"), key="summary.making")
        printing = Waiting(self._printing, words, _("Cancel printing"), key="summary.printing")
        for widget in (ways, self._question, making, printing, self._told):
            self._rows.addWidget(widget)
        if self._whole:
            for widget in (Subheading(_("Then: tick what you have done")), self._hands, self._log):
                self._rows.addWidget(widget)

    def _mail_question(self) -> QWidget:
        words = _(
            "Your mail program opens with a subject and nothing else. The text of your page goes on the clipboard, "
            "and you paste it in yourself. Mail is not private: ask your clinic how they like to get it. Open it?"
        )
        yes, no = Button(_("Yes, open it"), key="summary.mail_yes"), Button(_("No"), key="summary.mail_no")
        yes.clicked.connect(self._mail)
        no.clicked.connect(self._close_question)
        asked = QWidget()
        rows = QVBoxLayout(asked)
        buttons = QWidget()
        flow = Flow(buttons)
        for button in (yes, no):
            flow.addWidget(button)
        self._asked = named(Wrapped(words), words, key="summary.mail_question")
        rows.addWidget(self._asked)
        rows.addWidget(buttons)
        asked.hide()
        self._no = no
        return asked

    def _ask_mail(self) -> None:
        self._told.tell("")
        self._question.show()
        self._no.setFocus()
        say(self._asked)

    def _close_question(self) -> None:
        self._question.hide()

    def _mail(self) -> None:
        self._close_question()
        QGuiApplication.clipboard().setText(render_text(self._summary()).decode())
        address, subject = QUrl("mailto:"), QUrlQuery()
        subject.addQueryItem("subject", _("Page for my appointment"))
        address.setQuery(subject)
        if QDesktopServices.openUrl(address):
            self._note(_("mail program opened"), _("The text is on the clipboard. Paste it into the mail."))
        else:
            self._told.tell(_("No mail program opened. The text is on the clipboard: paste it where you write."))

    def _save(self) -> None:
        name = f"appointment-summary-{self._session.today.isoformat()}.pdf"
        path = ask_where(self, name, _("PDF file (*.pdf)"), _("Save my page"))
        if path is not None:
            self._path = path
            self._making.start(partial(PAGES.pdf, self._summary(), paper_of(self._session.settings)), PAGES.stop)

    def _write(self, made: Rendered) -> None:
        self._replaced = made.replaced
        self._writing.start(partial(_written, self._path, made.data))

    def _tell_written(self, problem: str) -> None:
        if problem:
            self._told.tell(problem)
            return
        self._note(_("saved"), told_with(_("Saved: {name}").format(name=self._path.name), self._replaced))

    def _print(self) -> None:
        paper = paper_of(self._session.settings)
        self._printing.start(partial(PAGES.pictures, self._summary(), paper, PRINT_PPI), PAGES.stop)

    def _send(self, pages: Pages) -> None:
        from hsct_aid.ui.printing import print_pages  # brings all that Qt knows of printers

        match print_pages(self, pages.pictures, paper_of(self._session.settings)):
            case "printed":
                self._note(_("printed"), told_with(_("Printed."), pages.replaced))
            case "refused":
                self._told.tell(_("The printer did not take the page. Save it as a PDF file and print that instead."))
            case "cancelled":
                self._told.tell("")

    def _copy(self) -> None:
        self._put_on_clipboard(render_text(self._summary()).decode())

    def _copy_short(self) -> None:
        self._put_on_clipboard(portal_text(self._summary()))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._note(_("copied"), _("Copied. You can paste it into the message to your clinic."))

    def _tick(self, chosen: tuple[str, ...]) -> None:
        """Remember what was ticked, and forget what was unticked."""
        before = self._session.record.summary.delivered
        for name, words in by_hand().items():
            noted = [line for line in before if _is(line, words)]
            if name in chosen and not noted:
                self._note(words, "")
            elif name not in chosen and noted:
                self._session.answer("summary.delivered", tuple(line for line in before if line not in noted))

    def _note(self, done: str, words: str) -> None:
        """Remember what was done with the page, and its front, so that changes can be shown after the visit."""
        summary, today = self._session.record.summary, self._session.today
        line = f"{done}: {say_date(today)}"
        delivered = summary.delivered if line in summary.delivered else (*summary.delivered, line)
        noted = with_page(summary, front_lines(self._summary().front), today)
        self._session.answer("summary", structs.replace(noted, delivered=delivered[-DELIVERIES:]))
        self._told.tell(words)


def _is(line: str, words: str) -> bool:
    return line.startswith(f"{words}: ")


def _written(path: Path, data: bytes) -> str:
    """Write the page; a sentence where that fails."""
    try:
        write_copy(path, data)
    except BadInput as problem:
        return str(problem)
    return ""
