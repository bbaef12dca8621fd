"""What an item says twice, in another form: a body as text and as XHTML, a summary of its words."""

from __future__ import annotations

import re

__all__ = ["Said"]

_MOST_SEARCHED = 100_000_000
"""Characters that are searched through for one item, so that time does not grow with its square.

Beyond them words are taken for said only if a whole text said just these.
"""

_NO_LETTERS = re.compile(r"[\W_]+")


class Said:
    """What has been said so far, by its letters and digits alone."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._texts: set[str] = set()
        self._said: list[str] = []
        self._left = _MOST_SEARCHED

    def __bool__(self) -> bool:
        """Whether anything has been said."""
        return bool(self._said)

    def add(self, words: str) -> None:
        """Note words that are said."""
        letters = _letters(words)
        self._texts.add(letters)
        self._said.append(letters)

    def holds(self, words: str) -> bool:
        """Whether words have been said, in one stretch or as a text of their own.

        >>> said = Said()
        >>> said.add("The ferry struck a reef, killing 31.")
        >>> said.holds("Ferry struck a reef"), said.holds("Ferry kills 27")
        (True, False)
        """
        letters = _letters(words)
        if letters in self._texts or self._left <= 0:
            return letters in self._texts
        all_said = "".join(self._said)
        self._said = [all_said]
        self._left -= len(all_said)
        return letters in all_said


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words.casefold())
