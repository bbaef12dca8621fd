"""What makes a number a casualty figure: patterns over chunk codes, a file for each family."""

from __future__ import annotations

from casualties.extractors.constructions import active, nominal, passive, toll
from casualties.extractors.constructions.pattern import Construction, compiled

__all__ = ["CONSTRUCTIONS", "PATTERNS", "Construction"]

CONSTRUCTIONS: list[Construction] = [
    *nominal.CONSTRUCTIONS,
    *toll.CONSTRUCTIONS,
    *passive.CONSTRUCTIONS,
    *active.CONSTRUCTIONS,
]
"""Every construction, in the order in which they claim a number: the first one has it."""

PATTERNS = [(construction, compiled(construction)) for construction in CONSTRUCTIONS]
