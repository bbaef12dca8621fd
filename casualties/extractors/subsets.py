"""Counts that must be of some, by what is told with them, beside them, or of their number before.

A total that is told again hardly ever brings a new place, time, group or agent; a count of some of
the people nearly always does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.readings import Reading
from casualties.extractors.surroundings import Surroundings, is_first_below
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Outcome, Scope
from casualties.patterns import either, pattern
from casualties.ranges import are_far_apart

__all__ = [
    "is_beside_somebody",
    "is_listed",
    "leaves_room",
    "settle_repeated_parts",
    "tells_of_some",
]

_OF_THE = pattern(r"\W*of (?:the|its|their|those)\b")
# "In all, 22 people have been hurt, counting Sunday's four"
_COUNTING_IN = pattern(
    r"\b(?:counting|including|with)\b[^.;,]*(?:\bthe|['’]s)\s+[\w-]+$", regex.IGNORECASE
)
# "the driver and three passengers", "Owen Marchbank, his observer Ann Lee and 33 spectators"
_SOMEBODY_AND = pattern(
    r"\b(?:the|an?|his|her|their|its) (?P<who>(?:[\w-]+ ){1,2}?)(?:\p{Lu}[\w’'-]+ ){0,2}and $",
    regex.IGNORECASE,
)
_AND_OTHERS = pattern(
    rf"{either(load('scopes')['beside'])} (?:the )?[\w-]+ others?\b[^,;.]*$", regex.IGNORECASE
)
# "The shots wounded the guard from the quarrel, as well as five others"
_HURT_ONE = pattern(
    rf"{either(load('references')['harmed'])} (?:the|an?|his|her|their|its) (?P<who>[^,;.]+)",
    regex.IGNORECASE,
)
# "Members of the Rill family, who lost eight people in the fire"
_LOST_BY_SOME = pattern(
    rf"\b(?:{'|'.join(load('scopes')['bereaved_groups'])})\b[^.;]{{0,40}}\b(?:lost|losing) $",
    regex.IGNORECASE,
)
_IN_PLACE = pattern(r" in (\p{Lu}[\w'’-]+)")
_HARMED = frozenset(load("references")["harmed"])
_NAMED = 3
_CLOSE, _ANY = 80, 100
# "28 lives, after a woman died"
_AFTER = pattern(r"\b(?:after|when|as) (?:an?|one|another)?\s*$", regex.IGNORECASE)
_FEW, _NEXT = 4, 6
_OTHERS = pattern(r"the (?:other|remaining)\b", regex.IGNORECASE)


def tells_of_some(reading: Reading, wider: Sequence[Figure], surroundings: Surroundings) -> bool:
    """Whether its clause tells something new, or it is "the seven", and none that the lead has."""
    figure = reading.figure
    if is_beside_somebody(figure, wider) or _LOST_BY_SOME.search(figure.head):
        return True
    if surroundings.tells_anew(reading) and not _is_first(figure, wider):
        is_rising = surroundings.is_rising and figure.outcome is Outcome.KILLED
        return _is_far_below(figure, wider, _ANY if is_rising else _CLOSE)
    is_group = reading.is_bare and figure.text.lower().startswith("the ")
    is_all = reading.is_reference or reading.is_toll or surroundings.is_lead(figure)
    return is_group and not is_all and _is_far_below(figure, wider, _CLOSE)


def is_beside_somebody(figure: Figure, wider: Sequence[Figure]) -> bool:
    """As in "The governor and six others were killed", of seven."""
    told = figure.head + figure.text
    is_others = _AND_OTHERS.search(told) is not None or _stands_behind_one(figure)
    is_harm = not _HARMED.isdisjoint(figure.head.lower().split())
    is_others = is_others and (not is_harm or _tells_of_one_harmed(figure))
    low = figure.range.low
    # "A mother and four children died" below "Fire kills mother, five children"
    counted = [f for f in wider if f.population == PEOPLE or f.population != figure.population]
    return is_others and any(low < other.range.low <= low + _NAMED for other in counted)


def _tells_of_one_harmed(figure: Figure) -> bool:
    """As in "It killed the boy in the back row, as well as six others"."""
    told = (one["who"].lower().split() for one in _HURT_ONE.finditer(figure.head))
    *_, people = [[], *(list(filter(is_person_noun, words)) for words in told)]
    return bool(people) and not is_plural(people[0])


def _stands_behind_one(figure: Figure) -> bool:
    """As in "The driver and three passengers died", of four."""
    somebody = _SOMEBODY_AND.search(figure.head)
    return somebody is not None and any(map(is_person_noun, somebody["who"].lower().split()))


def _is_first(figure: Figure, wider: Sequence[Figure]) -> bool:
    """Whether it is the first that is told of the hurt or missing: the lead may tell of the dead.

    As in "Eight people were injured when the roof came down on the dancers".
    """
    is_of_others = figure.outcome is not Outcome.KILLED and figure.population == PEOPLE
    return is_of_others and is_first_below(figure, wider)


def _is_far_below(figure: Figure, wider: Sequence[Figure], percent: int) -> bool:
    """Whether a figure is less than a percentage of all counts of other sentences: no slip for one.

    Below a twentieth, it is not even held against them, nor are those of another source.
    """
    low = figure.range.low
    others = [
        other.range.low
        for other in wider
        if other.sentence != figure.sentence and not _are_two_sources(figure, other)
    ]
    return (
        low > 0
        and bool(others)
        and all(100 * low < percent * o and not are_far_apart(low, o) for o in others)
    )


def is_listed(reading: Reading, wider: Sequence[Figure], counted: Sequence[Figure]) -> bool:
    """Whether its sentence counts others beside it: "22 drowned, and five died of their burns".

    A sentence does not contradict itself: they are not the same people, and none of them are all.
    """
    figure = reading.figure
    is_count = figure.range.is_exact and figure.range.low > 0 and figure.paragraph > 1
    is_count = is_count and not reading.is_toll  # "rose to 15 when a woman died"
    beside = [
        other.range.low
        for other in counted
        if is_count
        and other.sentence == figure.sentence
        and other.range.is_exact
        and other.number != figure.number
        and not (other.number == 1 and _AFTER.search(other.head[len(figure.head) :]))
        and other.source == figure.source
    ]
    others = [other.range.low for other in wider if other.sentence != figure.sentence]
    return bool(beside and others) and figure.range.low + max(beside) <= min(others)


def _are_two_sources(figure: Figure, other: Figure) -> bool:
    """Whether neither source's words are among the other's, so that the two may disagree."""
    words, others = ({*(f.source or "").lower().split()} for f in (figure, other))
    return not (words <= others or others <= words)


def settle_repeated_parts(readings: list[Reading]) -> None:
    """Make parts of the counts that tell a part again: "Seven of the nine ... The seven dead".

    Above it, only that of "an inquest into the deaths of three", below "three of the 18 people".
    """
    if len(readings) == 1:
        return
    named = Counter(
        (r.figure.paragraph, r.figure.sentence)
        for r in readings
        if r.figure.scope is Scope.PART and r.figure.number == 1
    )
    parts = [r.figure for r in readings if r.figure.scope is Scope.PART and r.figure.number]
    for i, reading in enumerate(readings):
        if reading.is_open and (
            any(_tells_part_again(reading, part, readings) for part in parts)
            or _takes_up_named(reading, readings, named)
            or _leaves_others(reading.figure, readings[i + 1 : i + 1 + _NEXT], readings)
            or _is_rest(reading.figure, readings[max(0, i - _FEW) : i], is_the=reading.is_definite)
        ):
            readings[i] = reading.rescoped(Scope.PART)


def _tells_part_again(reading: Reading, part: Figure, readings: Sequence[Reading]) -> bool:
    figure = reading.figure
    # "The seven dead" below "seven of them boys" may be all of them, by a slip.
    kinds = {part.population} if reading.is_reference else {PEOPLE, part.population}
    is_of_kind = figure.population in kinds
    if figure.range != part.range or part.number == 1 or not is_of_kind:
        return False
    wider = [r.figure for r in readings if r.is_open and leaves_room(r.figure, figure)]
    if figure.start > part.start:
        return reading.is_definite and bool(wider) and not _is_told_of_all(figure, part, readings)
    is_counted_in = _COUNTING_IN.search(part.head + part.text) is not None
    is_taken_out = is_counted_in or _OF_THE.match(part.tail) is not None
    # "19 dead in Kentucky", and "killed at least 27 people, 19 of them in Kentucky"
    place = _IN_PLACE.match(part.tail)
    is_taken_out = is_taken_out or (place is not None and place[1] in figure.sentence)
    return is_taken_out and any(other.sentence == part.sentence for other in wider)


def _takes_up_named(
    reading: Reading, readings: Sequence[Reading], named: Counter[tuple[int, str]]
) -> bool:
    """As "the three victims" behind "A boy, a woman and a man died in the fire", of five."""
    figure = reading.figure
    if not reading.is_definite or figure.number not in named.values() or figure.number == 1:
        return False
    told = (at for at, count in named.items() if count == figure.number)
    is_behind = any(at[0] <= figure.paragraph and at[1] != figure.sentence for at in told)
    return is_behind and any(r.is_open and leaves_room(r.figure, figure) for r in readings)


def _leaves_others(figure: Figure, behind: Sequence[Reading], readings: Sequence[Reading]) -> bool:
    """As in "Sixteen were taken to hospital. The other 55 were treated there", of 71."""
    others = [r.figure.range.low for r in behind if _is_others(r.figure, figure)]
    if not others:  # as nearly always
        return False
    wholes = {r.figure.range.low for r in readings if r.is_open and r.figure.range.is_exact}
    return any(figure.range.low + other in wholes for other in others)


def _is_others(other: Figure, figure: Figure) -> bool:
    is_near = other.paragraph - figure.paragraph <= 1 and other.range.is_exact
    return is_near and _OTHERS.match(other.text) is not None


def _is_rest(figure: Figure, before: Sequence[Reading], *, is_the: bool) -> bool:
    """As "the two" behind "Three were hurt. One of them has left hospital": they are the others."""
    near = [r.figure for r in before if is_the and r.figure.paragraph == figure.paragraph]
    parts = [f for f in near if f.scope is Scope.PART and f.range.is_exact]
    wholes = [f for f in near if f.scope is Scope.TOTAL and f.range.is_exact]
    return any(
        whole.start < part.start and whole.range.low - part.range.low == figure.range.low
        for part in parts[-1:]
        for whole in wholes
    )


def _is_told_of_all(figure: Figure, part: Figure, readings: Sequence[Reading]) -> bool:
    """Whether the number was told of all the people, before it was told of some."""
    return any(
        r.is_open and r.figure.range == figure.range and r.figure.start < part.start
        for r in readings
    )


def leaves_room(other: Figure, figure: Figure) -> bool:
    """Whether a figure allows more than another one does."""
    return other.range.high is None or other.range.high > (figure.range.high or figure.range.low)
