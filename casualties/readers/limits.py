"""How much an input may hold: no copy comes near, and beyond it a file is broken or hostile."""

from __future__ import annotations

from casualties.readers.errors import ReadError

__all__ = [
    "DEPTH",
    "FILE_BYTES",
    "LONGEST_FIELD",
    "LONGEST_LINE",
    "MOST_ROWS",
    "PARTS",
    "PART_RATIO",
    "UNPACKED_BYTES",
    "check_size",
]

FILE_BYTES = 50_000_000
"""The size of a file."""

DEPTH = 200
"""How deep objects, lists or elements may stand in one another, in JSON and in XML."""

PARTS = 10_000
"""The files that a packed file may hold."""

UNPACKED_BYTES = 50_000_000
"""What is unpacked of one packed file, all of its parts together."""

PART_RATIO = 200
"""How many times its packed size a part may be; XML packs to a tenth, and a bomb to a thousandth.

A part below a megabyte may be more: there it does no harm.
"""


LONGEST_FIELD = 10_000_000
"""Characters of a cell of a sheet: a long book has a million."""

LONGEST_LINE = 2 * LONGEST_FIELD
"""Characters of a line of JSON Lines, and of a sheet."""

MOST_ROWS = 1_000_000
"""Rows of a file: their ids are kept, so that no two documents have one path."""


def check_size(size: int, path: str) -> None:
    """Refuse a file that is too large.

    Raises:
        ReadError: if it has more than ``FILE_BYTES``.
    """
    if size > FILE_BYTES:
        raise ReadError(f"{path} is larger than the limit of {FILE_BYTES // 1_000_000} MB a file.")
