"""What the reports for people say in the same words: places, counts, sentences unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Place
from casualties.reporters.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.model import Figures

__all__ = ["count", "count_unread", "place", "unread_lines"]


def count(number: int, noun: str) -> str:
    """The number with its noun.

    >>> count(1, "error"), count(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def place(where: Place) -> str:
    """Where it stands, as editors take it; of a text without a path, line and column alone.

    In a format without lines it is the passage: ``ferry.docx:paragraph 2``.

    >>> place(Place("ferry.txt", 3, 14))
    'ferry.txt:3:14'
    """
    return where.where if where.path is None else f"{one_line(where.path)}:{where.where}"


def unread_lines(figures: Figures) -> Iterator[str]:
    """A line for each sentence of which no figure was made, however long the sentence."""
    for unread in figures.unread:
        yield f"{place(unread.place)}: unread: {one_line(unread.text)}"


def count_unread(number: int, *, listed: bool) -> str:
    """How many sentences are unread, and what lists them where the report does not.

    >>> count_unread(2, listed=False)
    '2 sentences unread (--show-unread)'
    """
    return count(number, "sentence") + " unread" + ("" if listed else " (--show-unread)")
