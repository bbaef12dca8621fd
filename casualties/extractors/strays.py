"""Counts that are a little short of a wider one, by a slip, and of nobody else."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.readings import Reading
from casualties.extractors.subsets import is_beside_somebody
from casualties.extractors.surroundings import Surroundings
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Outcome, Qualifier
from casualties.patterns import either, pattern

__all__ = [
    "AT_A_PLACE",
    "BY_NATURE",
    "FEARED",
    "is_added",
    "is_short",
    "is_slip_for_one",
    "is_stray",
    "is_wider",
]

AT_A_PLACE = pattern(
    r"(?: (?:who|that|killed|dead|died|were|had|hurt|injured|wounded)\b)*"
    r" (?:in|at|on|aboard|inside|outside|near|from)\b",
    regex.IGNORECASE,
)
"""How a count may go on with a place: "the seven who died in the flats and ..."."""

FEARED = pattern(either(load("scopes")["feared"]), regex.IGNORECASE)
"""Words by which some are only thought to be dead."""

BY_NATURE = frozenset(load("reconciliation")["subsets"])
"""Kinds of people that are some of a crowd: five children beside ten people are five of the ten."""

_FEW, _SLIP = 3, 2


def is_slip_for_one(reading: Reading, told: Sequence[Reading], surroundings: Surroundings) -> bool:
    """Whether a count below the lead is one or two short of another, and of nobody else.

    Whatever its clause tells besides: "Three dead, a village in mourning", of four.
    """
    figure = reading.figure
    wider = [
        other.figure
        for other in told
        if other.is_open
        and (other.figure.event, other.figure.outcome) == (figure.event, figure.outcome)
        and is_wider(other.figure, figure)
    ]
    is_count = reading.is_open and figure.population == PEOPLE and figure.range.low >= _FEW
    is_some = reading.is_elided or reading.is_condition or reading.is_own_count
    is_some = is_some or AT_A_PLACE.match(figure.tail) is not None  # "six dead on the walkway"
    return is_count and not is_some and is_stray(reading, wider, surroundings)


def is_stray(reading: Reading, wider: Sequence[Figure], surroundings: Surroundings) -> bool:
    """Whether a count is a little short of a wider one, and no words tell of it or of a rest again.

    It is a slip for that one then, whatever its clause tells: "Four people were struck at
    Kachuria", of five.
    """
    figure = reading.figure
    is_kind = figure.population in BY_NATURE or is_added(figure)
    is_kind = is_kind or is_beside_somebody(figure, wider)
    is_item = surroundings.is_one_of_many(reading) or surroundings.is_in_area(figure)
    is_count = figure.range.is_exact and surroundings.tells_once(figure)
    if is_kind or is_item or not is_count or any(o.sentence == figure.sentence for o in wider):
        return False
    low = figure.range.low
    most = _SLIP if reading.place is None else 1
    return not surroundings.tells_of_one_more(figure) and any(
        other.paragraph != figure.paragraph
        and is_short(figure, other)
        and not FEARED.search(other.sentence)  # "36 are feared dead", and 34 bodies were found
        and other.range.low - low <= most
        and not surroundings.tells_of_last(other.range.low)
        and not any(surroundings.tells(other.range.low - low, outcome) for outcome in Outcome)
        for other in wider
    )


def is_added(figure: Figure) -> bool:
    """Whether it stands beside what its sentence tells before: "six guests and two cooks"."""
    return figure.head.endswith("and ")


def is_short(figure: Figure, other: Figure) -> bool:
    """Whether a figure falls one or two short of a count, which is a third of it at the most."""
    low, high = figure.range.low, other.range.low
    is_slip = high - low <= _SLIP and 3 * low >= 2 * high
    return is_slip and other.qualifier is not Qualifier.VAGUE


def is_wider(other: Figure, figure: Figure) -> bool:
    """Whether a figure counts more than another one can."""
    high = figure.range.high or figure.range.low
    ceiling = other.range.high if other.qualifier is Qualifier.AT_MOST else other.range.low
    return ceiling is not None and ceiling > high
