"""Attackers beside their victims: some of those who attacked, and sums that count them in."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.numbers import value_of
from casualties.extractors.readings import Reading
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Figure, Outcome, Passage, Scope
from casualties.patterns import either, pattern
from casualties.records import replace

__all__ = ["set_killers_apart", "settle_attackers"]

_WORDS = load("reconciliation")
_TOGETHER = "with the killer"
_MANY = 10
"""From how many on a number that is told again is hardly ever of other people."""
_NEAR = 600
"""Characters before a sum in which a killer is told to be dead."""


_BRINGS = pattern(rf"{either(_WORDS['summing'])}[^.;]*$", regex.IGNORECASE)
_DEAD = pattern(either(_WORDS["killer_dead"]), regex.IGNORECASE)
_DIED = pattern(
    r"\b(?:and|he|she|who)\b[^.;]{0,40}\b(?:died|is dead|was dead|was killed)\b", regex.I
)
_KILLER = pattern(either(load("people")["attacker"]), regex.IGNORECASE)
_HIMSELF = pattern(r"\b(?:him|her)self\b", regex.IGNORECASE)


def set_killers_apart(readings: list[Reading], passages: Sequence[Passage]) -> None:
    """Set apart the sums that a killer's death leads to.

    As in "The gunman was shot dead by police. That brought the number of dead to five", under
    "Gunman kills four".
    """
    texts = {passage.number: passage for passage in passages}
    told = {r.figure.number for r in readings if r.is_open and r.figure.outcome is Outcome.KILLED}
    for i, reading in enumerate(readings):
        figure = reading.figure
        is_sum = reading.is_open and figure.outcome is Outcome.KILLED and figure.range.is_exact
        if not is_sum or (figure.number or 0) - 1 not in told:
            continue
        passage = texts[figure.paragraph]
        end = figure.start - passage.start
        before = passage.text[max(0, end - _NEAR) : end]
        if _BRINGS.search(figure.head) and _tells_of_dead_killer(before):
            readings[i] = reading.moved(_TOGETHER)


def _tells_of_dead_killer(text: str) -> bool:
    is_dead = _DEAD.search(text) or _DIED.search(text)
    return bool(is_dead) and bool(_KILLER.search(text) or _HIMSELF.search(text))


def settle_attackers(readings: list[Reading]) -> None:
    """Make parts of the counts of some attackers, and of those of victims in a sum with attackers.

    As in "All five attackers died. ... Two blew themselves up", and "five gunmen died ... in all,
    19 people were killed"; the readings are of one event and outcome.
    """
    attackers = [r.figure for r in readings if _is_count_of_attackers(r.figure)]
    if not attackers:
        return
    victims = {r.figure.number for r in readings if not _is_bare(r.figure)}
    victims -= {figure.number for figure in attackers}
    for i, told in enumerate(readings):
        is_bare = _is_bare(told.figure) and told.figure.number not in victims
        readings[i] = reading = _of_attackers(told, attackers) if is_bare else told
        if _is_of_some_attackers(reading, attackers) or (
            reading.is_open and _is_without(reading.figure, attackers, readings)
        ):
            readings[i] = reading.rescoped(Scope.PART)


def _is_bare(figure: Figure) -> bool:
    """Whether it is a number alone: "28"."""
    return figure.population == PEOPLE and value_of(figure.text) >= _MANY


def _of_attackers(reading: Reading, attackers: Sequence[Figure]) -> Reading:
    """The reading, of attackers where it tells their number again: "28 militants ... and 28"."""
    figure = reading.figure
    is_again = any(
        other.number == figure.number and other.start < figure.start for other in attackers
    )
    return replace(reading, figure=replace(figure, population=ATTACKER)) if is_again else reading


def _is_count_of_attackers(figure: Figure) -> bool:
    is_exact = figure.range.is_exact and figure.range.low > 0
    return is_exact and figure.population == ATTACKER and figure.scope is Scope.TOTAL


def _is_of_some_attackers(reading: Reading, attackers: Sequence[Figure]) -> bool:
    """Whether an earlier sentence, of the same source or of another place, has counted more."""
    figure = reading.figure
    return _is_count_of_attackers(figure) and any(
        other.start < figure.start
        and other.sentence != figure.sentence
        and (other.source in (None, figure.source) or reading.place is not None)
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
