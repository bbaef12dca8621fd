"""How two figures of one line item can disagree: by their ranges, their bounds, their wording.

The predicates know nothing of who is quoted; that is told in ``voices``.
"""

from __future__ import annotations

import regex

from casualties.lexicon import load
from casualties.model import Figure, Kind, Qualifier
from casualties.patterns import pattern
from casualties.ranges import Range
from casualties.reconciler.rounding import (
    leading_digit_down,
    leading_digit_up,
    rounded_down,
    rounded_up,
    second_unit,
)
from casualties.records import dataclass

__all__ = [
    "Claim",
    "are_contradictory",
    "are_inconsistent_qualifiers",
    "bounds_conflict",
    "claim",
    "disagree",
    "is_weaker_bound",
]

_FLOORS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_CEILINGS = frozenset({Qualifier.AT_MOST, Qualifier.FEWER_THAN})
_ABOVE = _FLOORS | {Qualifier.JUST_OVER}
_BELOW = _CEILINGS | {Qualifier.NEARLY}

_THOUSAND = 1000
_ROUND_UNITS: dict[str, int] = {**load("numbers")["loose"], **load("numbers")["magnitudes"]}
_ROUND_WORD = pattern(rf"\b({'|'.join(_ROUND_UNITS)})s?\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """What the rules for pairs look at: figures of one claim need one comparison."""

    range: Range
    qualifier: Qualifier
    number: int | None
    round_unit: int
    source: str | None
    is_round_headline: bool


def claim(figure: Figure) -> Claim:
    """What the figure claims, without where it stands."""
    unit = _round_unit(figure.text, figure.number or 0)
    is_round = _is_round_headline(figure)
    return Claim(figure.range, figure.qualifier, figure.number, unit, figure.source, is_round)


def disagree(a: Figure, b: Figure) -> bool:
    """Whether the two cannot stand in one text: contradictory ranges, or conflicting bounds."""
    return are_contradictory(a, b) or bounds_conflict(a, b)


def are_contradictory(a: Figure, b: Figure) -> bool:
    """Whether no number fits both; one number under two qualifiers is no contradiction."""
    if a.range.overlaps(b.range) or _rounds(a, b) or _rounds(b, a):
        return False
    return not _same_number(a, b) or _are_opposite(a, b)


def _rounds(headline: Figure, told: Figure) -> bool:
    """Whether a headline rounds thousands: "Quake kills 1,900", where 1,912 died."""
    if not _is_round_headline(headline) or told.number is None or not told.range.is_exact:
        return False
    unit = second_unit(headline.range.low)
    return abs(told.range.low - headline.range.low) < unit and told.range.low % unit != 0


def _is_round_headline(figure: Figure) -> bool:
    number = figure.range.low
    is_exact = figure.passage is Kind.HEADLINE and figure.range.is_exact
    return is_exact and number >= _THOUSAND and number % second_unit(number) == 0


def are_inconsistent_qualifiers(a: Figure, b: Figure) -> bool:
    """Whether the two put one number under different qualifiers: "at least 40" and "40"."""
    return a.qualifier != b.qualifier and _same_number(a, b) and not are_contradictory(a, b)


def bounds_conflict(a: Figure, b: Figure) -> bool:
    """Whether two bounds in one direction are of different counts, neither the other one rounded.

    "More than 145" and "at least 130" can both be true, but no one who knows the first
    writes the second.
    """
    if a.number is None or b.number is None or a.number == b.number:
        return False
    if a.qualifier in _FLOORS and b.qualifier in _FLOORS:
        weaker, stronger = sorted((a, b), key=lambda figure: figure.range.low)
    elif a.qualifier in _CEILINGS and b.qualifier in _CEILINGS:
        stronger, weaker = sorted((a, b), key=lambda figure: figure.range.high or 0)
    else:
        return False
    return a.range != b.range and not _is_rounding(weaker, stronger.number or 0)


def is_weaker_bound(bound: Figure, exact: Figure) -> bool:
    """Whether a bound allows an exact figure but is no rounding of it: "at least 40" and 45."""
    return (
        bound.number is not None
        and bound.qualifier in _FLOORS | _CEILINGS
        and exact.qualifier is Qualifier.EXACT
        and bound.number != exact.range.low
        and bound.range.overlaps(exact.range)
        and not _is_rounding(bound, exact.range.low)
    )


def _same_number(a: Figure, b: Figure) -> bool:
    return a.number is not None and a.number == b.number


def _are_opposite(a: Figure, b: Figure) -> bool:
    """Whether one counts upwards and the other downwards: "more than 100", "fewer than 100"."""
    return (a.qualifier in _ABOVE and b.qualifier in _BELOW) or (
        b.qualifier in _ABOVE and a.qualifier in _BELOW
    )


def _is_rounding(bound: Figure, count: int) -> bool:
    """Whether the bound may be a rounded way to state the count."""
    number = bound.number or 0
    if unit := _round_unit(bound.text, number):
        below = bound.qualifier in _CEILINGS
        return number - unit < count <= number if below else number <= count < number + unit
    match bound.qualifier:
        case Qualifier.MORE_THAN:
            return number in rounded_down(count)
        case Qualifier.AT_LEAST:
            return number == leading_digit_down(count)
        case Qualifier.FEWER_THAN:
            return number in rounded_up(count)
        case _:
            return number == leading_digit_up(count)


def _round_unit(words: str, number: int) -> int:
    """The size of the word that the number is counted in, 0 where it is in none: 12 for dozens."""
    units = (_ROUND_UNITS[word.lower()] for word in _ROUND_WORD.findall(words))
    return max((unit for unit in units if number % unit == 0), default=0)
