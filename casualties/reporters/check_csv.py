"""The report of ``casualties check --format csv``: one row a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.report import View
from casualties.reporters.spreadsheet import csv_rows
from casualties.rows import FINDING_COLUMNS

if TYPE_CHECKING:
    from casualties.model import Reconciliation

__all__ = ["Report"]


class Report:
    """A header and the findings of all documents."""

    def __init__(self, view: View = View()) -> None:
        self._header = csv_rows([FINDING_COLUMNS])

    def add(self, item: Reconciliation) -> str:
        rows = [[cell(each) for cell in FINDING_COLUMNS.values()] for each in item.findings]
        return self._take_header() + csv_rows(rows)

    def end(self) -> str:
        return self._take_header()

    def _take_header(self) -> str:
        header, self._header = self._header, ""
        return header
