"""Rows of a sheet or of JSON Lines, each of which is a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TextIO

from casualties.readers.errors import ReadError
from casualties.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casualties.model import Document
    from casualties.readers.limits import Limits

__all__ = [
    "Row",
    "has_stray_bytes",
    "is_cut",
    "lines_of",
    "no_column",
    "row_documents",
    "row_error",
]

_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_NO_NAME = re.compile("[\0\ud800-\udfff]")


class Row(NamedTuple):
    """The text and the id of a row, either of which may be missing."""

    text: str | None
    id: str | None


def lines_of(stream: TextIO, longest: int) -> Iterator[str]:
    """The lines of a stream, with their ends; one that is too long comes in pieces."""
    while line := stream.readline(longest):
        yield line


def is_cut(line: str, longest: int) -> bool:
    """Whether this is a piece of a line that is too long, and not the last one."""
    return len(line) >= longest and not line.endswith(("\n", "\r"))


def has_stray_bytes(raw: str) -> bool:
    """Whether bytes of the input were no text in its encoding."""
    return _STRAY_BYTE.search(raw) is not None


def row_error(path: str, line: int, fault: str) -> ReadError:
    """What is wrong with the row that begins in a line."""
    return ReadError(f"{path}:{line}: {fault}; this row was not read.")


def no_column(path: str, name: str, option: str, there: Iterable[str]) -> ReadError:
    """That an input has no such column, and how to name another one."""
    columns = ", ".join(there) or "none"
    return ReadError(f'{path} has no column "{name}" but {columns}: name one with {option}.')


def row_documents(
    rows: Iterable[Row | ReadError], path: str, limits: Limits
) -> Iterator[Document | ReadError]:
    """A document a row, with the path ``FILE#ID``; one without a text has no passages.

    Without an id it is the number of the row, 1 for the first; an id that is taken is followed by
    that number: ``FILE#orlo#7``. Blanks of any sort in an id are one space. What looks like a
    comment for this tool is of the row's text: others have written it.

    Raises:
        ReadError: if there are more rows than may be.
    """
    taken: set[str] = set()
    is_numbered = False
    for number, row in enumerate(rows, 1):
        if number > limits.rows:
            raise ReadError(f"{path} has {limits.beyond('rows')}.")
        if isinstance(row, ReadError):
            yield row
            continue
        id_ = _NO_NAME.sub("\ufffd", " ".join((row.id or "").split()))
        if id_:
            # Which rows were numbered is not kept: one before may have this id for its number.
            is_number = id_.isdecimal() and len(id_) <= len(str(number)) and int(id_) < number
            is_taken = id_ in taken or (is_numbered and is_number)
            taken.add(id_)
        else:
            is_numbered = True
            id_ = str(number)
            is_taken = id_ in taken
        name = f"{path}#{id_}#{number}" if is_taken else f"{path}#{id_}"
        yield read_text(row.text or "", name, with_comments=False)
