"""A table as JSON Lines, of ``casualties extract --summary --format jsonl``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casualties.reporters.records import json_text
from casualties.reporters.report import View
from casualties.rows import FIGURES

if TYPE_CHECKING:
    from casualties.rows import Table

__all__ = ["Report"]


class Report:
    """An object a line for each row of all documents; no rows, no lines."""

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table

    def add(self, item: object) -> str:
        names = self._table.columns
        rows = self._table.cells(item)
        return "".join(json_text(dict(zip(names, row, strict=True))) for row in rows)

    def end(self) -> str:
        return ""
