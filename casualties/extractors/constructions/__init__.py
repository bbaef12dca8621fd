"""What makes a number a casualty figure: patterns over chunk codes, a file for each family."""

from __future__ import annotations

from casualties.extractors.constructions import active, nominal, passive, toll
from casualties.extractors.constructions.necessary import necessary_codes
from casualties.extractors.constructions.pattern import Construction, compiled

__all__ = ["CONSTRUCTIONS", "PATTERNS", "Construction"]

CONSTRUCTIONS: list[Construction] = [
    *nominal.CONSTRUCTIONS,
    *toll.CONSTRUCTIONS,
    *passive.CONSTRUCTIONS,
    *active.CONSTRUCTIONS,
]
"""Every construction, in the order in which they claim a number: the first one has it."""

_COMMON = frozenset("QNUB,")


def _commonness(codes: frozenset[str]) -> tuple[bool, int]:
    return not codes.isdisjoint(_COMMON), len(codes)


PATTERNS = [
    (construction, pattern, rarest, others)
    for construction in CONSTRUCTIONS
    for pattern in [compiled(construction)]
    for rarest, *others in [sorted(necessary_codes(pattern.pattern), key=_commonness)]
]
"""Each with its pattern, and the sets of codes of each of which a sentence must have one.

The set of which the fewest sentences have a code stands alone, to be asked for first.
"""
