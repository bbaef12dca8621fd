"""The report of ``casualties check --format json``: one object, as ``check_schema`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Severity
from casualties.reporters.records import (
    SCHEMA_VERSION,
    figure_record,
    finding_record,
    json_text,
    line_item_record,
    total_record,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Reconciliation

__all__ = ["render"]


def render(reconciliations: Sequence[Reconciliation]) -> str:
    """All documents and a summary as one JSON object."""
    severities = [finding.severity for each in reconciliations for finding in each.findings]
    report = {
        "schema_version": SCHEMA_VERSION,
        "documents": [
            {
                "path": each.document.path,
                "figures": [figure_record(figure) for figure in each.figures],
                "line_items": [line_item_record(item) for item in each.line_items],
                "totals": [total_record(total) for total in each.totals],
                "findings": [finding_record(finding) for finding in each.findings],
            }
            for each in reconciliations
        ],
        "summary": {
            "documents": len(reconciliations),
            "figures": sum(len(each.figures) for each in reconciliations),
            "errors": severities.count(Severity.ERROR),
            "warnings": severities.count(Severity.WARNING),
        },
    }
    return json_text(report, indent=2)
