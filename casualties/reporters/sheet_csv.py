"""A table as CSV, of ``casualties extract --format csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casualties.reporters.report import View
from casualties.reporters.spreadsheet import csv_rows
from casualties.rows import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.rows import Cell, Table

__all__ = ["Report"]

_BYTE_ORDER_MARK = "\ufeff"


class Report:
    """A header, the HXL tags if they are wanted, and the rows of all documents.

    Excel takes a CSV for UTF-8 only if it starts with a byte order mark.
    """

    delimiter = ","

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table
        self._end = "\r\n" if view.excel else "\n"
        mark = _BYTE_ORDER_MARK if view.excel else ""
        self._head = mark + self._lines([table.columns, *([table.tags] if table.tags else [])])

    def add(self, item: object) -> str:
        return self._take_head() + self._lines(self._table.cells(item))

    def end(self) -> str:
        return self._take_head()

    def _lines(self, rows: Iterable[Iterable[Cell]]) -> str:
        return csv_rows(rows, self.delimiter, self._end)

    def _take_head(self) -> str:
        head, self._head = self._head, ""
        return head
