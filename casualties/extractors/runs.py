"""Counts told one after the other, wherever they stand, that make up the count of all."""

from __future__ import annotations

from collections.abc import Sequence

from casualties.extractors.readings import Reading
from casualties.model import ATTACKER, Figure, Kind, Qualifier, Scope

__all__ = ["settle_runs"]

_PAIR, _LONGEST = 2, 6
_REACH, _NEAR = 8, 2
"""Over how many passages a run goes, and one of only two counts."""
_MANY = 3
_OF_ALL = (Kind.HEADLINE, Kind.CAPTION)
_COUNTED = (Scope.TOTAL, Scope.PART, Scope.ADDITIONAL)


def settle_runs(readings: list[Reading]) -> None:
    """Make parts of the counts that follow on each other and add up to that of headline or lead.

    As in "Lightning killed 48 people in Osk. ... In Velm 14 more died. ... Officials in Tarn told
    of 27 deaths", of 89; the readings are of one event and outcome.
    """
    first = next((r.figure for r in readings if _is_lead(r)), None)
    wholes = {
        r.figure.range.low
        for r in readings
        if r.is_open and (r.figure.passage is Kind.HEADLINE or r.figure is first)
    }
    old = {r.figure.range.low for r in readings if r.figure.scope is Scope.PREVIOUS}
    items = [
        i
        for i, r in enumerate(readings)
        if _is_item(r)
        and r.figure.range.low not in wholes
        # "killing 15 people", and then "two more died, taking the toll from 15 to 17": stale
        and (r.figure.scope is Scope.ADDITIONAL or r.figure.range.low not in old)
        # "A guard is one of four who died. ... A nurse was shot. ... Two men were found dead"
        and (r.figure.number == 1 or not _is_beside(r.figure, first))
    ]
    for start in range(len(items)):
        for end in range(start + _PAIR, min(len(items), start + _LONGEST) + 1):
            run = [readings[i] for i in items[start:end]]
            if sum(r.figure.range.low for r in run) not in wholes:  # as nearly always
                continue
            if _is_run(run) and not (len(run) == _PAIR and _is_beside(run[0].figure, first)):
                for i in filter(lambda i: _is_count_of_many(readings[i]), items[start:end]):
                    readings[i] = readings[i].rescoped(Scope.PART)


def _is_beside(figure: Figure, first: Figure | None) -> bool:
    return first is not None and figure.sentence == first.sentence


def _is_lead(reading: Reading) -> bool:
    return reading.is_open and reading.figure.passage is not Kind.HEADLINE


def _is_item(reading: Reading) -> bool:
    """Whether it counts some of the people, and does not take up who were told of before."""
    figure = reading.figure
    is_count = figure.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST) and figure.range.low > 0
    is_count = is_count and figure.scope in _COUNTED and figure.passage not in _OF_ALL
    is_told = reading.is_reference or reading.is_definite or reading.is_toll
    return is_count and figure.population != ATTACKER and not is_told


def _is_count_of_many(reading: Reading) -> bool:
    return reading.is_open and reading.figure.number != 1


def _is_run(run: Sequence[Reading]) -> bool:
    """Whether the counts stand near each other, and none is of some of those counted before it."""
    if len({r.figure.sentence for r in run}) == 1:
        return False
    if run[-1].figure.paragraph - run[0].figure.paragraph > _reach(run):
        return False
    places = [i for i, reading in enumerate(run) if _is_count_of_many(reading)]
    parts = (i for i, reading in enumerate(run) if reading.figure.scope is Scope.PART)
    # "Ten died, two of them children"
    return bool(places) and all(i < places[0] or run[i].place is not None for i in parts)


def _reach(run: Sequence[Reading]) -> int:
    """Over how many passages a run may go, so that it is no chance that it makes the whole."""
    if len(run) > _PAIR:
        return _REACH
    first, second = run
    sources = {each.figure.source for each in run} - {None}
    if first.figure.scope is Scope.ADDITIONAL or len(sources) > 1:
        return -1  # "Two more died, bringing the toll to 20", and then "The fire killed 18": stale
    is_added = second.figure.scope is Scope.ADDITIONAL  # "Four died. ... Another two died later"
    is_many = min(first.figure.range.low, second.figure.range.low) >= _MANY
    return _NEAR if is_added or is_many else 0
