"""Welcome: what this is, who wrote it, and how much energy there is today."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from hsct_aid import shipped
from hsct_aid.domain.aid import Choice
from hsct_aid.domain.journey import journey
from hsct_aid.domain.welcome import currency
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.top_bar import lengths
from hsct_aid.ui.widgets.heading import Wrapped
from hsct_aid.ui.widgets.setting import setting


class WelcomePage(Page):
    """The first screens; on the last of them the person chooses how long and how it looks."""

    def build(self) -> None:
        if self.step.id == "welcome_about":
            self.add(Wrapped(currency(self.session.aid, self.session.today), bold=True))
        if self.step.id == "welcome_energy":
            self._build_choices()

    def _build_choices(self) -> None:
        ways = [Choice(depth, name, self._length(depth)) for depth, name in lengths().items()]
        self.add(setting(self.session, "depth", _("How long do you want it to be?"), ways))
        spacings = [Choice("normal", _("Normal")), Choice("wide", _("Wider letters, words and lines"))]
        self.add(setting(self.session, "spacing", _("Space in the text"), spacings))
        fonts = [Choice("noto", _("Noto Sans")), Choice("atkinson", _("Atkinson Hyperlegible, made for low vision"))]
        self.add(setting(self.session, "font", _("Shape of the letters"), fonts))
        languages = [Choice(language, shipped.name_of(language)) for language in shipped.languages()]
        if len(languages) > 1:
            self.add(setting(self.session, "language", _("Language, from the next start on"), languages))

    def _length(self, depth: str) -> str:
        way = journey(self.session.aid, self.session.record, depth)  # type: ignore[arg-type]  # one of the three depths
        screens = ngettext("{n} screen", "{n} screens", len(way.steps)).format(n=len(way.steps))
        minutes = ngettext("about {n} minute", "about {n} minutes", way.minutes).format(n=way.minutes)
        return _("{screens}, {minutes}").format(screens=screens, minutes=minutes)
