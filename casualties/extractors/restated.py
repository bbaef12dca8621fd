"""Numbers that a text tells over and over, where what is wider than they are is told only once.

"Blast kills 38", and then "19 people died", "the 19 dead", "most of the 19 victims": nobody who
means some of 38 goes on to tell of those alone. That once is the slip, and the 19 are all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

import regex

from casualties.extractors.readings import Reading
from casualties.extractors.strays import is_wider
from casualties.extractors.surroundings import Surroundings
from casualties.model import MAIN, PEOPLE, Doubt, Figure, Outcome, Qualifier
from casualties.patterns import pattern
from casualties.records import replace

__all__ = ["find_told_over", "is_told_over", "without_doubts"]

_IN_A_PLACE = pattern(r"\W*(?:in|at|near) (?:the )?\p{Lu}", regex.IGNORECASE)
_OFTEN = 3
"""Sentences that have a number which is no part, one less where one of them leads."""
_FEWEST, _MOST = 2, 100
_OF_SOME = (Doubt.SOME, Doubt.ASIDE)


def is_told_over(reading: Reading, readings: Sequence[Reading], surroundings: Surroundings) -> bool:
    """Whether the text tells a number again and again, and a wider one of its event only once.

    Not where the rest is told, nor where so many are told of as some.
    """
    figure = reading.figure
    alike = [each for each in readings if each.figure.number == figure.number]
    wider = [r.figure for r in readings if r.is_open and is_wider(r.figure, figure)]
    is_count = figure.range.low >= _FEWEST and figure.qualifier is not Qualifier.VAGUE
    if not is_count or len(wider) != 1 or not all(each.is_open for each in alike):
        return False
    # "16 miners" of 30 people, or "In Osk 16 people died", are some, however often they are told of
    is_kind = all(r.figure.population in (PEOPLE, wider[0].population) for r in alike)
    if not is_kind or any(_IN_A_PLACE.match(r.figure.head) for r in alike):
        return False
    rest = wider[0].range.low - figure.range.low
    is_told = any(r.figure.number == rest != figure.number for r in readings)
    sentences = {(r.figure.paragraph, r.figure.sentence) for r in alike}
    least = _OFTEN - any(surroundings.is_lead(each.figure) for each in alike)
    return not is_told and len(sentences) >= least and _is_near(figure, wider[0])


def find_told_over(readings: Sequence[Reading], surroundings: Surroundings) -> frozenset[str]:
    """The ids of the document's own figures whose number is told over beside a wider one."""
    alike: dict[Outcome, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.figure.event == MAIN:
            alike[reading.figure.outcome].append(reading)
    return frozenset(
        reading.figure.id
        for group in alike.values()
        if len(group) <= _MOST
        for reading in group
        if reading.is_open and is_told_over(reading, group, surroundings)
    )


def without_doubts(figures: Iterable[Figure], told_over: AbstractSet[str]) -> list[Figure]:
    """The figures, where those that are told over are no more held to be of some."""
    return [
        replace(each, doubt=None) if each.id in told_over and each.doubt in _OF_SOME else each
        for each in figures
    ]


def _is_near(figure: Figure, other: Figure) -> bool:
    """Whether a figure is about half of another one or more."""
    return 9 * figure.range.low >= 4 * other.range.low
