"""JSON Lines of articles: an object a line is a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from casualties.readers.errors import ReadError
from casualties.readers.json_depth import is_deeper
from casualties.readers.rows import (
    Row,
    has_stray_bytes,
    is_cut,
    lines_of,
    no_column,
    row_documents,
    row_error,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Document
    from casualties.readers import ReadOptions

__all__ = ["read"]

_DEFAULT_ID = "id"
_KINDS = {bool: "a truth value", int: "a number", float: "a number", list: "a list"}


class _NoRowError(ValueError):
    """Why a line is no row."""


def read(stream: TextIO, path: str, options: ReadOptions) -> Iterator[Document | ReadError]:
    """A document for each line with an object; lines and columns are those of its text.

    Raises:
        ReadError: if no object has such a key.
    """
    return row_documents(_rows(stream, path, options), path, options.limits)


def _rows(stream: TextIO, path: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    missing = {options.text_column: "--text-column"}
    if options.id_column is not None:
        missing[options.id_column] = "--id-column"
    keys: dict[str, None] = {}
    for number, line in _numbered(stream, options.limits.line_length):
        try:
            record = _record(line, options)
            row = _row(record, options.text_column, options.id_column or _DEFAULT_ID)
        except _NoRowError as error:
            yield row_error(path, number, str(error))
            continue
        if missing:
            keys |= dict.fromkeys(record)
            missing = {name: option for name, option in missing.items() if name not in record}
        yield row
    for name, option in missing.items() if keys else ():
        raise no_column(path, name, option, keys)


def _numbered(stream: TextIO, longest: int) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, with their numbers; of one that is too long the first piece."""
    number, is_rest = 0, False
    for line in lines_of(stream, longest):
        number += not is_rest
        if not is_rest and line.strip("\ufeff \t\r\n"):
            yield number, line
        is_rest = is_cut(line, longest)


def _record(line: str, options: ReadOptions) -> dict[str, Any]:
    limits = options.limits
    if is_cut(line, limits.line_length):
        raise _NoRowError(f"the line has {limits.beyond('line_length')}")
    if has_stray_bytes(line):
        raise _NoRowError(f"it is not valid {options.encoding}")
    if is_deeper(line, limits.depth):
        raise _NoRowError(f"it has {limits.beyond('depth')}")
    try:
        record = json.loads(line.removeprefix("\ufeff").rstrip())
    except json.JSONDecodeError as error:
        raise _NoRowError(f"no JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # a number, or a nesting, beyond all bounds
        raise _NoRowError(f"no JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise _NoRowError(f"{_kind(record)}, not an object")
    return record


def _row(record: dict[str, Any], text_column: str, id_column: str) -> Row:
    text, id_ = record.get(text_column), record.get(id_column)
    if text is not None and not isinstance(text, str):
        raise _NoRowError(f'"{text_column}" is {_kind(text)}, not a text')
    if isinstance(id_, int | float) and not isinstance(id_, bool):
        id_ = json.dumps(id_)
    if id_ is not None and not isinstance(id_, str):
        raise _NoRowError(f'"{id_column}" is {_kind(id_)}, not a text or a number')
    return Row(text, id_)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    return "a text" if isinstance(value, str) else _KINDS.get(type(value), "an object")
