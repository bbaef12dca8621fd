"""Rows of tables, as one passage each with bars between the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["row_words"]

_WIDEST_CELL = 50


def row_words(cells: Iterable[tuple[str, str | None]]) -> str:
    """The row of cells, each given as its words and how many columns wide it says it is.

    A cell that is several columns wide stands in the last of them. A row without words is none.

    >>> row_words([("Village", None), ("Killed", "2"), ("Injured", "1")])
    'Village |  | Killed | Injured'
    """
    row: list[str] = []
    for words, columns in cells:
        said = columns if columns is not None and columns.isdecimal() else "1"
        wide = int(said) if len(said) <= len(str(_WIDEST_CELL)) else 1
        row += [""] * (min(wide, _WIDEST_CELL) - 1)
        row.append(words.strip())
    return " | ".join(row) if any(row) else ""
