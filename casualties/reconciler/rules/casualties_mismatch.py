"""CAS205."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from casualties.lexicon import load
from casualties.model import Doubt, Figure, Kind, Outcome, Qualifier, Scope, Severity
from casualties.patterns import either, pattern
from casualties.ranges import Range
from casualties.reconciler.incidents import Incident
from casualties.reconciler.pairs import is_disputed
from casualties.reconciler.rules.rule import Breach, rule
from casualties.reconciler.wording import is_definite, write_sum

__all__ = ["casualties_mismatch"]

_NEAR = 4
# "The number of people seriously injured rose to 130", "120 were badly hurt"
_OF_A_DEGREE = pattern(
    rf"{either(load('parts')['degrees'])} {either(load('references')['harmed'])}"
)
_CLAUSE = pattern(r"[,;:]")
_MOST_COMPARED = 100
"""Killed and injured that are held against the casualties; a text of more is no single account."""


@rule(
    "CAS205",
    Severity.ERROR,
    "killed and injured make {working}, but the {counted} is {0}",
    look="Look first at {0}: a sum is easily left behind when its parts are brought up to date.",
    advice="Add up again, or say who else is counted in.",
    flags=[
        ("The raid caused 47 casualties.", "It killed 18 people and injured 33."),
        ("A blast caused 61 casualties.", "Thirteen people were killed and 58 injured."),
        ("Nearly 200 casualties were reported.", "The attack killed 38 people and injured 112."),
        ("The attack killed 5 people and injured 12.", "It caused at least 30 casualties."),
        ("There were 26 casualties, police said.", "Police said 4 people died and 24 were hurt."),
        ("The blast caused 40 casualties.", "It killed at least 25 people and injured 20."),
        ("The blast caused 40 casualties.", "It killed 18 people and seriously injured 130."),
    ],
    passes=[
        ("The raid caused 51 casualties.", "It killed 18 people and injured 33."),
        ("The raid caused 47 casualties.", "It killed 18 people and injured at least 20."),
        ("The raid caused 47 casualties.", "It killed 60 goats and injured 33 people."),
        ("More than 8,000 casualties were reported.", "It killed 2,300 and injured about 6,500."),
        ("The blast caused 470 casualties.", "It killed 18 people and seriously injured 130."),
        (
            "The raid caused 47 casualties.",
            "Last year a raid killed 60 people and injured 80.",
        ),
        ("The raid caused 47 casualties.", "It killed 18 people."),
        ("The flood left 47 people dead or missing.", "It killed 18 people and injured 30."),
    ],
)
def casualties_mismatch(incident: Incident) -> Iterator[Breach]:
    """The killed and the injured together cannot be the casualties that are stated.

    Eighteen dead and 33 wounded are 51 casualties, not 47. The rule looks only where killed and
    injured are both given in the same words as the casualties, so that one of the three is wrong.

    Add up again, and check all three against the source. If the missing are counted in, say so.
    """
    beside: dict[tuple[str, str | None], tuple[list[Figure], list[Figure]]] = {}
    for figure in incident.of(Outcome.CASUALTIES, Scope.TOTAL):
        whose = figure.population, figure.source
        if whose not in beside:
            of_killed, of_injured = (
                list(filter(_may_be_all, _in_the_same_words(incident, outcome, figure)))
                for outcome in (Outcome.KILLED, Outcome.INJURED)
            )
            beside[whose] = of_killed, of_injured
        killed, injured = beside[whose]
        if not (killed and injured) or figure.qualifier in (Qualifier.NONE, Qualifier.VAGUE):
            continue
        if figure.doubt is Doubt.OTHERS or incident.of(Outcome.INJURED, Scope.ADDITIONAL):
            continue  # "Eighteen were shot, three fatally. Five others were hurt"
        if _counts_the_missing(figure) or _is_broken_down(figure, incident):
            continue
        if is_definite(figure) and any(figure.range == hurt.range for hurt in injured):
            continue  # "Five people were taken to hospital. All five were stable"
        if len(killed) + len(injured) > _MOST_COMPARED:
            continue
        sums = [
            k.range + i.range
            for k, i in product(killed, injured)
            if k.passage is not Kind.LIST or k.paragraph == i.paragraph  # items of their own
        ]
        if all(map(_is_of_a_degree, injured)):  # the least of the injured alone
            sums = [Range(total.low, None) for total in sums]
        if sums and not any(total.overlaps(figure.range) for total in sums):
            working = write_sum([killed[0].range, injured[0].range])
            yield Breach((figure, *killed, *injured), 1, working)


def _may_be_all(figure: Figure) -> bool:
    """Whether it is not of others: "In Gaya 210 were killed and 110 hurt"."""
    return figure.doubt is not Doubt.OTHERS


def _is_of_a_degree(figure: Figure) -> bool:
    """Whether it counts some of the injured alone: "110 were badly hurt"."""
    near = _CLAUSE.split(figure.head)[-1], figure.text, _CLAUSE.split(figure.tail)[0]
    return any(map(_OF_A_DEGREE.search, near))


def _counts_the_missing(casualties: Figure) -> bool:
    """Whether others are counted in whom the two do not count: "36 dead or missing"."""
    tail = casualties.tail.split()
    return any(word.strip(",.;:") == "missing" for word in tail[:_NEAR])


def _is_broken_down(casualties: Figure, incident: Incident) -> bool:
    """Whether its sentence says how it is made up: "In Osk 57 casualties (18 killed, 39 hurt)"."""
    killed, injured = (
        [
            figure
            for scope in (Scope.TOTAL, Scope.PART)
            for figure in incident.of(outcome, scope)
            if figure.sentence == casualties.sentence
        ]
        for outcome in (Outcome.KILLED, Outcome.INJURED)
    )
    pairs = product(killed[:_MOST_COMPARED], injured[:_MOST_COMPARED])
    return any((k.range + i.range).overlaps(casualties.range) for k, i in pairs)


def _in_the_same_words(
    incident: Incident, outcome: Outcome, casualties: Figure
) -> Sequence[Figure]:
    """The totals of an outcome by the same source, else all of them where no sources disagree."""
    stated = incident.of(outcome, Scope.TOTAL)
    by_the_same = [figure for figure in stated if figure.source == casualties.source]
    item = incident.whole(outcome, casualties.population)
    if item is None:
        # Of several populations, one that the same source counts alone.
        return by_the_same if len({figure.population for figure in by_the_same}) == 1 else ()
    held = [figure for figure in item.figures if figure.source == casualties.source]
    who = set((casualties.source or "").lower().split())
    is_of_others = who and all(
        figure.source and who.isdisjoint(figure.source.lower().split()) for figure in item.figures
    )
    return held if held or is_of_others or is_disputed(item.figures) else item.figures
