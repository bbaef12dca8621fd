"""CAS102."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.disagreements import bounds_conflict
from casualties.reconciler.pairs import pairs_in_one_voice
from casualties.reconciler.rules.rule import rule

__all__ = ["conflicting_bounds"]


@rule(
    "CAS102",
    Severity.ERROR,
    "the {counted} is {0}, but {1}: one of them is out of date",
    advice="Make it agree with {1}, or say which place or moment it counts.",
    flags=[
        ("At least 18 people were killed.", "The attack killed at least 23 people."),
        ("More than 145 people were injured.", "The blast injured at least 130 people."),
        ("The fire injured more than 60 people.", "More than 85 people were injured."),
        ("Up to 70 people were killed.", "As many as 50 people were killed, the mayor said."),
        ("Fewer than 30 people were hurt.", "The storm hurt fewer than 14 people."),
        ("At least 1,200 people were killed.", "Quake kills at least 1,450 people."),
    ],
    passes=[
        ("More than 100 people were injured.", "The blast injured at least 145 people."),
        ("More than 140 people were injured.", "More than 145 people were injured."),
        ("At least 2,000 people were killed.", "The quake killed at least 2,310 people."),
        ("Dozens of people were hurt.", "At least 60 people were hurt."),
        ("At least a dozen people died.", "The storm killed at least 18 people."),
        ("At least 40 people were killed.", "Up to 60 people were killed."),
        ("At least 40 people were killed.", "The blast injured at least 60 people."),
    ],
)
def conflicting_bounds(item: LineItem) -> Iterator[tuple[Figure, Figure]]:
    """Two bounds in one direction are of different counts, and neither is the other one rounded.

    "More than 145" and "at least 130" can both be true, but nobody who knows the first writes the
    second: one of them was left behind. A round "more than 100" beside "more than 145" is fine.

    Bring the older bound up to date. Where the lower one is of one place or one moment, say which.
    """
    for a, b in pairs_in_one_voice(item.figures):
        if bounds_conflict(a, b):
            yield a, b
