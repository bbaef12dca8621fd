"""Attackers beside their victims: some of those who attacked, and sums that count them in."""

from __future__ import annotations

from collections.abc import Sequence

from casualties.extractors.readings import Reading
from casualties.model import ATTACKER, Figure, Outcome, Scope

__all__ = ["settle_attackers"]


def settle_attackers(readings: list[Reading]) -> None:
    """Make parts of the counts of some attackers, and of those of victims in a sum with attackers.

    As in "All five attackers died. ... Two blew themselves up", and "five gunmen died ... in all,
    19 people were killed"; the readings are of one event and outcome.
    """
    attackers = [r.figure for r in readings if _is_count_of_attackers(r.figure)]
    if not attackers:
        return
    for i, reading in enumerate(readings):
        if _is_of_some_attackers(reading.figure, attackers) or (
            reading.is_open and _is_without(reading.figure, attackers, readings)
        ):
            readings[i] = reading.rescoped(Scope.PART)


def _is_count_of_attackers(figure: Figure) -> bool:
    is_exact = figure.range.is_exact and figure.range.low > 0
    return is_exact and figure.population == ATTACKER and figure.scope is Scope.TOTAL


def _is_of_some_attackers(figure: Figure, attackers: Sequence[Figure]) -> bool:
    """Whether an earlier sentence, in no other source's words, has counted more attackers."""
    return _is_count_of_attackers(figure) and any(
        other.start < figure.start
        and other.sentence != figure.sentence
        and other.source in (None, figure.source)
        and other.range.low > figure.range.low
        for other in attackers
    )


def _is_without(figure: Figure, attackers: Sequence[Figure], readings: Sequence[Reading]) -> bool:
    """Whether another figure counts these victims together with the attackers."""
    if figure.outcome is not Outcome.KILLED or not figure.range.is_exact:
        return False
    sums = {figure.range.low + other.range.low for other in attackers}
    open_ones = (r.figure for r in readings if r.is_open and r.figure.range.is_exact)
    return any(other.range.low in sums for other in open_ones)
