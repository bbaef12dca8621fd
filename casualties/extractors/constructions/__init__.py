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

PATTERNS = [
    (construction, pattern, necessary_codes(pattern.pattern))
    for construction in CONSTRUCTIONS
    for pattern in [compiled(construction)]
]
"""Each with its pattern, and the sets of codes of each of which a sentence must have one."""
