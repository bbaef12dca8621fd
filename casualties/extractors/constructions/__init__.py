"""What makes a number a casualty figure: patterns over chunk codes, a file for each family."""

from __future__ import annotations

from casualties.extractors.constructions import active, nominal, passive, toll
from casualties.extractors.constructions.pattern import Construction, Matcher

__all__ = ["CONSTRUCTIONS", "MATCHERS", "Construction"]

CONSTRUCTIONS: list[Construction] = [
    *nominal.CONSTRUCTIONS,
    *toll.CONSTRUCTIONS,
    *passive.CONSTRUCTIONS,
    *active.CONSTRUCTIONS,
]
"""Every construction, in the order in which they claim a number: the first one has it."""

MATCHERS = list(map(Matcher, CONSTRUCTIONS))
