"""Passages put together from pieces of an input, each piece with the place that it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from casualties.model import Document, Dropped, Kind, Lines, Origin, Passage, Run
from casualties.readers.remarks import find_comments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casualties.model import Comment

__all__ = ["Composer", "Piece"]

_BETWEEN = "\n\n"
_BLANKS = re.compile(r"\s{2,}|[^\S ]")


class Piece(NamedTuple):
    """Words of a passage, and where they stand in the input: at ``start``, up to ``end``.

    A piece that is as long as its place stands there letter by letter. In an input without
    positions both are 0.
    """

    text: str
    start: int = 0
    end: int = 0


class Composer:
    """Makes a document whose text is what its passages say.

    Blanks of any sort and length between two words are one blank, as a reader sees them; a
    headline that has been said is not said again.
    """

    def __init__(self, input_: str | None) -> None:
        """Begin, with the decoded input, or None where there are no lines to point to."""
        self._input = input_
        self._text: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._passages: list[Passage] = []
        self._headlines: set[str] = set()
        self._remarks: list[tuple[str, int, int]] = []
        self._dropped: list[Dropped] = []

    def passage(self, kind: Kind, pieces: Iterable[Piece]) -> None:
        """Add a passage; one without words is none."""
        neat = list(_neat(pieces))
        words = "".join(piece.text for piece in neat)
        if not words:
            return
        if kind is Kind.HEADLINE:
            said = words.casefold()
            if said in self._headlines:
                return
            self._headlines.add(said)
        if self._passages:
            self._add(_BETWEEN)
        start = self._length
        self._passages.append(Passage(kind, len(self._passages) + 1, start, words))
        for piece in neat:
            end = self._length + len(piece.text)
            self._runs.append(Run(self._length, end, piece.start, piece.end))
            self._add(piece.text)

    def remark(self, words: str, start: int, end: int) -> None:
        """Add a remark for this tool, of what holds it in the input from ``start`` to ``end``."""
        self._remarks.append((words, start, end))

    def drop(self, why: str, text: str, line: int | None = None, column: int | None = None) -> None:
        """Note what was left out, if it has words."""
        words = " ".join(text.split())
        if words:
            self._dropped.append(Dropped(why, words, line, column))

    def document(self, path: str | None) -> Document:
        """The document of what was added."""
        origin = Origin(self._input, tuple(self._runs))
        comments: Iterable[Comment] = ()
        if self._remarks:
            spans = (
                (origin.start(each.start), origin.end(each.start + len(each.text)))
                for each in self._passages
            )
            comments = find_comments(self._remarks, spans, Lines(self._input or ""))
        return Document(
            path=path,
            text="".join(self._text),
            passages=tuple(self._passages),
            comments=tuple(comments),
            origin=origin,
            dropped=tuple(self._dropped),
        )

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)


def _neat(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with one blank between words, and none at the ends."""
    neat: list[Piece] = []
    follows_blank = True
    for piece in pieces:
        for part in _parts(piece):
            if follows_blank and part.text.startswith(" "):
                part = _cut(part, 1, len(part.text))  # noqa: PLW2901 - without its blank
            if part.text:
                neat.append(part)
                follows_blank = part.text.endswith(" ")
    if neat and follows_blank:
        last = neat.pop()
        if last.text != " ":
            neat.append(_cut(last, 0, len(last.text) - 1))
    return neat


def _parts(piece: Piece) -> Iterable[Piece]:
    """The piece cut at blanks that are more than one, or no spaces; each of these is one space."""
    last = 0
    for blanks in _BLANKS.finditer(piece.text):
        first, end = blanks.span()
        yield _cut(piece, last, first)
        yield Piece(" ", *_cut(piece, first, end)[1:])
        last = end
    yield _cut(piece, last, len(piece.text))


def _cut(piece: Piece, first: int, last: int) -> Piece:
    """A part of a piece; one that stands for something else has the place of the whole."""
    text, start, end = piece
    if (first, last) == (0, len(text)):
        return piece
    if len(text) != end - start:
        return Piece(text[first:last], start, end)
    return Piece(text[first:last], start + first, start + last)
