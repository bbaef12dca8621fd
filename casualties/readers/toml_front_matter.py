"""Front matter in TOML, between lines of "+++": the title and the summary, with their places."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from casualties.readers.composer import Piece
from casualties.readers.front_matter import KINDS, LONGEST, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blank_out", "find_toml_entries"]

_WHOLE = re.compile(
    r"\+{3}[ \t]*(?P<body>(?:\r\n?|\n)(?:.*?(?:\r\n?|\n))??)\+{3}[ \t]*(?=[\r\n]|\Z)", re.DOTALL
)
_STRING = re.compile(
    r"^[ \t]*(?P<mark>[\"']?)(?P<key>\w+)(?P=mark)[ \t]*=[ \t]*"
    r"(?P<value>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\")){0,5000}+\"\"\"|'''(?:[^']|'(?!'')){0,5000}+'''"
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')",
    re.DOTALL | re.MULTILINE,
)
_LINE = re.compile(r"\S[^\r\n]*")


def blank_out(text: str) -> tuple[str, bool]:
    """The text with as many lines of empty YAML for TOML at its head, and whether it has any."""
    found = _WHOLE.match(text)
    if found is None:
        return text, False
    lines = re.sub(r"[^\r\n]", "", found["body"])
    return f"---{lines}---{text[found.end() :]}", True


def find_toml_entries(text: str, start: int) -> Iterator[Entry]:
    """The entries of front matter, which begins at ``start``; all of it as one if it is no TOML."""
    values = _values(text)
    if values is None:
        yield Entry(None, [Piece(text, start, start + len(text))])
        return
    last = 0
    for found in _STRING.finditer(text):
        key = found["key"]
        kind = KINDS.get(key.lower())
        value = values.get(key)
        # The key may be one of a table, or stand within a string.
        if kind is None or not isinstance(value, str) or not _is_written(value, found["value"]):
            continue
        del values[key]
        yield from _others(text, last, found.start(), start)
        yield Entry(kind, [_piece(found, value, start)])
        last = found.end()
    yield from _others(text, last, len(text), start)


def _values(text: str) -> dict[str, object] | None:
    if len(text) > LONGEST:
        return None
    try:
        return tomllib.loads(text)
    except (RecursionError, ValueError):
        return None


def _is_written(value: str, written: str) -> bool:
    return _values(f"a = {written}") == {"a": value}


def _piece(found: re.Match[str], value: str, start: int) -> Piece:
    """The words of a string as they are written, or what they mean where they have escapes."""
    length = 3 if found["value"].startswith(('"""', "'''")) else 1
    first, end = found.start("value") + length, found.end("value") - length
    written = found.string[first:end]
    has_escapes = found["value"].startswith('"') and "\\" in written
    return Piece(value if has_escapes else written, start + first, start + end)


def _others(text: str, first: int, end: int, start: int) -> Iterator[Entry]:
    """The lines that are no passage."""
    for line in _LINE.finditer(text, first, end):
        yield Entry(None, [Piece(line[0], start + line.start(), start + line.end())])
