"""Every field of the content is either words for people, with a voice, or known to be none."""

from __future__ import annotations

from typing import Any

import msgspec

from hsct_aid.content.load import load_yaml
from hsct_aid.content.words import VOICES, texts, translated
from hsct_aid.domain.aid import Aid
from tests.content.conftest import SAMPLE

NO_WORDS = {
    "beside",
    "sheet",
    "id", "kind", "type", "language", "country", "code", "source", "sources", "also_in", "read_in", "option",
    "outcomes", "figures", "url", "address", "addresses", "seen", "ends", "main_part_ends", "numbers", "right",
    "brands", "generic",
    # a citation stands as it was published
    "authors", "journal",
    # names of hospitals and of bodies
    "centres",
}  # fmt: skip


def _text_fields(shape: Any, seen: dict[type, set[str]]) -> bool:
    """Whether ``shape`` holds free text; the structs below it are noted in ``seen`` with their text fields."""
    match shape:
        case msgspec.inspect.StrType():
            return True
        case msgspec.inspect.StructType() if shape.cls not in seen:
            seen[shape.cls] = set()
            seen[shape.cls] = {field.name for field in shape.fields if _text_fields(field.type, seen)}
        case msgspec.inspect.VarTupleType():
            return _text_fields(shape.item_type, seen)
        case msgspec.inspect.DictType():
            return _text_fields(shape.value_type, seen)
        case msgspec.inspect.UnionType():
            return any([_text_fields(one, seen) for one in shape.types])
    return False


def test_every_text_field_has_a_voice_or_is_no_words() -> None:
    found: dict[type, set[str]] = {}
    _text_fields(msgspec.inspect.type_info(Aid), found)
    loose = {
        f"{shape.__name__}.{name}"
        for shape, names in found.items()
        for name in names
        if name not in VOICES.get(shape, {}) and name not in NO_WORDS
    }
    assert loose == {"Source.title"}, "a citation's title stands as it was published; all else needs a voice"


def test_every_voice_belongs_to_a_field() -> None:
    gone = [f"{shape.__name__}.{name}" for shape, names in VOICES.items() for name in names
            if name not in shape.__struct_fields__]  # fmt: skip
    assert gone == []


def test_translation_reaches_every_text_and_nothing_else() -> None:
    aid = load_yaml(SAMPLE)
    loud = translated(aid, str.upper)
    assert [text.text for text in texts(loud)] == [text.text.upper() for text in texts(aid)]
    assert [text.place for text in texts(loud)] == [text.place for text in texts(aid)]
    assert loud.library.sources == {
        key: msgspec.structs.replace(
            source, design=source.design.upper(), people=source.people.upper(), note=source.note.upper()
        )
        for key, source in aid.library.sources.items()
    }
