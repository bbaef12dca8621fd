"""A table in Markdown, of ``casualties extract --format markdown``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casualties.reporters.markup import escaped, table_head, table_row
from casualties.reporters.report import View
from casualties.rows import FIGURES, INTEGER_COLUMNS

if TYPE_CHECKING:
    from casualties.rows import Cell, Table

__all__ = ["Report"]


class Report:
    """One table of all documents, with the columns for people."""

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table
        self._places = [list(table.columns).index(name) for name in table.shown]
        self._head = table_head(table.shown, INTEGER_COLUMNS) + "\n"

    def add(self, item: object) -> str:
        rows = self._table.cells(item)
        lines = (table_row([_text(row[place]) for place in self._places]) for row in rows)
        return self._take_head() + "".join(f"{line}\n" for line in lines)

    def end(self) -> str:
        return self._take_head()

    def _take_head(self) -> str:
        head, self._head = self._head, ""
        return head


def _text(cell: Cell) -> str:
    return "" if cell is None else escaped(str(cell))
