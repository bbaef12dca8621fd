"""CAS105."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.disagreements import is_weaker_bound
from casualties.reconciler.pairs import pairs_in_one_voice
from casualties.reconciler.rules.rule import rule

__all__ = ["weaker_bound"]


@rule(
    "CAS105",
    Severity.WARNING,
    "the {counted} is {0}, but {1}: the bound looks left behind",
    advice="If {1} is right, let it stand in both places.",
    is_ordered=True,
    flags=[
        ("At least 40 people were killed.", "The blast killed 45 people."),
        ("At least 60 people died in the crush.", "The crush killed 66 people."),
        ("More than 130 people were injured.", "The crash injured 145 people."),
        ("Up to 30 people were hurt.", "The storm hurt 22 people."),
        ("Quake kills at least 70", "The quake killed 83 people on Tuesday."),
        ("Fewer than 60 people were injured.", "The fire injured 31 people."),
    ],
    passes=[
        ("More than 100 people were killed.", "The quake killed 137 people."),
        ("At least 100 people were killed.", "The quake killed 137 people."),
        ("At least a dozen people were killed.", "The blast killed 18 people."),
        ("Dozens of people were killed.", "The blast killed 45 people."),
        ("About 40 people were hurt.", "The storm hurt 42 people."),
        ("At least 40 people were killed.", "The blast injured 45 people."),
        ("More than 40 people were killed.", "The blast killed 44 people."),
    ],
)
def weaker_bound(item: LineItem) -> Iterator[tuple[Figure, Figure]]:
    """A bound stands beside an exact figure that meets it without being rounded to it.

    "At least 40" is true of 45, but a writer who knows of 45 says so: the bound is probably from an
    earlier version. A round bound ("more than 100" for 137) is fine.

    Give the exact figure in both places, or bring the bound up to date in both.
    """
    for a, b in pairs_in_one_voice(item.figures):
        if is_weaker_bound(a, b):
            yield a, b
        elif is_weaker_bound(b, a):
            yield b, a
