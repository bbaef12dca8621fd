"""The report of ``casualties check --format jsonl``: one finding a line, as ``finding_schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.records import finding_record, json_text, place_record
from casualties.reporters.report import View

if TYPE_CHECKING:
    from casualties.model import Finding, Reconciliation

__all__ = ["Report"]


class Report:
    """A JSON object a line for each finding of all documents; no findings, no lines."""

    def __init__(self, view: View = View()) -> None:
        pass

    def add(self, item: Reconciliation) -> str:
        return "".join(json_text(_record(finding)) for finding in item.findings)

    def end(self) -> str:
        return ""


def _record(finding: Finding) -> dict[str, object]:
    """The finding with its path and its places: no document stands around it."""
    places = [place_record(figure) for figure in finding.figures]
    return {"path": finding.place.path, **finding_record(finding), "places": places}
