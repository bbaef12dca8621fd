"""The report of ``casualties extract --format csv``: one row a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.report import View
from casualties.reporters.spreadsheet import csv_rows
from casualties.rows import FIGURE_COLUMNS

if TYPE_CHECKING:
    from casualties.model import Document, Figures

__all__ = ["Report"]


class Report:
    """A header and the figures of all documents."""

    def __init__(self, view: View = View()) -> None:
        self._header = csv_rows([FIGURE_COLUMNS])

    def add(self, item: tuple[Document, Figures]) -> str:
        rows = [[cell(each) for cell in FIGURE_COLUMNS.values()] for each in item[1]]
        return self._take_header() + csv_rows(rows)

    def end(self) -> str:
        return self._take_header()

    def _take_header(self) -> str:
        header, self._header = self._header, ""
        return header
