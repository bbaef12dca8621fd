"""Remarks for this tool in the copy, and the lines that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Comment, Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["REMARK", "find_comments"]

REMARK = r"casualties:[ \t]*(?:(?:ignore|disable|enable)\b|[a-z-]+\[)[^\r\n]*"
"""What a remark looks like; a comment that says anything else is none."""


def find_comments(
    remarks: Iterable[tuple[str, int, int]], passages: Iterable[tuple[int, int]], lines: Lines
) -> Iterator[Comment]:
    """Comments, which speak of the line below them and of the passage that starts there.

    The remarks are given as their words, their start and the end of what holds them; the passages
    as their start and end; all of them offsets of the text that the lines are of.
    """
    placed = [(words, lines.place(start), lines.place(end)[0]) for words, start, end in remarks]
    taken = {line for _, (line, _), _ in placed} | {last for _, _, last in placed}
    last_line = {lines.place(start)[0]: lines.place(end - 1)[0] for start, end in passages}
    for words, (line, column), last in placed:
        below = last + 1
        while below in taken:
            below += 1
        yield Comment(words.rstrip(), line, column, below, last_line.get(below, below))
