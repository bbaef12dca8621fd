"""CSV that a spreadsheet can open without harm."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from casualties.reporters.printable import show_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.rows import Cell

__all__ = ["csv_rows"]

_FORMULA = re.compile(r"[\t\r]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]\s*\S")
_LINE_END = re.compile(r"\r\n?")


def csv_rows(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as CSV: a missing value is an empty cell, lines end with a bare newline."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(
        [_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return text.getvalue()


def _cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it.

    A lone sign, such as the "-" that names the standard input, is no formula.
    """
    apostrophe = "'" if _FORMULA.match(text) else ""
    return apostrophe + show_controls(_LINE_END.sub("\n", text))
