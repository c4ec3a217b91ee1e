"""My page: see it as it will be printed, keep parts private, and get it to the doctor."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from html import escape
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.changes import front_lines
from hsct_aid.domain.dates import say
from hsct_aid.domain.paper import Box, Summary
from hsct_aid.domain.summary import build_summary
from hsct_aid.report.pdf import Rendered, pages_png, render_pdf
from hsct_aid.report.text import portal_text, render_text
from hsct_aid.storage.why import why
from hsct_aid.ui.pages.page import Page, clear
from hsct_aid.ui.printing import PRINT_PPI, ask_where, print_pages
from hsct_aid.ui.rendering import Rendering
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.sheet import Sheet

DELIVERIES = 50
"""How many of them the record remembers."""
SCREEN_PPI = 110


class SummaryPage(Page):
    """The preview, what stays private, and the ways to bring the page along."""

    def build(self) -> None:
        self._text: Prose | None = None
        self._told = Wrapped()
        self._told.hide()
        if self.step.id in ("summary_preview", "summary_deliver"):
            self._build_delivery()
        if self.step.id == "summary_preview":
            self._build_preview()

    def show_record(self) -> None:
        if self.step.id == "summary_deliver":
            done = self.session.record.summary.delivered
            self._log.setText(_("So far: {list}.").format(list="; ".join(done)) if done else "")
        if self._text is not None:
            self._text.show_text("".join(_box(box) for box in self._summary().front))
            self._rendering.start(partial(pages_png, self._summary(), self.session.settings.paper, SCREEN_PPI))

    def _build_preview(self) -> None:
        self._rendering: Rendering[list[bytes]] = Rendering(self)
        self._rendering.done.connect(self._show_sheets)
        self._rendering.broke.connect(self._tell)
        self._sheets = QWidget()
        self._sheet_rows = QVBoxLayout(self._sheets)
        self._sheet_rows.setContentsMargins(0, 0, 0, 0)
        self._sheet_rows.addWidget(Wrapped(_("The page is being made…")))
        self.add(self._sheets)
        self.add_subheading(_("The same in words"))
        self._text = self.add_text("", _("My page in words"))

    def _build_delivery(self) -> None:
        self._path = Path()
        self._making: Rendering[Rendered] = Rendering(self)
        self._printing: Rendering[list[bytes]] = Rendering(self)
        self._making.done.connect(self._write)
        self._printing.done.connect(self._send)
        for work in (self._making, self._printing):
            work.broke.connect(self._tell)
        save = Button(_("Save as a PDF file"), key="summary.save", main=True)
        print_it = Button(_("Print"), key="summary.print")
        save.clicked.connect(self._save)
        print_it.clicked.connect(self._print)
        self.add_row(save, print_it)
        if self.step.id == "summary_deliver":
            for words, key, slot in (
                (_("Copy as text for a patient portal"), "copy", self._copy),
                (_("Copy the short text, 1,000 characters"), "copy_short", self._copy_short),
            ):
                button = Button(words, key=f"summary.{key}")
                button.clicked.connect(slot)
                self.add_row(button)
            self._log = Wrapped()
            self.add(self._log)
        self.add(self._told)

    def _show_sheets(self, pages: list[bytes]) -> None:
        clear(self._sheet_rows)
        for number, page in enumerate(pages, 1):
            words = _("Page {n} of {count} as it will be printed; the same stands below in words")
            self._sheet_rows.addWidget(Sheet(page, words.format(n=number, count=len(pages))))

    def _save(self) -> None:
        name = f"appointment-summary-{self.session.today.isoformat()}.pdf"
        path = ask_where(self, name, _("PDF file (*.pdf)"))
        if path is not None:
            self._path = path
            self._making.start(partial(render_pdf, self._summary(), self.session.settings.paper))

    def _write(self, made: Rendered) -> None:
        try:
            self._path.write_bytes(made.data)
        except OSError as problem:
            self._tell(why(problem))
            return
        self._note(_("saved"), _("Saved: {name}").format(name=self._path.name))
        if made.replaced:
            self._tell(_("Saved. Some signs cannot be printed and were replaced."))

    def _print(self) -> None:
        self._printing.start(partial(pages_png, self._summary(), self.session.settings.paper, PRINT_PPI))
        self._tell(_("The pages are being made for the printer…"))

    def _send(self, pages: list[bytes]) -> None:
        if print_pages(self, pages, self.session.settings.paper):
            self._note(_("printed"), _("Printed."))
        else:
            self._tell("")

    def _copy(self) -> None:
        self._put_on_clipboard(render_text(self._summary()).decode())

    def _copy_short(self) -> None:
        self._put_on_clipboard(portal_text(self._summary()))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._note(_("copied"), _("Copied. You can paste it into the message to your clinic."))

    def _note(self, done: str, words: str) -> None:
        """Remember what was done with the page, and its front, so that changes can be shown after the visit."""
        record = self.session.record.summary
        line = f"{done}: {say(self.session.today)}"
        delivered = record.delivered if line in record.delivered else (*record.delivered, line)
        self.session.answer("summary.delivered", delivered[-DELIVERIES:])
        self.session.answer("summary.last_page", front_lines(self._summary()))
        self.session.answer("summary.last_page_on", self.session.today)
        self._tell(words)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _summary(self) -> Summary:
        return build_summary(self.session.aid, self.session.record, self.session.today)


def _box(box: Box) -> str:
    lines = "".join(f"<li>{escape(f'{entry.label}: ' if entry.label else '')}{escape(entry.text)}</li>"
                    for entry in box.entries if entry.text)  # fmt: skip
    return f"<p><b>{escape(box.heading)}</b> {escape(box.more)}</p><ul>{lines}</ul>" if lines else ""
