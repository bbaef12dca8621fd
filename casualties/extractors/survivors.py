"""The injured whom those among them who died later leave: 27 were hurt, one died, "the 26".

The two counts of the injured are of different moments, and neither is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from casualties.lexicon import load
from casualties.model import Doubt, Figure, Outcome, Scope
from casualties.patterns import either, pattern
from casualties.records import replace

__all__ = ["mark_survivors"]

_MOST = 24
_NEXT = 8  # "one of the two"
_BREAK = pattern(r"[,;]| and ")
_OF_THE_INJURED = pattern(
    either([*load("references")["named_by_harm"], "injured", "wounded", "hurt", "critical"])
    + rf"|{either(load('doubts')['late'])}",
    regex.IGNORECASE,
)


def mark_survivors(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, with a mark on the counts of the injured who are left when some have died."""
    injured = [f for f in figures if f.outcome is Outcome.INJURED and f.range.is_exact]
    dead = [f for f in figures if _died_later(f, injured)]
    if not dead or len(injured) <= 1:  # as nearly always
        return list(figures)
    left = {figure.id for figure in injured if _are_left(figure, injured, dead)}
    return [replace(f, doubt=Doubt.MIXED) if f.id in left else f for f in figures]


def _died_later(figure: Figure, injured: Sequence[Figure]) -> bool:
    """Whether a count is of some of the injured who have died, by its sentence.

    Or by the one before: "Two were in a critical condition. Both died on Saturday".
    """
    is_some = figure.outcome is Outcome.KILLED and figure.scope in (Scope.PART, Scope.ADDITIONAL)
    if not (is_some and figure.range.is_exact):
        return False
    told = f"{figure.text}{_BREAK.split(figure.tail)[0]}"
    return _OF_THE_INJURED.search(told) is not None or any(
        other.paragraph == figure.paragraph
        and other.scope is Scope.PART
        and (0 < other.start - figure.end < _NEXT or other.number == figure.number)
        for other in islice(injured, _MOST)
    )


def _are_left(figure: Figure, injured: Sequence[Figure], dead: Sequence[Figure]) -> bool:
    """Whether it is as many as a count of the injured told before, without those who died since."""
    before = {
        other.start: other.number or 0
        for other in injured[:_MOST]
        if other.scope is Scope.TOTAL and other.event == figure.event and other.start < figure.start
    }
    return any(
        number - (died.number or 0) == figure.number
        for died in dead[:_MOST]
        for start, number in before.items()
        if died.event == figure.event and start < died.start
        if figure.start > died.end + _NEXT  # "one of the two": these are not without that one
    )
