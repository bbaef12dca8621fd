"""Tables that fit a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["WIDTH", "render_columns"]

WIDTH = 80
_GAP = 2
_NARROWEST = 12


def render_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], widest: Mapping[str, int], last: str
) -> str:
    """The rows under their headers, with cells wrapped so that a line has at most 80 columns.

    ``widest`` has the largest width of a column that may be wrapped; the column ``last`` gets
    what the others leave, and 12 in any case.
    """
    from tabulate import tabulate  # noqa: PLC0415 - most formats need no table

    widths = []
    for place, header in enumerate(headers):
        lines = [header, *(line for row in rows for line in row[place].splitlines())]
        widths.append(min(max(map(len, lines)), max(widest.get(header, WIDTH), len(header))))
    flexible = headers.index(last)
    taken = sum(widths) - widths[flexible] + _GAP * (len(headers) - 1)
    widths[flexible] = min(widths[flexible], max(_NARROWEST, WIDTH - taken))
    # Wrapped here: tabulate's own wrapping reads "3,870" as a number and fails on the comma. The
    # headers are rows like any other, for it makes a column two wider than a header it knows of.
    cells = [list(headers), ["-" * width for width in widths]]
    cells += [list(map(_wrapped, row, widths)) for row in rows]
    table = tabulate(cells, tablefmt="plain", disable_numparse=True)
    return "\n".join(line.rstrip() for line in table.splitlines())


def _wrapped(cell: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width) for line in cell.splitlines())
