"""Whether a text has told a number, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from casualties.extractors.nouns import is_person_noun
from casualties.lexicon import load
from casualties.model import Outcome

__all__ = ["Told", "count_mentions", "has_number", "has_people", "is_made_of"]

_CARDINALS: dict[str, int] = load("numbers")["cardinals"]
_NAMES = {count: word for word, count in _CARDINALS.items()}
_TENS = 10
_CLOSE = 4
_SHORT = 3
_MOST_WORDS = 1_000
_LONGEST_WORD = 100
_UNITS = "|".join(word for word, count in _CARDINALS.items() if count < _TENS)
_MEASURES = "|".join(map(re.escape, load("things")["units"]))


def has_number(text: str, value: int) -> bool:
    """Whether a text has the number, as no part of a longer one, of an amount or of a measure."""
    lowered = text.lower()
    return any(word in lowered and _has_word(lowered, word) for word in _written(value))


def count_mentions(text: str, value: int) -> int:
    """How often a text has the number."""
    lowered = text.lower()
    return sum(
        not _is_thing(match[1])
        for word in dict.fromkeys(_written(value))
        if word in lowered
        for match in _mentions(word).finditer(lowered)
    )


def has_people(text: str, value: int) -> bool:
    """Whether a text counts so many people: "with eight people on board"."""
    lowered = text.lower()
    return any(
        is_person_noun(match[1] or "")
        for word in _written(value)
        if word in lowered
        for match in _mentions(word).finditer(lowered)
    )


class Told(NamedTuple):
    """A number that was told: of what befell them, whether it is a part, where, of which event."""

    number: int
    outcome: Outcome
    is_part: bool
    paragraph: int
    event: str

    def is_beside(self, other: Told) -> bool:
        """Whether another one told later is near enough to be added to it or taken from it.

        That is in one paragraph; a part, or what befell others, may be told in the next one.
        """
        return other.paragraph - self.paragraph <= (
            self[1:3] != other[1:3] or self[-1] != other[-1]
        )


def is_made_of(value: int, told: Sequence[Told]) -> bool:
    """Whether two or three of the numbers, told close to each other, make the value.

    As "three men" and "two women" make five, or the others of 14, when nine of them are told of; a
    whole and a part of it make nothing together.
    """
    for i, first in enumerate(told):
        near = [other for other in told[i + 1 : i + _CLOSE] if first.is_beside(other)]
        if any(
            value == abs(first.number - other.number)
            for other in near
            if other.outcome is first.outcome
        ):
            return True
        alike = [other.number for other in near if other.is_part is first.is_part]
        if any(value == first.number + sum(s) for n in (1, 2) for s in combinations(alike, n)):
            return True
    return False


def _has_word(text: str, word: str) -> bool:
    return any(not _is_thing(match[1]) for match in _mentions(word).finditer(text))


@lru_cache(_MOST_WORDS)
def _mentions(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$£€.:,-]){word}(?!\w|-(?:{_UNITS})\b|[.:,]\d|[ -](?:{_MEASURES})s?\b)"
        r"(?: ([a-z]+))?"
    )


def _is_thing(noun: str | None) -> bool:
    """Whether a number counts no people: "six cars", and not "six passengers" or "six"."""
    return noun is not None and len(noun) > _SHORT and noun[-1] == "s" and not is_person_noun(noun)


def _written(value: int) -> Iterator[str]:
    """The number in digits and, below a hundred, in words."""
    yield f"{value:,}"
    yield str(value)
    if value in _NAMES:
        yield _NAMES[value]
    elif value < _LONGEST_WORD:
        tens, unit = value // _TENS * _TENS, value % _TENS
        yield f"{_NAMES[tens]}-{_NAMES[unit]}"
