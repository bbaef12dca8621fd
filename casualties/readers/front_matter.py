"""Front matter: the title and the summary in the YAML at the head of a file, with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from casualties.model import Kind
from casualties.readers.composer import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KINDS", "LONGEST", "Entry", "find_entries"]

KINDS = {
    "title": Kind.HEADLINE,
    "headline": Kind.HEADLINE,
    **dict.fromkeys(
        ("description", "summary", "subtitle", "standfirst", "excerpt", "dek", "deck"),
        Kind.PARAGRAPH,
    ),
}
LONGEST = 100_000  # characters; YAML is slow to read, and no article has as much above it


_WORD = re.compile(r"\S|\Z")


class Entry(NamedTuple):
    """What front matter says under a key; ``kind`` is None where that is no passage."""

    kind: Kind | None
    pieces: list[Piece]


def find_entries(text: str, start: int) -> Iterator[Entry]:
    """The entries of front matter, which begins at ``start``; all of it as one if it is no YAML.

    Nothing is made of what the YAML says but its nodes: tags and aliases do nothing.
    """
    node = _mapping(text)
    if node is None:
        yield Entry(None, [Piece(text, start, start + len(text))])
        return
    for key, value in node.value:
        first, end = value.start_mark.index, value.end_mark.index
        kind = KINDS.get(key.value.lower()) if isinstance(key, yaml.ScalarNode) else None
        if kind is not None and isinstance(value, yaml.ScalarNode):
            first += 0 if value.style is None else 1
            yield Entry(kind, list(_words(value, text[first:end], start + first)))
        else:
            first = key.start_mark.index
            yield Entry(None, [Piece(text[first:end], start + first, start + end)])


def _mapping(text: str) -> yaml.MappingNode | None:
    if len(text) > LONGEST:
        return None
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return node if isinstance(node, yaml.MappingNode) else None


def _words(value: yaml.ScalarNode, written: str, start: int) -> Iterator[Piece]:
    """The words of a value, each where it is written, with its escapes if it has any."""
    # The sign of a block, as "title: >-", stands in a line of its own.
    at = written.find("\n") + 1 if value.style in {"|", ">"} else 0
    words = value.value.split()
    for number, word in enumerate(words):
        found = _WORD.search(written, at)
        first = len(written) if found is None else found.start()
        yield Piece(written[at:first], start + at, start + first)
        form = next((form for form in _forms(word) if written.startswith(form, first)), None)
        if form is None:  # an escape as "\u2013": the rest of the value as one
            rest = " ".join(words[number:])
            yield Piece(rest, start + first, start + len(written))
            return
        at = first + len(form)
        yield Piece(word, start + first, start + at)


def _forms(word: str) -> tuple[str, str, str]:
    """How a word is written: bare, in single quotation marks, in double ones."""
    return word, word.replace("'", "''"), word.replace("\\", "\\\\").replace('"', '\\"')
