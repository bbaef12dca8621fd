"""The report of ``casualties check --format json``: one object, as ``check_schema`` says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.json_documents import JsonDocuments
from casualties.reporters.records import (
    figure_record,
    finding_record,
    line_item_record,
    total_record,
)
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Reconciliation

__all__ = ["Report"]


class Report:
    """All documents and a summary as one JSON object."""

    def __init__(self, view: View = View()) -> None:
        self._text = JsonDocuments()
        self._documents = self._figures = 0
        self._severities: Counter[Severity] = Counter()

    def add(self, item: Reconciliation) -> str:
        self._documents += 1
        self._figures += len(item.figures)
        self._severities.update(finding.severity for finding in item.findings)
        return self._text.document(
            {
                "path": item.document.path,
                "figures": [figure_record(figure) for figure in item.figures],
                "line_items": [line_item_record(each) for each in item.line_items],
                "totals": [total_record(total) for total in item.totals],
                "findings": [finding_record(finding) for finding in item.findings],
            }
        )

    def fail(self, why: str, path: str | None) -> str:
        return self._text.fail(why, path)

    def end(self) -> str:
        return self._text.summary(
            {
                "documents": self._documents,
                "figures": self._figures,
                "errors": self._severities[Severity.ERROR],
                "warnings": self._severities[Severity.WARNING],
            }
        )
