"""Remarks for this tool in the copy, and the lines that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Comment, Lines
from casualties.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["REMARK", "find_comments", "find_quoted"]

REMARK = r"casualties:[ \t]*(?:(?:ignore|disable|enable)\b|[a-z-]+\[)[^\r\n]*"
"""What a remark looks like; a comment that says anything else is none."""

_MARK = pattern(
    r"(?P<opens>[“«]|(?<![^\s(\[{'‘–—-])\"(?=[^\W_]|['‘$£€(\[…]))"
    r"|(?P<closes>[”»]|(?<=\S)\")"
    r"|(?P<turns>\")"
    r"|(?P<begins>‘|(?<![^\s(\[{\"“–—-])'(?=[^\W_])(?!\d\ds\b))"
    r"|(?P<ends>[’'](?!\w))"
    r"|(?P<breaks>(?:\r\n?|\n)[ \t]*(?:\r\n?|\n))"
)
"""A quotation mark by what it does, or a blank line, beyond which no single mark is trusted."""


def find_quoted(text: str, remarks: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The starts of those remarks, given as their starts and ends, that stand in a quotation.

    A quotation between double marks may have many paragraphs. One that is never closed holds all
    that comes: whoever is quoted must not be the one who silences.
    """
    quoted: set[int] = set()
    double = single = False
    at = 0
    for start, end in remarks:
        for mark in _MARK.finditer(text, at, start):
            does = mark.lastgroup
            if does in {"opens", "closes", "turns"}:
                double = does == "opens" or (does == "turns" and not double)
            else:
                single = does == "begins"
        at = end
        if double or single:
            quoted.add(start)
            at = start
    return frozenset(quoted)


def find_comments(
    remarks: Iterable[tuple[str, int, int]],
    passages: Iterable[tuple[int, int]],
    lines: Lines,
    quoted: frozenset[int] = frozenset(),
) -> Iterator[Comment]:
    """Comments, which speak of the line below them and of the passage that starts there.

    The remarks are given as their words, their start and the end of what holds them; the passages
    as their start and end; those that are quoted by their start; all of them offsets of the text
    that the lines are of.
    """
    placed = [
        (words, lines.place(start), lines.place(end)[0], start in quoted)
        for words, start, end in remarks
    ]
    taken = {
        each for _, (line, _), last, is_quoted in placed if not is_quoted for each in (line, last)
    }
    last_line = {lines.place(start)[0]: lines.place(end - 1)[0] for start, end in passages}
    for words, (line, column), last, is_quoted in placed:
        below = last + 1
        while below in taken:
            below += 1
        yield Comment(words.rstrip(), line, column, below, last_line.get(below, below), is_quoted)
