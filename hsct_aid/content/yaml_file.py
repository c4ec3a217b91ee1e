"""Reads one YAML file of the content: duplicate keys are refused, and the line of every value is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from yaml import CSafeLoader, MappingNode, Node, SequenceNode, YAMLError

from hsct_aid.content.problem import ContentError, Place, Problem


class YamlFile(NamedTuple):
    """What one file holds. ``lines`` has the line number of every value by the way to it."""

    name: str
    value: Any
    lines: dict[Place, int]

    def where(self, place: Place = ()) -> str:
        """File and line of the value at ``place``, or of the nearest value around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return f"{self.name} line {self.lines.get(place, 1)}"


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read ``path``; ``name`` is what messages call it. Raises ContentError with file and line."""
    try:
        loader = CSafeLoader(path.read_text("utf-8"))
        file = YamlFile(name, None, {})
        node = loader.get_single_node()
        return file._replace(value=_value(loader, node, (), file) if node else None)
    except UnicodeDecodeError as error:
        raise ContentError(Problem(f"{name} line 1", "the file is not UTF-8 text")) from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(Problem(f"{name} line {line}", f"not YAML: {getattr(error, 'problem', error)}")) from error


def _value(loader: CSafeLoader, node: Node, place: Place, file: YamlFile) -> Any:
    file.lines[place] = node.start_mark.line + 1
    if isinstance(node, MappingNode):
        return _mapping(loader, node, place, file)
    if isinstance(node, SequenceNode):
        return [_value(loader, one, (*place, number), file) for number, one in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except ValueError as error:
        raise ContentError(Problem(file.where(place), f"{node.value} is not a date: {error}")) from error


def _mapping(loader: CSafeLoader, node: MappingNode, place: Place, file: YamlFile) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        where = f"{file.name} line {key_node.start_mark.line + 1}"
        if not isinstance(key, str):
            raise ContentError(Problem(where, f"put the key {key_node.value} in quotes: YAML reads it as {key!r}"))
        if key in found:
            raise ContentError(Problem(where, f"the key “{key}” stands here twice"))
        found[key] = _value(loader, value_node, (*place, key), file)
    return found
