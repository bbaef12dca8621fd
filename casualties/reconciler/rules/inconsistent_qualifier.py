"""CAS103."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.disagreements import are_inconsistent_qualifiers
from casualties.reconciler.pairs import pairs_in_one_voice
from casualties.reconciler.rules.rule import rule

__all__ = ["inconsistent_qualifier"]


@rule(
    "CAS103",
    Severity.WARNING,
    "the {counted} is {0}, but {1}: the same number, but not the same claim",
    advice="Put it one way throughout.",
    flags=[
        ("At least 40 people were killed.", "The bomb killed 40 people."),
        ("More than 145 people were hurt.", "At least 145 people were hurt, doctors said."),
        ("About 30 people were injured.", "The crash injured 30 people."),
        ("Blast kills 17", "At least 17 people were killed by a blast on Monday."),
        ("Nearly 50 people died.", "The ferry sank and 50 people died."),
        ("Up to nine people were injured.", "The storm injured nine people."),
    ],
    passes=[
        ("At least 40 people were killed.", "At least 40 people died, police said."),
        ("At least 40 people were killed.", "The bomb injured 40 people."),
        ("No fewer than 40 people were killed.", "At least 40 people died."),
        ("The bomb killed 40 people.", "A total of 40 people died."),
        ("More than 100 people were killed.", "Fewer than 100 people were killed, he said."),
        ("At least 12 people were hurt.", "Last year a blast there hurt 12 people."),
    ],
)
def inconsistent_qualifier(item: LineItem) -> Iterator[tuple[Figure, Figure]]:
    """One number stands under different qualifiers.

    "At least 40 people were killed" and "killing 40" give one number, but the first says that there
    may be more and the second that there are not. A reader of both cannot tell which is meant.

    Keep the qualifier everywhere, or drop it everywhere. A headline that has no room for "at least"
    has room for "40+".
    """
    for a, b in pairs_in_one_voice(item.figures):
        if are_inconsistent_qualifiers(a, b):
            yield a, b
