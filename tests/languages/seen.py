"""What a person sees or hears in a window, and what of it was never translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QMenu, QTextEdit, QWidget

from hsct_aid import shipped
from hsct_aid.domain.aid import Aid
from hsct_aid.domain.source import citation
from hsct_aid.ui.pages.availability import CONDITION, SEARCH, TERMS
from tests.languages.pseudo import said

_ENGLISH = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")


def shown(window: QWidget) -> list[QWidget]:
    """Every widget that is on screen, and every menu that opens from one."""
    parts = [one for one in window.children() if isinstance(one, QWidget)]
    return [window, *(inner for one in parts if not one.isHidden() or isinstance(one, QMenu) for inner in shown(one))]


def words_of(widget: QWidget) -> Iterator[str]:
    """All that a widget shows and all that it is called."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QTextEdit() if widget.isReadOnly():
            yield widget.toPlainText()
        case QListWidget():
            for place in range(widget.count()):
                item = widget.item(place)
                yield from (item.text(), str(item.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QMenu():
            widget.aboutToShow.emit()
            yield from (action.text() for action in widget.actions())
    if widget.isWindow():
        yield widget.windowTitle()


def left_in_english(text: str, names: Iterable[str]) -> list[str]:
    """Words of two letters or more without a letter of a made-up language, once ``names`` are taken out."""
    text = text.replace("\u200b", "")
    for name in names if _ENGLISH.search(text) else ():
        text = text.replace(name, "")
    return _ENGLISH.findall(text)


def names(aid: Aid) -> list[str]:
    """What stays as it is in every language, the longest first."""
    library, found = aid.library, aid.library.availability
    texts: set[str] = set()
    for source in library.sources.values():
        first = source.authors.split(",")[0].removesuffix(" et al.")
        # as published: a reference has to be found again
        texts |= {citation(source), source.url, source.authors, f"{first} {source.year}", first}
    for trial in found.trials:
        texts |= {trial.address, *trial.numbers}
    for part in (found.countries, found.practical, found.experience, found.accreditation, found.warning_signs):
        texts |= {address for one in part for address in one.addresses}
    # hospitals, and the brands of medicines
    texts |= {centre for country in found.countries for centre in country.centres}
    texts |= {brand for one in library.medicine_names for brand in (*one.brands, one.generic)}
    texts |= {cost.address for cost in found.costs} | {one.id for one in library.standards}
    texts |= {one.country for one in library.contacts}
    # each language is called by its own name
    texts |= {shipped.name_of(language) for language in shipped.languages()}
    # the search of a registry that is written in English
    texts |= {CONDITION, TERMS, SEARCH}
    return sorted(texts - {""}, key=len, reverse=True)


def in_own_words(value: Any, language: str) -> Any:
    """A person's record with its free words in a made-up language, as that person would write them."""
    if isinstance(value, str):
        return said(value, language) if " " in value else value
    if isinstance(value, tuple):
        return tuple(in_own_words(one, language) for one in value)
    if isinstance(value, Struct):
        return structs.replace(
            value, **{name: in_own_words(getattr(value, name), language) for name in value.__struct_fields__}
        )
    return value
