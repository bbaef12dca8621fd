"""What makes a number a casualty figure: patterns over chunk codes, a file for each family."""

from __future__ import annotations

from functools import lru_cache

from casualties.extractors.constructions import active, nominal, passive, toll
from casualties.extractors.constructions.pattern import Construction, Matcher, matchers

__all__ = ["CONSTRUCTIONS", "Construction", "matchers_for"]

CONSTRUCTIONS: list[Construction] = [
    *nominal.CONSTRUCTIONS,
    *toll.CONSTRUCTIONS,
    *passive.CONSTRUCTIONS,
    *active.CONSTRUCTIONS,
]
"""Every construction, in the order in which they claim a number: the first one has it."""

_MATCHERS = matchers(CONSTRUCTIONS)
_MOST = 10_000


@lru_cache(_MOST)
def matchers_for(present: frozenset[str]) -> list[Matcher]:
    """What finds the constructions that a sentence with these codes of chunks may hold."""
    return [matcher for matcher in _MATCHERS if matcher.may_match(present)]
