"""The report of ``casualties extract --summary``: a table of the totals of each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.columns import render_columns
from casualties.reporters.document_tables import DocumentTables
from casualties.reporters.printable import one_line
from casualties.reporters.report import View
from casualties.rows import SUMMARIES

if TYPE_CHECKING:
    from casualties.model import Reconciliation
    from casualties.rows import Summary

__all__ = ["Report"]

_HEADERS = ("event", "outcome", "range", "number", "basis", "verdict", "mentions")
_WIDEST = {"range": 11}


class Report:
    """The tables as plain text for a terminal of 80 columns."""

    def __init__(self, view: View = View()) -> None:
        self._tables = DocumentTables(view)

    def add(self, item: Reconciliation) -> str:
        rows = [_row(summary) for summary in SUMMARIES.rows(item)]
        table = render_columns(_HEADERS, rows, widest=_WIDEST, last="event") if rows else ""
        return self._tables.document(item.document, item.figures, table)

    def end(self) -> str:
        return self._tables.end()


def _row(summary: Summary) -> tuple[str, ...]:
    total = summary.total
    return (
        one_line(total.event),
        total.outcome,
        str(total.range),
        f"{total.number:,}",
        total.basis,
        summary.verdict,
        str(summary.mentions),
    )
