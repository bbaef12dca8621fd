"""A table as a Parquet file, of ``casualties extract --format parquet``."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import parquet

from casualties.frames import LARGEST_INTEGER, storable, table_frame
from casualties.reporters.report import View
from casualties.rows import FIGURES

if TYPE_CHECKING:
    from casualties.rows import Cell, Table

__all__ = ["Report"]

_ROWS_OF_A_GROUP = 10_000


class Report:
    """Groups of rows, written as they fill up, with the types that the data frame has.

    A number that no column of whole numbers can hold is missing; half a character is written out.
    """

    def __init__(self, view: View = View(), table: Table[Any, Any] = FIGURES) -> None:
        self._table = table
        self._pieces = _Pieces()
        self._schema = pa.Schema.from_pandas(table_frame(table, []), preserve_index=False)
        self._writer = parquet.ParquetWriter(self._pieces, self._schema)
        self._rows: list[list[Cell]] = []

    def add(self, item: object) -> bytes:
        self._rows += self._table.cells(item)
        return self._written() if len(self._rows) >= _ROWS_OF_A_GROUP else b""

    def end(self) -> bytes:
        written = self._written()
        self._writer.close()
        return written + self._pieces.take()

    def _written(self) -> bytes:
        columns = [map(_storable, column) for column in zip(*self._rows, strict=True)]
        if columns:
            arrays = [
                pa.array(list(column), field.type)
                for column, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []
        return self._pieces.take()


class _Pieces(io.RawIOBase):
    """A file that hands out what has been written to it, and knows how much that was in all."""

    def __init__(self) -> None:
        self._given: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._given.append(bytes(piece))
        self._length += len(self._given[-1])
        return len(self._given[-1])

    def tell(self) -> int:
        return self._length

    def take(self) -> bytes:
        """What has been written since the last time."""
        given, self._given = self._given, []
        return b"".join(given)


def _storable(cell: Cell) -> Cell:
    if isinstance(cell, int):
        return cell if cell <= LARGEST_INTEGER else None
    return storable(cell)
