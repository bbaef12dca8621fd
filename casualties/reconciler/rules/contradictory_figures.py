"""CAS101."""

from __future__ import annotations

from collections.abc import Iterator

from casualties.model import Figure, LineItem, Severity
from casualties.reconciler.disagreements import are_contradictory
from casualties.reconciler.pairs import pairs_in_one_voice
from casualties.reconciler.rules.rule import rule

__all__ = ["contradictory_figures"]


@rule(
    "CAS101",
    Severity.ERROR,
    "the {counted} is {0}, but {1}",
    advice="Make it agree with {1}, or say what sets the two apart.",
    flags=[
        ("A fire in a mill killed 12 people.", "Police said 15 people were killed in the fire."),
        ("Bus crash leaves nine dead", "A bus fell into a gorge on Friday, killing 11 people."),
        ("At least 30 people were injured.", "The blast injured 24 people, a doctor said."),
        ("Up to 20 people were hurt.", "The derailment left 31 people injured."),
        ("The flood killed about 40 people.", "The flood has killed 60 people."),
        ("The quake killed 230 people.", "Photo: The quake killed 203 people. (Photo / AFP)"),
        ("Ten dead, including attacker", "A man with a knife killed eight people."),
        (
            "A roof fell in, killing 16 people.",
            "Nine children were among the dead.",
            "The eight children who died were from one village.",
        ),
        (
            "A missile killed 17 people, four of them children.",
            "The five children killed were Tatars.",
        ),
        (
            "Toll hits 98 as four more die",
            "The toll rose to 98 on Friday after five more victims died in a clinic.",
        ),
        (
            "Six guards died and 31 were hurt, the army said, while kin maintained that 24 died.",
            "A cook was among the 33 injured.",
        ),
        ("More than 100 people were killed.", "Fewer than 100 people were killed, the army said."),
        (
            "A ferry sank on Monday, killing 27 people.",
            "In 1998 a ferry sank there and 38 people died. After those 36 deaths, rules changed.",
        ),
        ("A bus fell into a gorge on Friday. Nine pilgrims died, all 11 of them women.",),
    ],
    passes=[
        ("At least 12 people were killed.", "The blaze killed 15 people."),
        ("The fire killed 12 people.", "The fire injured 15 people."),
        ("Dozens of people were killed.", "The flood killed 41 people."),
        ("The blast killed at least 40 people.", "The blast killed 40 people."),
        ("The crash killed 12 people.", "The dead included five children."),
        (
            "A storm injured 27 people.",
            "Nine of the injured are in Osk. The other eight are in Tarn.",
        ),
        ("Landslides killed 19 people.", "Last year a landslide there killed 31 people."),
        ("The toll rose to 22 from 19, police said.", "The ferry sank on Monday."),
        ("The raid killed 14 people, the army said.", "The rebels said 30 people were killed."),
        ("He shot five people dead, then himself.", "In all, six people were killed."),
        ("He stabbed five people to death and was shot dead by police.", "In all, six died."),
        ("He shot four people dead, then himself.", "With the gunman, five people are dead."),
        ("Nine dead, including attacker", "A man with a knife killed eight people."),
        (
            "Four dead in knife attack",
            "He killed three.",
            "Four people, the attacker among them, died.",
        ),
        (
            "Toll hits 98 as four more die",
            "The toll has risen to 98, with seven more deaths since Monday.",
        ),
        (
            "Two more people died on Sunday, taking the toll to 14.",
            "One more person died on Monday, taking the toll to 15.",
        ),
        ("The bombers killed 14 people.", "Sixteen people died, the two bombers among them."),
        (
            "Storms killed 16 people, including four children.",
            "In Osk nine people died, including two children.",
        ),
    ],
)
def contradictory_figures(item: LineItem) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of the same people have no number in common.

    "12 people were killed" and "15 people were killed" cannot both be true. Usually a number was
    brought up to date in one place and left behind in another, often in a headline or a caption.
    So it is with some of them who are counted twice: nine children among the dead, and then eight.
    And a definite count ("those 36 deaths", "the eight") must have been told, of whichever event it
    is: where no such number stands before it, it is held against the one next to it.

    Make the figures agree, or tell the reader what sets them apart: an earlier toll, another place,
    another count by somebody who is named.
    """
    for a, b in pairs_in_one_voice(item.figures):
        if are_contradictory(a, b):
            yield a, b
