"""Blocks of a page: passages to be, rows of tables, and what is no part of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Kind
from casualties.readers.composer import Piece
from casualties.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Block", "Row", "blank_at", "said"]

_LONGEST_CELL = 300
_WIDEST_CELL = 50
_KINDS_OF_CELLS = frozenset({Kind.PARAGRAPH, Kind.LIST, Kind.CAPTION, Kind.QUOTE})


@dataclass(frozen=True, slots=True)
class Block:
    """A passage to be; with ``why``, one that is left out.

    ``article`` is the number of the article that it stands in, 0 outside of any.
    """

    kind: Kind
    pieces: tuple[Piece, ...]
    why: str | None = None
    article: int = 0
    in_main: bool = False
    in_head: bool = False


class Row:
    """A row of a table, with the blocks in each of its cells."""

    def __init__(self) -> None:
        """Begin with no cell."""
        self.cells: list[list[Block]] = []

    def begin_cell(self, columns: str) -> None:
        """Begin a cell; one that is several columns wide stands in the last of them."""
        wide = int(columns) if columns.isdecimal() and len(columns) <= len(str(_WIDEST_CELL)) else 1
        self.cells += [[] for _ in range(max(1, min(wide, _WIDEST_CELL)))]

    def blocks(self) -> Iterator[Block]:
        """The row as one passage, or what is in its cells where they only lay out a page."""
        within = [block for cell in self.cells for block in cell]
        if sum(map(bool, self.cells)) > 1 and all(map(_is_small, within)):
            yield replace(within[0], kind=Kind.TABLE, pieces=tuple(_row(self.cells)))
        else:
            yield from within


def said(pieces: Iterable[Piece]) -> str:
    """What pieces say, with one blank between words."""
    return " ".join("".join(piece.text for piece in pieces).split())


def blank_at(place: int) -> Piece:
    """A blank that is not in the input."""
    return Piece(" ", place, place)


def _is_small(block: Block) -> bool:
    return block.kind in _KINDS_OF_CELLS and len(said(block.pieces)) <= _LONGEST_CELL


def _row(cells: list[list[Block]]) -> Iterator[Piece]:
    """The words of a row, with bars between the cells, which stand where the cell before ends."""
    place = min(piece.start for cell in cells for block in cell for piece in block.pieces)
    for number, cell in enumerate(cells):
        if number:
            yield from (blank_at(place), Piece("|", place, place), blank_at(place))
        for block in cell:
            yield blank_at(place)
            yield from block.pieces
            place = max(place, block.pieces[-1].end)
