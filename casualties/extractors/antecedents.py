"""Which count told before a definite one may take up, where none told before has its number."""

from __future__ import annotations

from collections.abc import Iterable

from casualties.extractors.mentions import has_kind
from casualties.extractors.novelty import find_stems
from casualties.extractors.times import EVENT_NOUNS
from casualties.model import ATTACKER, MAIN, PEOPLE, Figure, Scope
from casualties.patterns import either, pattern
from casualties.ranges import is_misprint

__all__ = [
    "as_whole",
    "is_misstated",
    "is_slip",
    "names_another_event",
    "nearest",
    "of_kind",
    "times_apart",
]

_SLIP = 2
_OF_AN_EVENT = pattern(
    r"(?: [\w'’-]+){0,3}? (?:of|in|from|by) the ((?:[\w'’-]+ ){1,3}?)"
    rf"{either(sorted(EVENT_NOUNS))}"
)


def as_whole(part: Figure, told: Iterable[Figure]) -> Figure:
    """The total of which the very number is a part somewhere: "119 in May and now 68", of a year.

    Who tells of "34 of the 68" below "A riot killed 68 inmates" tells of those of the riot.
    """
    if part.scope is not Scope.PART:
        return part
    wholes = (f for f in told if f.scope is Scope.TOTAL and f.event == MAIN)
    alike = (f for f in wholes if (f.outcome, f.number) == (part.outcome, part.number))
    return next(alike, part)


def is_misstated(number: int, told: Figure) -> bool:
    """Whether a number may be meant for those told of: another one, twice or half at the most.

    Or one that lost a digit, or whose digits changed places.
    """
    low, high = sorted((number, told.number or 0))
    is_close = 1 < low < high <= 2 * low + 1 or is_misprint(low, high)
    return is_close and told.scope is not Scope.ADDITIONAL


def is_slip(number: int, told: Figure) -> bool:
    """Whether it is so near to theirs that it is a slip, and no other number."""
    low, high = sorted((number, told.number or 0))
    return high - low <= _SLIP or 5 * high <= 6 * low


def names_another_event(figure: Figure, told: Figure) -> bool:
    """Whether it is "the 20 victims of the hotel attack", and those told of were at no hotel."""
    named = _OF_AN_EVENT.match(figure.tail)
    stems = find_stems([named[1]]) if named is not None else frozenset()
    return bool(stems) and stems.isdisjoint(find_stems([told.sentence]))


def of_kind(number: int, noun: str, told: Iterable[Figure], before: str) -> Figure | None:
    """The count told of the very kind, if by one number, where nobody else of it is so many.

    As in "Nine people, six of them women, died. ... The four women were sisters"; but where two
    nurses died and two were hurt, "the four nurses" are all of them.
    """
    kind = noun.rpartition(" ")[2]
    if noun in (PEOPLE, ATTACKER):
        return None
    alike = [figure for figure in told if figure.population.rpartition(" ")[2] == kind]
    is_one = len({figure.number for figure in alike}) == 1 and is_misstated(number, alike[0])
    is_one = is_one and number != (alike[0].number or 0) * len({f.outcome for f in alike})
    return alike[0] if is_one and not has_kind(before, number, kind) else None


def nearest(number: int, told: Iterable[Figure]) -> Figure | None:
    """The count that is fewest times as many or as few, the first of them."""
    return min(told, key=lambda figure: times_apart(number, figure), default=None)


def times_apart(number: int, told: Figure) -> float:
    """How many times as many one of them is as the other."""
    low, high = sorted((number, told.number or 0))
    return high / max(low, 1)
