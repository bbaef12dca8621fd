"""Tables: rows of places and counts under a heading row."""

from __future__ import annotations

import regex

from casualties.extractors.analysis import Analysis
from casualties.extractors.words import find_harm
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["Table", "add_cells"]

_BORDER = pattern(r"\s*[|\t]\s*|\s{3,}")
_WHOLE = pattern(r"^\W*(?:grand |sub)?total\b|^\W*(?:all|altogether|sum)\b", regex.IGNORECASE)


_PROSE = 80
"""Characters from which on a cell tells something, and holds no mere count."""


class Table:
    """The heading row that the rows below it stand under: the outcome of each column, if any."""

    def __init__(self) -> None:
        self.columns: list[Outcome | None] = []

    def read_heading(self, analysis: Analysis, text: str) -> bool:
        """Take a row without numbers as the heading; whether it was one that names an outcome."""
        cells = _cells(text)
        if any(chunk.number is not None and chunk.code in "NXQ" for chunk in analysis.chunks):
            return False
        columns = [find_harm(text[start:end]) for start, end in cells]
        is_prose = any(end - start > _PROSE for start, end in cells)
        if is_prose or not any(columns):
            return False
        self.columns = columns
        return True


def _cells(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row start and end."""
    cells, start = [], 0
    for border in _BORDER.finditer(text):
        cells.append((start, border.start()))
        start = border.end()
    cells.append((start, len(text)))
    return cells


def add_cells(analysis: Analysis, text: str, table: Table) -> None:
    """Add the counts of a row under a heading: parts, unless it is the row of sums."""
    if table.read_heading(analysis, text) or not table.columns:
        return
    cells = _cells(text)
    if len(cells) != len(table.columns) or any(end - start > _PROSE for start, end in cells):
        return
    scope = None if _WHOLE.match(text) else Scope.PART
    for index, chunk in enumerate(analysis.chunks):
        if chunk.number is None or chunk.number.word != "digits":
            continue
        at = analysis.tokens[chunk.first].start
        for (start, end), outcome in zip(cells, table.columns, strict=True):
            if start <= at < end and outcome is not None:
                analysis.claims.pop(index, None)
                analysis.claim(index, outcome, scope, "cell")
