"""The first start: the language, the size of the text, the colours, and what is kept where. Shown once."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hsct_aid import shipped
from hsct_aid.domain.aid import Choice
from hsct_aid.storage.store import Store
from hsct_aid.ui.beside import Beside
from hsct_aid.ui.escape import escape
from hsct_aid.ui.session import Session
from hsct_aid.ui.top_bar import themes
from hsct_aid.ui.widgets.button import Button
from hsct_aid.ui.widgets.flow import Flow
from hsct_aid.ui.widgets.heading import Subheading, Wrapped
from hsct_aid.ui.widgets.prose import Prose
from hsct_aid.ui.widgets.setting import setting


class FirstStart(Beside):
    """What one may want to set before reading anything. Nothing has to be set: Next goes on."""

    leads_on = True

    def __init__(self, session: Session, data_dir: Path, store: Store) -> None:
        super().__init__(_("Before you begin"))
        self._session, self._store = session, store
        if others := [language for language in shipped.languages() if language != session.settings.language]:
            self._offer(others)
        self.add(Wrapped(_("Set how the aid looks to you, or go on with “Next”. You can change it later.")))
        kept = _("Your notes stay on this computer, in the folder {folder}. Nothing is sent anywhere.")
        open_to = _(
            "Without a passphrase, anyone who can sign in to this account can open them. You can set one in “My notes”."
        )
        words = f"<p>{escape(kept).format(folder=escape(str(data_dir)))}</p><p>{open_to}</p>"
        self.add(Prose(words, _("Where your notes are kept")))
        sizes = {"100": _("Normal"), "130": _("Larger"), "175": _("Much larger"), "250": _("Very large")}
        for name, label, choices in (
            ("text_size", _("Size of the text"), sizes), ("theme", _("Colours"), themes()),
        ):  # fmt: skip
            self.add(setting(session, name, label, [Choice(key, words) for key, words in choices.items()]))

    def _offer(self, languages: list[str]) -> None:
        """A button for each other language, named as its speakers do: an arrow key shall not change the language."""
        self.add(Subheading(_("Language")))
        buttons = QWidget()
        flow = Flow(buttons)
        for language in languages:
            button = Button(shipped.name_of(language), key=f"first.language.{language}")
            button.clicked.connect(partial(self._speak, language))
            flow.addWidget(button)
        self.add(buttons)

    def _speak(self, language: str) -> None:
        self._session.change_settings(language=language)
        self.open_wanted.emit(self._store)  # the same notes, in a window that speaks it
