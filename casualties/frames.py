"""Data frames of figures and of findings, in the columns and types of the CSV output.

pandas takes longer to import than a whole check: import this module only where a frame is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from casualties.model import Figure, Reconciliation

__all__ = ["figures_frame", "findings_frame"]

_LARGEST_INT64 = 2**63 - 1


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """One row a figure; an open end, a vague number and an unnamed source are missing values."""
    figures = list(figures)
    return _frame(
        {
            "path": [figure.path for figure in figures],
            "id": [figure.id for figure in figures],
            "outcome": [figure.outcome for figure in figures],
            "low": [figure.range.low for figure in figures],
            "high": [figure.range.high for figure in figures],
            "qualifier": [figure.qualifier for figure in figures],
            "number": [figure.number for figure in figures],
            "population": [figure.population for figure in figures],
            "scope": [figure.scope for figure in figures],
            "event": [figure.event for figure in figures],
            "source": [figure.source for figure in figures],
            "passage": [figure.passage for figure in figures],
            "paragraph": [figure.paragraph for figure in figures],
            "line": [figure.line for figure in figures],
            "column": [figure.column for figure in figures],
            "start": [figure.start for figure in figures],
            "end": [figure.end for figure in figures],
            "text": [figure.text for figure in figures],
            "sentence": [figure.sentence for figure in figures],
        },
        integers={"low", "high", "number", "paragraph", "line", "column", "start", "end"},
    )


def findings_frame(reconciliations: Iterable[Reconciliation]) -> pd.DataFrame:
    """One row a finding; event to ``high`` are those of the figure that leads it, if any does."""
    findings = [finding for each in reconciliations for finding in each.findings]
    leading = [finding.figures[0] if finding.figures else None for finding in findings]
    return _frame(
        {
            "path": [finding.place.path for finding in findings],
            "line": [finding.line for finding in findings],
            "column": [finding.column for finding in findings],
            "severity": [finding.severity for finding in findings],
            "code": [finding.code for finding in findings],
            "name": [finding.name for finding in findings],
            "event": [figure and figure.event for figure in leading],
            "outcome": [figure and figure.outcome for figure in leading],
            "population": [figure and figure.population for figure in leading],
            "low": [figure and figure.range.low for figure in leading],
            "high": [figure and figure.range.high for figure in leading],
            "message": [finding.message for finding in findings],
        },
        integers={"line", "column", "low", "high"},
    )


def _frame(columns: Mapping[str, Sequence[object]], integers: set[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: _integers(values) if name in integers else pd.Series(values, dtype="string")
            for name, values in columns.items()
        }
    )


def _integers(values: Sequence[object]) -> pd.Series:
    fits = all(not isinstance(value, int) or value <= _LARGEST_INT64 for value in values)
    return pd.Series(values, dtype="Int64" if fits else "object")
