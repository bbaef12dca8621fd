"""A table as JSON, of ``casualties extract --summary --format json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casualties.reporters.json_array import JsonArray
from casualties.reporters.records import SCHEMA_VERSION
from casualties.reporters.report import View
from casualties.rows import FIGURES

if TYPE_CHECKING:
    from casualties.rows import Table

__all__ = ["Report"]


class Report:
    """One object with an array of the rows of all documents, which has the name of the table."""

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table
        self._array = JsonArray({"schema_version": SCHEMA_VERSION, table.name: []})

    def add(self, item: object) -> str:
        names = self._table.columns
        rows = self._table.cells(item)
        return "".join(self._array.item(dict(zip(names, row, strict=True))) for row in rows)

    def end(self) -> str:
        return self._array.end()
