"""A table as an Excel workbook, of ``casualties extract --format xlsx``."""

from __future__ import annotations

import io
import re
import weakref
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.writer.excel import ExcelWriter

from casualties.reporters.report import View
from casualties.reporters.spreadsheet import is_formula, plain_text
from casualties.rows import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from casualties.rows import Cell, Table

__all__ = ["Report"]

_MOST_ROWS = 1_048_576
_MOST_DIGITS = 10**15
"""Excel keeps 15 digits of a number; one with more is a text."""

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""The first that an archive can tell: the same figures are the same bytes at any time."""

_NO_XML = re.compile("[\ufffe\uffff]")


def _close(book: Workbook) -> None:
    """Close the sheets of a workbook that was broken off, or openpyxl complains of them."""
    for sheet in book.worksheets:
        with suppress(Exception):
            sheet.close()


class _Timeless(ZipFile):
    """An archive that says of no part when it was made."""

    def open(self, name: str | ZipInfo, *arguments: Any, **options: Any) -> IO[bytes]:
        """A part to read or to write."""
        if isinstance(name, ZipInfo):
            name.date_time = _NO_TIME.timetuple()[:6]
        return super().open(name, *arguments, **options)


class Report:
    """A workbook of one sheet, and of as many more as Excel needs for all rows.

    Texts are texts, whatever they begin with. Excel would still compute one like "=1+1" after
    somebody has edited its cell: those are marked as quoted, which is what a typed apostrophe does
    and leaves the value as it is.
    """

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table
        self._head = [list(table.columns), *([list(table.tags)] if table.tags else [])]
        self._book = Workbook(write_only=True)
        weakref.finalize(self, _close, self._book)
        self._begin()

    def add(self, item: object) -> bytes:
        for row in self._table.cells(item):
            if self._rows == _MOST_ROWS:
                self._begin()
            self._append(row)
        return b""

    def end(self) -> bytes:
        """The workbook: its parts lie compressed in one archive, and none is done before."""
        content = io.BytesIO()
        self._book.properties.created = self._book.properties.modified = _NO_TIME
        ExcelWriter(self._book, _Timeless(content, "w", ZIP_DEFLATED)).save()
        return content.getvalue()

    def _begin(self) -> None:
        self._sheet: WriteOnlyWorksheet = self._book.create_sheet(self._table.name)
        self._sheet.freeze_panes = f"A{len(self._head) + 1}"
        self._rows = 0
        for row in self._head:
            self._append(row)

    def _append(self, row: Iterable[Cell]) -> None:
        self._sheet.append([self._cell(cell) for cell in row])
        self._rows += 1

    def _cell(self, cell: Cell) -> object:
        if cell is None or (isinstance(cell, int) and cell < _MOST_DIGITS):
            return cell
        text = _NO_XML.sub("\ufffd", plain_text(str(cell)))
        made = WriteOnlyCell(self._sheet, text)
        made.data_type = "s"  # openpyxl takes what begins with "=" for a formula
        made.quotePrefix = is_formula(text)
        return made
