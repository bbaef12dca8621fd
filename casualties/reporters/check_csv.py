"""The report of ``casualties check --format csv``: one row a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.frames import findings_frame
from casualties.reporters.spreadsheet import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casualties.model import Reconciliation

__all__ = ["render"]


def render(reconciliations: Sequence[Reconciliation]) -> str:
    """A header and the findings of all documents."""
    return csv_text(findings_frame(reconciliations))
