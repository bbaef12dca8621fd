"""CAS104."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.pairs import disputed_pairs
from casualties.reconciler.rules.rule import rule

__all__ = ["disputed_figure"]


@rule(
    "CAS104",
    Severity.WARNING,
    "sources disagree on the {counted}: {0} against {1}",
    look="",
    advice="Say that the number is disputed, and who counts what.",
    flags=[
        ("The army said 12 people were killed.", "The rebels said 30 people were killed."),
        (
            "The interior ministry said 25 people were injured.",
            "At least 60 people were injured, according to the Red Crescent.",
        ),
        (
            "Police said 18 civilians were killed.",
            "The union said 22 civilians were killed.",
        ),
        (
            "The hospital said 41 people were injured.",
            "The mayor said 38 people were injured.",
        ),
        (
            "The raid killed 12 people, the army said.",
            "No one was killed, the rebels said.",
        ),
        (
            "At least 300 people died, according to Amnesty International.",
            "The government said 72 people died.",
        ),
    ],
    passes=[
        ("Police said 12 people were killed.", "A police spokesman said 12 people were killed."),
        ("Police said 12 people were killed.", "The police chief said 15 people were killed."),
        ("The army said 12 people were killed.", "The rebels said 30 people were injured."),
        ("Police said at least 12 people were killed.", "The hospital said 15 people were killed."),
        ("The raid killed 12 people.", "The raid killed 15 people."),
        ("Police said 12 people were killed.", "Fire kills 15 people"),
    ],
)
def disputed_figure(item: LineItem) -> Iterator[tuple[Figure, Figure]]:
    """Different sources give figures that cannot both be right.

    Copy that lets the army say 12 and the rebels 30 makes no mistake, but a reader is left to guess
    which of them the headline follows. The article's own figures belong to the dispute, and so do
    sums whose parts come from different sources.

    Say that the number is disputed, and who counts what, wherever one side's number stands.
    """
    yield from disputed_pairs(item.figures)
