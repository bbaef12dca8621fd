"""The report of ``casualties check --format concise``: one line a finding, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.paint import Paint
from casualties.reporters.printable import for_people
from casualties.reporters.report import View
from casualties.reporters.wording import finding_line

if TYPE_CHECKING:
    from casualties.model import Reconciliation

__all__ = ["Report"]


class Report:
    """A line for each finding of all documents; no findings, no lines."""

    def __init__(self, view: View = View()) -> None:
        self._paint = Paint(view.color)

    def add(self, item: Reconciliation) -> str:
        lines = (f"{finding_line(each, self._paint)}\n" for each in item.findings)
        return for_people("".join(lines))

    def end(self) -> str:
        return ""
