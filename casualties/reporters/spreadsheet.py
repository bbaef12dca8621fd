"""Cells that a spreadsheet can open without harm, and CSV of them."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from casualties.reporters.printable import for_people, show_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.rows import Cell

__all__ = ["csv_rows", "is_formula", "plain_text"]

_FORMULA = re.compile(r"[\t\r]|[\s\ufeff\u200b]*[=+\-@＝＋－＠]\s*\S")
_LINE_END = re.compile(r"\r\n?")


def csv_rows(rows: Iterable[Iterable[Cell]], delimiter: str = ",", end: str = "\n") -> str:
    """The rows as CSV: a missing value is an empty cell, lines end with a bare newline.

    A line never begins with "::", which a runner of jobs may obey: such a cell has quotation marks.
    """
    text = io.StringIO(newline="")
    minimal = csv.writer(text, delimiter=delimiter, lineterminator=end)
    quoting = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = [_cell(cell) if isinstance(cell, str) else cell for cell in row]
        first = cells[0] if cells else None
        is_command = isinstance(first, str) and first.lstrip().startswith("::")
        (quoting if is_command else minimal).writerow(cells)
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
    """The text with an apostrophe in front where a spreadsheet would compute it.

    What a runner of jobs would obey within it is written out, as control characters are.
    """
    first, *below = plain_text(text).split("\n")
    shown = "\n".join([first.replace("##[", r"\x23#["), *map(for_people, below)])
    return f"'{shown}" if is_formula(text) else shown
