"""Shows the recovery code of a passphrase that is about to be set, saves and prints it."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsct_aid.domain.dates import say
from hsct_aid.storage.passphrase import spaced
from hsct_aid.ui import theme
from hsct_aid.ui.file_dialogs import CopyOut, ask_where
from hsct_aid.ui.printing import print_words
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.told import Told


def stacked(widget: QWidget, *parts: QWidget) -> None:
    """Put ``parts`` into ``widget``, one under the other."""
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.GAP)
    for part in parts:
        rows.addWidget(part)


def beside(*buttons: Button) -> QWidget:
    """The buttons in a row."""
    row = QWidget()
    flow = Flow(row)
    for button in buttons:
        flow.addWidget(button)
    return row


class RecoveryCode(QWidget):
    """Offers what can be done with it; ``kept`` and ``leave`` are the two ways on."""

    def __init__(self, told: Told, today: date, paper: str) -> None:
        super().__init__()
        self._told, self._today, self._paper, self._code = told, today, paper, ""
        self._copying = CopyOut(self, told)
        self._shown = Prose("", _("Recovery code"))
        self._shown.setObjectName("protect.code")
        save = Button(_("Save it as a file…"), key="protect.save_code")
        paper_button = Button(_("Print it"), key="protect.print_code")
        self.kept = Button(_("I have kept it: set the passphrase"), key="protect.kept")
        self.leave = Button(_("Leave it as it is"), key="protect.leave_code")
        save.clicked.connect(self._save)
        paper_button.clicked.connect(self._print)
        self.setFocusProxy(self._shown)
        stacked(self, self._shown, beside(save, paper_button), beside(self.kept, self.leave))

    def show_code(self, code: str) -> None:
        """Show this code; none where it is empty."""
        self._code = spaced(code)
        self._shown.show_text(self._rich() if code else "")

    def _rich(self) -> str:
        """The code large, where it is copied by hand."""
        first, last = self._words()
        return f"<p>{first}</p><p><big><b>{self._code}</b></big></p><p>{last}</p>"

    def _words(self) -> tuple[str, str]:
        """What stands above and below the code."""
        return (
            _("This is the recovery code for your notes. It opens them if you forget the passphrase."),
            _(
                "Keep it on paper, away from this computer. Whoever has it can open your notes. "
                "An older code no longer works."
            ),
        )

    def _title(self) -> str:
        """What the paper is, for who finds it years later."""
        return _("HSCT Aid: recovery code")

    def _use(self) -> str:
        return _(
            "To use it, open the aid and type the code where the passphrase is asked for. Small letters will do, and "
            "spaces do not matter."
        )

    def _save(self) -> None:
        name = f"recovery-code-{self._today.isoformat()}.txt"
        path = ask_where(self, name, _("Text (*.txt)"), _("Save the recovery code"))
        if path is not None:
            first, last = self._words()
            text = "\n\n".join((self._title(), first, self._code, self._use(), last, say(self._today))) + "\n"
            self._copying.start(path, text.encode(), _("The code is saved as {name}. Keep that file elsewhere."))

    def _print(self) -> None:
        html = f"<h2>{self._title()}</h2>{self._rich()}<p>{self._use()}</p><p>{say(self._today)}</p>"
        printed = print_words(self, _("Recovery code"), html, self._paper)
        self._told.tell(_("Printed.") if printed else "")
