"""The words of a search to copy, and the person's own browser, which opens only after a question."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.ui import theme
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Wrapped


class SearchWords(QWidget):
    """Each of ``words`` with its label and a button to copy it; ``address`` is what the browser would open."""

    def __init__(self, words: Iterable[tuple[str, str]], address: str) -> None:
        super().__init__()
        self._address = address
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.GAP)
        for number, (label, text) in enumerate((*words, (_("Or the whole search as an address"), address))):
            rows.addWidget(Wrapped(label, bold=True))
            rows.addWidget(Wrapped(text))
            copy = Button(_("Copy"), key=f"copy.{number}", name=_("Copy: {words}").format(words=text))
            copy.setProperty("words", text)
            copy.clicked.connect(self._copy)
            rows.addWidget(copy)
        self._open = Button(_("Open the search in my browser"), key="browser")
        self._open.clicked.connect(self._ask)
        rows.addWidget(self._open)
        self._question = self._made_question()
        rows.addWidget(self._question)
        self._question.hide()

    def _made_question(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Wrapped(_("Your browser opens {site}. That site can see your visit and what you search for. "
                                 "Nothing that you wrote in this aid is sent.")
                               .format(site=QUrl(self._address).host())))  # fmt: skip
        answers = QWidget()
        flow = Flow(answers)
        yes, self._no = Button(_("Open it now"), key="browser.yes"), Button(_("Not now"), key="browser.no")
        yes.clicked.connect(self._browse)
        self._no.clicked.connect(self._leave)
        flow.addWidget(yes)
        flow.addWidget(self._no)
        rows.addWidget(answers)
        return box

    def _copy(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        QGuiApplication.clipboard().setText(button.property("words"))
        button.say(_("Copied"))

    def _ask(self) -> None:
        self._question.show()
        self._no.setFocus()

    def _leave(self) -> None:
        self._question.hide()
        self._open.setFocus()

    def _browse(self) -> None:
        self._leave()
        QDesktopServices.openUrl(QUrl(self._address))
