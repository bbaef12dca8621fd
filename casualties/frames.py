"""Data frames of figures and of findings, in the columns of the CSV output.

pandas takes longer to import than a whole check: import this module only where a frame is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from casualties.rows import FIGURE_COLUMNS, FINDING_COLUMNS, INTEGER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from casualties.model import Figure, Reconciliation
    from casualties.rows import Cell

__all__ = ["figures_frame", "findings_frame"]

_LARGEST_INT64 = 2**63 - 1
Row = TypeVar("Row")


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """One row a figure; an open end, a vague number and an unnamed source are missing values."""
    return _frame(list(figures), FIGURE_COLUMNS)


def findings_frame(reconciliations: Iterable[Reconciliation]) -> pd.DataFrame:
    """One row a finding; event to ``high`` are those of the figure that leads it, if any does."""
    return _frame(
        [finding for each in reconciliations for finding in each.findings], FINDING_COLUMNS
    )


def _frame(rows: Sequence[Row], columns: Mapping[str, Callable[[Row], Cell]]) -> pd.DataFrame:
    cells = {name: [cell(row) for row in rows] for name, cell in columns.items()}
    return pd.DataFrame(
        {
            name: _integers(column)
            if name in INTEGER_COLUMNS
            else pd.Series(column, dtype="string")
            for name, column in cells.items()
        }
    )


def _integers(values: Sequence[object]) -> pd.Series:
    fits = all(not isinstance(value, int) or value <= _LARGEST_INT64 for value in values)
    return pd.Series(values, dtype="Int64" if fits else "object")
