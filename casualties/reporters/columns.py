"""Tables that fit a terminal of 80 columns."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    widths = []
    for place, header in enumerate(headers):
        lines = [header, *(line for row in rows for line in row[place].splitlines())]
        widths.append(min(max(map(len, lines)), max(widest.get(header, WIDTH), len(header))))
    flexible = headers.index(last)
    taken = sum(widths) - widths[flexible] + _GAP * (len(headers) - 1)
    widths[flexible] = min(widths[flexible], max(_NARROWEST, WIDTH - taken))
    cells = [headers, ["-" * width for width in widths], *rows]
    return "\n".join(line for row in cells for line in _lines(row, widths))


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of a row, each cell of which is wrapped to its width."""
    wrapped = [
        [piece for line in cell.splitlines() for piece in _pieces(line, width)]
        for cell, width in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*wrapped, fillvalue=""):
        padded = [piece.strip().ljust(width) for piece, width in zip(line, widths, strict=True)]
        yield (" " * _GAP).join(padded).rstrip()


def _pieces(line: str, width: int) -> list[str]:
    """The line of a cell in pieces of the width at most."""
    if len(line) <= width:
        return [line]
    import textwrap  # noqa: PLC0415 - most tables fit

    return textwrap.wrap(line, width) or [""]
