"""Where the characters of a part of an input stand in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from casualties.readers.composer import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Places"]


class Places:
    """The places of a text that was put together from stretches of an input.

    Each stretch is given as where it begins in the text, and where in the input.
    """

    def __init__(self, stretches: Sequence[tuple[int, int]] = ((0, 0),)) -> None:
        """Begin with the stretches, in their order; one that has no gaps is the input itself."""
        self._stretches = stretches

    def at(self, offset: int) -> int:
        """Where in the input a character of the text is.

        >>> Places([(0, 2), (10, 14)]).at(11)
        15
        """
        start, place = self._stretches[self._stretch(offset)]
        return max(place + offset - start, 0)

    def pieces(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Pieces of the text as pieces of the input, cut where stretches meet."""
        for text, start, end in pieces:
            if len(text) != end - start:
                yield Piece(text, self.at(start), self.at(end - 1) + 1)
                continue
            at = start
            while at < end:
                following = self._stretch(at) + 1
                is_last = following == len(self._stretches)
                until = end if is_last else min(end, self._stretches[following][0])
                place = self.at(at)
                yield Piece(text[at - start : until - start], place, place + until - at)
                at = until

    def _stretch(self, offset: int) -> int:
        return max(bisect_right(self._stretches, offset, key=lambda each: each[0]) - 1, 0)
