"""Cells that a spreadsheet can open without harm, and CSV of them."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from casualties.reporters.printable import show_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.rows import Cell

__all__ = ["csv_rows", "is_formula", "plain_text"]

_FORMULA = re.compile(r"[\t\r]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]\s*\S")
_LINE_END = re.compile(r"\r\n?")


def csv_rows(rows: Iterable[Iterable[Cell]], delimiter: str = ",", end: str = "\n") -> str:
    """The rows as CSV: a missing value is an empty cell, lines end with a bare newline."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows(
        [_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return text.getvalue()


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would compute the text.

    A lone sign, such as the "-" that names the standard input, is no formula.
    """
    return _FORMULA.match(text) is not None


def plain_text(text: str) -> str:
    """The text with control characters written out, and with newlines for line ends of any sort."""
    return show_controls(_LINE_END.sub("\n", text))


def _cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would compute it."""
    return f"'{plain_text(text)}" if is_formula(text) else plain_text(text)
