"""Gathers every word that a translator translates, from the source and from the content, into two catalogues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from hsct_aid.content.words import texts
from hsct_aid.domain.aid import Aid

COMMENT = "translators:"
"""A comment that begins so stands above a call and is meant for translators."""
HEAD = '# What HSCT Aid says, to be translated. Made by "make words"; see CONTRIBUTING.md.'
_WIDTH = 120
_WORDS, _TAGS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}"), re.compile(r"<[^>]*>?")


def window_words(package: Path) -> Catalog:
    """What the window, the command line and the report say: everything in ``_("…")`` and ``ngettext("…", "…", n)``."""
    words = _catalogue()
    for path in sorted(package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for line, said in calls(source):
            words.add(
                said, locations=[_file(path.relative_to(package.parent).as_posix())], auto_comments=_note(source, line)
            )
    return words


def calls(source: str) -> Iterator[tuple[int, str | tuple[str, str]]]:
    """Line and words of every call that is translated. Babel's own reader does not look inside f-strings."""
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.expr))
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            said = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(said) != (1 if node.func.id == "_" else 2):
                raise ValueError(f"line {node.lineno}: what is translated has to be written out: {ast.unparse(node)}")
            yield node.lineno, said[0] if len(said) == 1 else (said[0], said[1])


def loose(source: str) -> list[str]:
    """Texts of two words or more that are not translated: neither in a call above nor a docstring."""
    tree = ast.parse(source)
    calls_of = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    said = [word for call in calls_of if call.func.id in ("_", "ngettext") for word in call.args]  # type: ignore[attr-defined]  # a name, as asked above
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    known = {id(node) for node in (*said, *told)}
    texts_there = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [
        str(one.value) for one in texts_there if id(one) not in known and _WORDS.search(_TAGS.sub("", str(one.value)))
    ]


def _file(name: str) -> tuple[str, int]:
    """A place without a line, which would change with every edit above it."""
    return name, cast(int, None)


def _note(source: str, line: int) -> list[str]:
    above = source.splitlines()[line - 2].strip().removeprefix("#").strip() if line > 1 else ""
    return [above.removeprefix(COMMENT).strip()] if above.startswith(COMMENT) else []


def content_words(aid: Aid) -> Catalog:
    """What the content says to people, in the order of the aid, each with the places where it stands."""
    words = _catalogue()
    for text in texts(aid):
        message = words.add(text.text, locations=[_file("/".join(map(str, text.place)).replace(" ", "_"))])
        message.flags.discard("python-format")  # a per cent sign is one
    return words


def written(words: Catalog) -> bytes:
    """The catalogue as a file. It names no day, so that the same words give the same bytes."""
    out = BytesIO()
    write_po(out, words, width=_WIDTH)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith((b'"POT-Creation-Date', b'"Generated-By')))


def forms(message: Message) -> list[str]:
    """What is said of one and of several, or the one thing that is said."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def messages(words: Catalog) -> Iterator[Message]:
    """What is to be translated, without the head of the catalogue."""
    return (message for message in words if message.id)


def _catalogue() -> Catalog:
    return Catalog(project="hsct-aid", version="0", charset="utf-8", header_comment=HEAD, fuzzy=False)
