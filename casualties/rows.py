"""Figures and findings as rows of a sheet: the columns of CSV and of data frames."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from casualties.model import Figure, Finding

__all__ = ["FIGURE_COLUMNS", "FINDING_COLUMNS", "INTEGER_COLUMNS", "Cell"]

Cell: TypeAlias = str | int | None

FIGURE_COLUMNS: Mapping[str, Callable[[Figure], Cell]] = {
    "path": lambda figure: figure.path,
    "id": lambda figure: figure.id,
    "outcome": lambda figure: figure.outcome,
    "low": lambda figure: figure.range.low,
    "high": lambda figure: figure.range.high,
    "qualifier": lambda figure: figure.qualifier,
    "number": lambda figure: figure.number,
    "population": lambda figure: figure.population,
    "scope": lambda figure: figure.scope,
    "event": lambda figure: figure.event,
    "source": lambda figure: figure.source,
    "passage": lambda figure: figure.passage,
    "paragraph": lambda figure: figure.paragraph,
    "line": lambda figure: figure.line,
    "column": lambda figure: figure.column,
    "start": lambda figure: None if figure.line is None else figure.start,
    "end": lambda figure: None if figure.line is None else figure.end,
    "text": lambda figure: figure.text,
    "sentence": lambda figure: figure.sentence,
}
"""One row a figure; an open end, a vague number and an unnamed source are empty."""

FINDING_COLUMNS: Mapping[str, Callable[[Finding], Cell]] = {
    "path": lambda finding: finding.place.path,
    "line": lambda finding: finding.line,
    "column": lambda finding: finding.column,
    "severity": lambda finding: finding.severity,
    "code": lambda finding: finding.code,
    "name": lambda finding: finding.name,
    "event": lambda finding: finding.figures[0].event if finding.figures else None,
    "outcome": lambda finding: finding.figures[0].outcome if finding.figures else None,
    "population": lambda finding: finding.figures[0].population if finding.figures else None,
    "low": lambda finding: finding.figures[0].range.low if finding.figures else None,
    "high": lambda finding: finding.figures[0].range.high if finding.figures else None,
    "message": lambda finding: finding.message,
}
"""One row a finding; event to ``high`` are those of the figure that leads it, if any does."""

INTEGER_COLUMNS = frozenset(
    {"low", "high", "number", "paragraph", "line", "column", "start", "end"}
)
