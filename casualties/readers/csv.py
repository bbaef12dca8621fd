"""Sheets of articles: a row of a CSV or TSV file is a document."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from casualties.readers.errors import ReadError
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

_DELIMITERS = (",", ";", "\t", "|")
_DEFAULT_ID = "id"


def read(stream: TextIO, path: str, options: ReadOptions) -> Iterator[Document | ReadError]:
    """A document for each row below the header; lines and columns are those of its text.

    Raises:
        ReadError: if there is no such column.
    """
    return row_documents(_rows(stream, path, options), path, options.limits)


def _rows(stream: TextIO, path: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    sheet = _Sheet(stream, path, options)
    header = sheet.header
    if not header:
        return
    text = _place(header, options.text_column, "--text-column", path)
    id_ = None
    if options.id_column is not None or _DEFAULT_ID in header:
        id_ = _place(header, options.id_column or _DEFAULT_ID, "--id-column", path)
    for line, cells in sheet:
        if isinstance(cells, str):
            yield row_error(path, line, cells)
        elif any(map(has_stray_bytes, cells)):
            yield row_error(path, line, f"it is not valid {options.encoding}")
        elif any(cell.strip() for cell in cells[len(header) :]):
            fault = f"{len(cells)} cells under a header of {len(header)}, as of a comma unquoted"
            yield row_error(path, line, fault)
        else:
            yield Row(_cell(cells, text), _cell(cells, id_))


class _Sheet:
    """The records of a sheet, each with the line that it begins in, or with what is wrong in it."""

    def __init__(self, stream: TextIO, path: str, options: ReadOptions) -> None:
        self._path, self._limits = path, options.limits
        self._lines = self._whole(lines_of(stream, options.limits.line_length))
        first = next(self._lines, "").removeprefix("\ufeff")
        self._reader = csv.reader(
            self._again(first), delimiter=_delimiter(first, options.text_column), strict=True
        )
        self.header = next((cells for _, cells in self if not isinstance(cells, str)), [])

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        while True:
            line = self._reader.line_num + 1
            try:
                cells = self._next()
            except StopIteration:
                return
            except csv.Error as error:
                is_long = "field limit" in str(error)
                yield (
                    line,
                    (
                        f"a cell has {self._limits.beyond('field_length')}"
                        if is_long
                        else f"no CSV: {error}"
                    ),
                )
            else:
                if cells:
                    yield line, cells

    def _next(self) -> list[str]:
        """The next record; the limit is that of the whole process, and not ours to keep."""
        before = csv.field_size_limit(self._limits.field_length)
        try:
            return next(self._reader)
        finally:
            csv.field_size_limit(before)

    def _whole(self, lines: Iterator[str]) -> Iterator[str]:
        for number, line in enumerate(lines, 1):
            if is_cut(line, self._limits.line_length):
                fault = f"the line has {self._limits.beyond('line_length')}"
                raise row_error(self._path, number, fault)
            yield line

    def _again(self, first: str) -> Iterator[str]:
        if first:
            yield first
        yield from self._lines


def _delimiter(line: str, text_column: str) -> str:
    """What parts the cells of a header: that which finds the column, else the most cells."""

    def found(delimiter: str) -> tuple[bool, int]:
        header = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
        return text_column in header, len(header)

    return max(_DELIMITERS, key=found)


def _place(header: list[str], column: str, option: str, path: str) -> int:
    names = [name.strip() for name in header]
    if column not in names:
        raise no_column(path, column, option, names)
    return names.index(column)


def _cell(cells: list[str], place: int | None) -> str | None:
    return cells[place] if place is not None and place < len(cells) else None
