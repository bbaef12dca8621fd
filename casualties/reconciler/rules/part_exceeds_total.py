"""CAS201."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from casualties import lexicon
from casualties.model import PEOPLE, Figure, LineItem, Outcome, Scope, Severity
from casualties.patterns import pattern
from casualties.ranges import are_far_apart
from casualties.reconciler.incidents import Incident, stands_apart
from casualties.reconciler.killers import killers_counted_in
from casualties.reconciler.others import count_others
from casualties.reconciler.rules.rule import Breach, rule
from casualties.reconciler.wording import is_definite

__all__ = ["part_exceeds_total"]

_NUMBER = pattern(r"(?<![\w.,])\d[\d,]{0,14}(?![\w.,]?\d)")
# "A guard was also killed and five men were wounded", who come on top of "three others"
_ALSO = pattern(r"\balso (?:was|were|been|killed|wounded|injured|hurt)\b")
# "Three of a family killed in storms", who need not be all that died
_KIN = pattern(r"\S+(?: members?)? (?:of|from) (?:a|one|the same) family\b", regex.IGNORECASE)
_OF_THE = pattern(r"\b(?:of|among) (?:the|those|them)\b", regex.IGNORECASE)
_OWN = pattern(r"\bof (?:its|their|our|his|her|my) ", regex.IGNORECASE)


@rule(
    "CAS201",
    Severity.ERROR,
    "{0} is part of the {counted}, yet more than the whole, {1}",
    look="Look first at {1}: a total is easily left behind when a part is brought up to date.",
    advice="Bring it up to date, or say whom else the part counts.",
    flags=[
        ("A fire killed 10 people.", "Twelve of the dead were children."),
        ("The blast killed 22 miners.", "Twenty-four of the dead came from one village."),
        ("The crash injured 30 people, including 35 pupils.",),
        ("Fewer than 20 people were hurt.", "Twenty-three of the injured are in hospital."),
        ("The storm killed nine people.", "Among the dead were 11 fishermen."),
        ("Some 40 people were injured.", "At least 52 of the injured are in hospital."),
        ("Six girls shot at a fair in Osk", "Four people were shot at a fair, police said."),
        ("Three of one family die in crash", "Police said four of the dead were children."),
    ],
    passes=[
        ("A fire killed 12 people.", "All 12 of the dead were children."),
        ("At least 10 people were killed.", "Twelve of the dead were children."),
        ("A fire killed 10 people.", "Twelve of the injured were children."),
        (
            "A fire killed 10 people.",
            "Last year a fire there killed 40 people, including 12 children.",
        ),
        ("Some 40 people were injured.", "Forty-three of the injured are in hospital."),
        ("The bomber killed 14 people.", "Fifteen bodies, including the bomber's, were found."),
        ("Dozens of people were injured.", "Fifty of the injured are in hospital."),
        ("Four girls shot at a fair in Osk", "Six people were shot at a fair, police said."),
        ("Six girls shot at a fair in Osk", "Six people were shot at a fair, police said."),
        ("Three of a family die in storms", "Five deaths were reported in Velm, one of a girl."),
    ],
)
def part_exceeds_total(incident: Incident) -> Iterator[Breach]:
    """A part is larger than the total that it is a part of.

    If ten people died, twelve of the dead cannot have been children. Usually the total was left
    behind when the toll rose, or the part counts the injured as well.

    Check the total first, then whom the part counts. If it counts others too, say so.
    """
    for outcome in Outcome:
        parts_of: dict[str, list[Figure]] = defaultdict(list)
        for part in incident.of(outcome, Scope.PART):
            parts_of[part.population].append(part)
        for total in incident.of(outcome, Scope.TOTAL):
            if total.population in _kinds() and not _ALSO.search(total.head):
                parts_of[PEOPLE].append(total)
        parts_over: dict[tuple[Figure, ...], list[Figure]] = defaultdict(list)
        for population, parts in parts_of.items():
            whole = incident.whole(outcome, population)
            limit = incident.highest(whole) if whole else None
            if whole and limit is not None:
                parts_over[whole.figures] += (
                    part
                    for part in parts
                    if _is_over(part, limit)
                    and part not in whole.figures
                    and not stands_apart(part, whole)
                    and not _are_kinds_apart(part, whole)
                    and not (_is_own_count(part) and any(map(_is_family, whole.figures)))
                    and not any(count_others(part, each) for each in whole.figures)
                    and not _has_own_whole(part, incident.of(outcome, Scope.TOTAL))
                    and not _is_told_again(part, parts, incident.of(outcome, Scope.TOTAL))
                    and not _is_of_others(part)
                    and not _is_of_more(part, incident.of(outcome, Scope.ADDITIONAL))
                )
        for totals, parts in parts_over.items():
            if not parts:
                continue
            lowest = min(part.range.low for part in parts)
            against = [f for f in totals if f.range.high is not None and f.range.high < lowest]
            yield Breach((*parts, *against), len(parts))


def _are_kinds_apart(part: Figure, whole: LineItem) -> bool:
    """Whether the one noun is no kind of the other: five children are no part of two women."""
    return part.population != whole.population and {part.population, whole.population} <= _kinds()


def _is_own_count(part: Figure) -> bool:
    """Whether it is told of no others that it is some of: "Five deaths", not "four of the dead"."""
    return _OF_THE.search(f"{part.head} {part.text}") is None


def _is_family(figure: Figure) -> bool:
    return _KIN.match(f"{figure.text}{figure.tail}") is not None


def _has_own_whole(part: Figure, totals: Sequence[Figure]) -> bool:
    """Whether its sentence tells of more whom it is some of: "Of the 48 this year, 45 ..."."""
    return any(
        whole.sentence == part.sentence
        and whole.start < part.start
        and whole.range.low >= part.range.low
        for whole in totals
    )


def _is_told_again(part: Figure, parts: Sequence[Figure], totals: Sequence[Figure]) -> bool:
    """Whether it takes up a part that has a whole of its own: "None of the ten wore a vest"."""
    return is_definite(part) and any(
        other.number == part.number and other.start < part.start and _has_own_whole(other, totals)
        for other in parts
    )


def _is_of_others(part: Figure) -> bool:
    """Whether it is some of a group that nothing has befallen: "abducted 900 people, killed 150".

    Or of those who belong to somebody: "21 of its members".
    """
    told = (int(match[0].replace(",", "")) for match in _NUMBER.finditer(part.head))
    return any(number > part.range.low for number in told) or _OWN.search(part.text) is not None


def _is_of_more(part: Figure, more: Sequence[Figure]) -> bool:
    """Whether it is a part of what its sentence adds: "Another 27 were hurt, six of them badly"."""
    return any(
        step.sentence == part.sentence
        and step.start < part.start
        and step.range.low > part.range.low
        for step in more
    )


@cache
def _kinds() -> frozenset[str]:
    """The nouns for people by age or sex, who are some of any people: "five girls"."""
    lists = lexicon.load("reconciliation")
    return frozenset(lists["male"] + lists["female"] + lists["either"])


def _is_over(part: Figure, limit: int) -> bool:
    low = part.range.low
    if low - limit in killers_counted_in(part):
        return False  # "fifteen bodies, including that of the bomber", who killed 14
    return low > limit and not are_far_apart(low, limit)
