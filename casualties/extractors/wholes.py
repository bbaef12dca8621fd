"""Counts that are some of those whom a wider count of the same event has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import regex

from casualties.extractors.nouns import FIGHTERS
from casualties.extractors.numbers import value_of
from casualties.extractors.other_events import ELSEWHERE
from casualties.extractors.readings import PLACES, Reading
from casualties.extractors.restated import is_told_over
from casualties.extractors.strays import (
    AT_A_PLACE,
    BY_NATURE,
    FEARED,
    is_added,
    is_short,
    is_stray,
    is_wider,
)
from casualties.extractors.subsets import is_listed, leaves_room, tells_of_some
from casualties.extractors.surroundings import Surroundings
from casualties.lexicon import load
from casualties.model import MAIN, PEOPLE, Figure, Kind, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern
from casualties.ranges import are_far_apart

__all__ = [
    "settle_casualties",
    "settle_lists",
    "settle_nested",
    "settle_parts",
    "settle_shares",
    "settle_strays",
]

_WORDS = load("scopes")
_ANYBODY = frozenset(_WORDS["anybody"])
_AGES = frozenset(load("reconciliation")["ages"])
_KIND = {noun: group[0] for group in load("reconciliation")["synonyms"] for noun in group}
_LATE = pattern("|".join(_WORDS["died_later"]), regex.IGNORECASE)
_ADDING = pattern("|".join(_WORDS["adding"]), regex.IGNORECASE)
_RISEN = pattern("|".join(_WORDS["risen_after"]), regex.IGNORECASE)
_APART = pattern("|".join(_WORDS["apart"]), regex.IGNORECASE)
_COMPLETE = pattern("|".join(_WORDS["complete"]), regex.IGNORECASE)
_BOASTING = pattern(either(_WORDS["boasting"]), regex.IGNORECASE)
_BODIES = tuple(load("parts")["remains"])
_AND_THE = pattern(r"\b(?:and|and for|and of) $", regex.IGNORECASE)
_AREA = 3
_TENTH = 10
_OTHER = "other"
_AREAS = frozenset(_WORDS["areas"])


def settle_parts(readings: list[Reading], surroundings: Surroundings) -> None:
    """Make parts of those figures of one event and outcome that a wider one of them contains.

    The largest come first, so that what is told as a part is no whole for the smaller ones.
    """
    _settle_pairs(readings)
    kinds = {r.figure.population for r in readings if r.figure.scope is Scope.PART} - {PEOPLE}
    for i in sorted(range(len(readings)), key=lambda i: -readings[i].figure.range.low):
        reading = readings[i]
        if reading.is_open:
            others = [r for j, r in enumerate(readings) if j != i and r.is_open]
            is_all = reading.figure.population not in kinds and (
                _is_all_of(reading, others) or is_told_over(reading, readings, surroundings)
            )
            readings[i] = reading if is_all else _beside(reading, others, surroundings)


def _settle_pairs(readings: list[Reading]) -> None:
    """Make parts of two that one sentence takes up at two places, or of the other one other people.

    As in "the deaths of the seven people in the flats and the two workers at the depot", of nine;
    but "the nine killed in Velm and the four killed in Osk" are those nine and four others.
    """
    for i, (first, second) in enumerate(pairwise(readings)):
        pair = first.figure, second.figure
        is_pair = pair[0].sentence == pair[1].sentence and first.is_definite and second.is_definite
        is_pair = is_pair and all(AT_A_PLACE.match(figure.tail) for figure in pair)
        if not is_pair or not _AND_THE.search(pair[1].head):
            continue
        most = max(figure.range.low for figure in pair)
        if any(o.is_open and o.figure.range.low > most for o in readings):
            for j, reading in ((i, first), (i + 1, second)):
                readings[j] = reading.rescoped(Scope.PART) if reading.is_open else reading
        elif first.is_open and second.is_open:
            told = {o.figure.number for o in readings[:i] if o.is_open}
            for j, reading, other in ((i, first, second), (i + 1, second, first)):
                if reading.figure.number not in told and other.figure.number in told:
                    readings[j] = reading.moved(ELSEWHERE)


def settle_shares(readings: list[Reading]) -> None:
    """Hold parts to the wholes that they are told with, and the headline's count to such a part.

    As in "Four of the nine deaths could have been avoided", under "Four deaths were avoidable".
    """
    shares = [i for i, two in enumerate(pairwise(readings)) if _is_share(*two)]
    for i in shares:
        readings[i] = readings[i].moved(readings[i + 1].figure.event)
    told: dict[tuple[object, ...], list[int]] = {}
    for i, reading in enumerate(readings):
        told.setdefault((reading.figure.number, reading.figure.outcome), []).append(i)
    known = frozenset(shares)
    for first, *later in told.values():
        headed = readings[first]
        is_headed = headed.figure.passage is Kind.HEADLINE and headed.is_open
        if is_headed and later and later[0] in known:
            readings[first] = headed.rescoped(Scope.PART)
            for j in (later[0], later[0] + 1):
                readings[j] = readings[j].moved(headed.figure.event)


def settle_casualties(readings: list[Reading], surroundings: Surroundings) -> None:
    """Make parts of a place's dead and hurt where more were killed and injured in all.

    As in "Most died in Bohal province, where 41 casualties were reported", of 120 dead.
    """
    if not any(reading.figure.outcome is Outcome.CASUALTIES for reading in readings):
        return
    most: dict[tuple[str, Outcome], int] = defaultdict(int)
    for figure in (r.figure for r in readings if r.is_open):
        key = figure.event, figure.outcome
        most[key] = max(most[key], figure.range.low)
    for i, reading in enumerate(readings):
        figure, place = reading.figure, reading.place
        if figure.outcome is not Outcome.CASUALTIES or not reading.is_open or place is None:
            continue
        both = (most[figure.event, outcome] for outcome in (Outcome.KILLED, Outcome.INJURED))
        is_local = not (surroundings.is_lead(figure) or surroundings.is_home(place, figure))
        if is_local and sum(both) > (figure.range.high or figure.range.low):
            readings[i] = reading.rescoped(Scope.PART)


def settle_strays(readings: list[Reading]) -> None:
    """Move parts that are far more than their whole to the longer time whose count has room.

    As in "Week 23: 11 deaths. Since March 143 people have died", and "29 of those who died".
    """
    most: dict[tuple[str, Outcome], int] = {}
    since: dict[Outcome, Figure] = {}
    for figure in (r.figure for r in readings if r.is_open and r.figure.range.is_exact):
        key = figure.event, figure.outcome
        most[key] = max(figure.range.low, most.get(key, 0))
    for i, reading in enumerate(readings):
        figure = reading.figure
        if reading.is_open and figure.event.startswith("since"):
            since[figure.outcome] = figure
        own, longer = most.get((figure.event, figure.outcome)), since.get(figure.outcome)
        if figure.scope is not Scope.PART or own is None or longer is None:
            continue
        if 2 * own < figure.range.low < longer.range.low:
            readings[i] = reading.moved(longer.event)


def _is_share(first: Reading, second: Reading) -> bool:
    """Whether two counts are told as "four of the nine deaths"."""
    part, whole = first.figure, second.figure
    is_part = part.scope is Scope.PART and whole.scope is Scope.TOTAL
    is_one = part.sentence == whole.sentence and part.outcome is whole.outcome
    is_next = part.tail.startswith((f" of {whole.text}", f" of the {whole.text}"))
    return is_part and is_one and is_next and 1 < part.range.low < whole.range.low


def settle_nested(readings: list[Reading]) -> None:
    """Make parts of the counts that look into a part: "20 in the north ... In the north, eight"."""
    parts = [r for r in readings if r.figure.scope is Scope.PART and r.place is not None]
    for i, reading in enumerate(readings):
        if reading.is_open and any(_holds(part, reading) for part in parts):
            readings[i] = reading.rescoped(Scope.PART)


def _holds(part: Reading, reading: Reading) -> bool:
    """Whether a part told before is of the same place, and no smaller."""
    is_before = part.figure.start < reading.figure.start
    if not is_before or part.figure.sentence == reading.figure.sentence:
        return False
    # told again: "In Velm alone, 611 people died. ... Photo: A funeral in Velm, where 611 died"
    is_same = part.figure.range == reading.figure.range and reading.place is not None
    is_there = part.place == reading.place != "alone"
    is_caption = reading.figure.passage is Kind.CAPTION
    return (is_same and (is_there or is_caption)) or (
        is_there and leaves_room(part.figure, reading.figure)
    )


def settle_lists(readings: list[Reading]) -> None:
    """Where one item of a list of places is a part, so are the others.

    As in "Four were killed in the market and eight on the bridge".
    """
    parts = {
        r.group
        for r in readings
        if r.figure.scope is Scope.PART and (r.place is not None or r.is_elided)
    }
    elided = {r.group for r in readings if r.is_elided}
    for i, reading in enumerate(readings):
        is_item = reading.place is not None or reading.group in elided
        if reading.group in parts and is_item and reading.figure.scope is Scope.TOTAL:
            readings[i] = reading.rescoped(Scope.PART)
    for i, (last, reading) in enumerate(pairwise(readings), start=1):
        if _goes_on(last, reading) or _is_of_an_item(last, reading, readings):
            readings[i] = reading.rescoped(Scope.PART)


def _is_of_an_item(last: Reading, reading: Reading, readings: Sequence[Reading]) -> bool:
    """As in "Drones caused 61 deaths and 290 injuries", a line of a list of causes."""
    figure, before = reading.figure, last.figure
    is_beside = figure.sentence == before.sentence and figure.outcome is not before.outcome
    is_line = figure.passage is Kind.LIST and before.scope is Scope.PART and reading.is_open
    return (
        is_line
        and is_beside
        and any(
            r.is_open and r.figure.outcome is figure.outcome and leaves_room(r.figure, figure)
            for r in readings
            if r.figure.event == figure.event and r.figure.paragraph != figure.paragraph
        )
    )


def _goes_on(last: Reading, reading: Reading) -> bool:
    """As in "In Velm alone 41 died. Another 23 were killed in the valley"."""
    return (
        last.figure.paragraph == reading.figure.paragraph
        and last.figure.outcome is reading.figure.outcome
        and last.figure.scope is Scope.PART
        and reading.figure.scope is Scope.ADDITIONAL
        and last.place is not None
        and reading.place is not None
    )


def _containing(figure: Figure, others: Sequence[Reading]) -> list[Reading]:
    """Those of the others that may count the same people among more.

    "Two guards" are none of "16 people" where "sixteen inmates" says who these were.
    """
    if figure.population == PEOPLE:
        return list(others)
    named = {
        other.figure.number: other.figure.population
        for other in others
        if figure.population not in _ANYBODY
        and figure.population != other.figure.population
        and other.figure.population not in _ANYBODY
        and other.figure.range.is_exact
    }
    kinds = {figure.population} if figure.population in FIGHTERS else {PEOPLE, figure.population}
    return [
        other
        for other in others
        if other.figure.population in kinds
        and (other.figure.population != PEOPLE or other.figure.number not in named)
    ]


def _beside(reading: Reading, others: Sequence[Reading], surroundings: Surroundings) -> Reading:
    """The reading with the scope that its figure has beside the others."""
    figure = reading.figure
    if _are_all_bodies(figure):
        return reading
    if _is_of_one_kind(reading, others):
        return reading.rescoped(Scope.PART)
    containing = _containing(figure, others)
    counted = [o.figure for o in containing if o.figure.qualifier is not Qualifier.NONE]
    wider = _find_wider(figure, counted, surroundings)
    if wider and _is_taken_up(figure, wider, others):
        return reading
    if reading.is_own_count and (wider or not surroundings.is_lead(figure)):
        is_beside = any(not o.is_own_count and o.figure in counted for o in containing)
        return reading.rescoped(Scope.PART) if is_beside else reading
    if not wider or is_stray(reading, wider, surroundings):
        return reading
    is_away = reading.place is not None and reading.place not in PLACES
    if _is_apart(reading) and not surroundings.is_lead(figure):
        return reading.moved(ELSEWHERE)
    if reading.is_added:
        return reading.moved(ELSEWHERE) if is_away else reading.rescoped(Scope.ADDITIONAL)
    if not reading.is_toll and _is_late_death(figure, wider):
        return reading.rescoped(Scope.ADDITIONAL)
    is_some = tells_of_some(reading, wider, surroundings) or (
        not reading.is_toll and is_listed(reading, wider, counted)
    )
    if is_some or _is_part(reading, wider, counted, others, surroundings):
        return reading.rescoped(Scope.PART)
    return reading


def _is_of_one_kind(reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether it counts those who fare badly, or whom one house took in of the dead and the hurt.

    As in "nine are in intensive care", "the clinic had received 44 casualties".
    """
    if reading.is_own_count and reading.figure.outcome is Outcome.CASUALTIES:
        return True
    return reading.is_condition and any(
        not other.is_condition and leaves_room(other.figure, reading.figure) for other in others
    )


def _find_wider(
    figure: Figure, counted: Sequence[Figure], surroundings: Surroundings
) -> list[Figure]:
    """Those that count more; beside a lead, none that is of another order of magnitude."""
    wider = [
        other
        for other in counted
        if is_wider(other, figure)
        and not _BOASTING.search(other.sentence)
        and not _is_of_a_war(other, figure)
    ]
    if not surroundings.is_lead(figure) or figure.population in BY_NATURE:
        return wider
    return [other for other in wider if not are_far_apart(other.range.low, figure.range.low)]


def _is_of_a_war(other: Figure, figure: Figure) -> bool:
    """Whether thousands are no whole of a few: "Tens of thousands have died in the insurgency".

    Nor of "hundreds": "As many as 2,860 died at sea last year".
    """
    is_vague = Qualifier.VAGUE in (other.qualifier, figure.qualifier)
    return is_vague and are_far_apart(other.number or other.range.low, figure.range.low)


def _is_all_of(reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether "the 40 injured" are all of them, though another count is a little higher.

    A number so near to it is of the same people, and out of date or mistyped; but "the 45 injured
    firefighters" are some of 77 people.
    """
    figure = reading.figure
    is_kind = figure.population in BY_NATURE
    return reading.is_reference and any(
        _is_third(figure, o.figure) and not leaves_room(figure, o.figure)
        for o in others
        if not (is_kind and o.figure.population == PEOPLE)
    )


def _is_taken_up(figure: Figure, wider: Sequence[Figure], others: Sequence[Reading]) -> bool:
    """Whether the wider counts take up what nothing but the figure can have told: "The 14 hurt".

    A number that is near to it and is told as known, though no other words give it, is out of date
    or mistyped.
    """
    taken_up = {other.figure.id for other in others if other.is_reference}
    given = {o.figure.range for o in others if not o.is_reference} - {figure.range}
    return figure.range.low > 1 and all(
        other.id in taken_up
        and other.start > figure.start
        and other.range not in given
        and _is_third(figure, other)
        for other in wider
    )


def _are_all_bodies(figure: Figure) -> bool:
    """Whether bodies are counted, and nobody is looked for any more."""
    return figure.text.endswith(_BODIES) and _COMPLETE.search(figure.sentence) is not None


def _is_apart(reading: Reading) -> bool:
    """Whether it counts nobody, late in a story of many: of something else that is told of there.

    As in "A quake was also felt in the city. No injuries were reported"; but where a source is
    quoted for it, that may be a denial.
    """
    figure = reading.figure
    if figure.range.high != 0 or figure.population != PEOPLE or reading.place is not None:
        return False
    return figure.source is None or _APART.search(figure.sentence) is not None


def _is_part(
    reading: Reading,
    wider: Sequence[Figure],
    counted: Sequence[Figure],
    others: Sequence[Reading],
    surroundings: Surroundings,
) -> bool:
    """Whether a figure counts some of those whom one of the ``wider`` ones counts."""
    figure = reading.figure
    generic = [other for other in counted if other.population == PEOPLE]
    taken_up = {o.figure.id for o in others if o.is_definite and not o.is_reference}
    is_repeated = any(
        _restates(figure, other)
        for other in generic
        if other.id not in taken_up or other.start < figure.start  # "18 bodies ... the 18"
    )
    if any(
        is_all(reading, wider, counted, surroundings) for is_all in (_names_all, _is_nearly_all)
    ):
        return False
    if figure.population != PEOPLE and any(other in generic for other in wider):
        return not is_repeated and not any(other.population == figure.population for other in wider)
    more = [other for other in counted if is_wider(other, figure)]  # "hundreds" as well
    is_of_bodies = all(other.text.endswith(_BODIES) for other in more)
    if figure.text.endswith(_BODIES) and not is_of_bodies and figure.passage is not Kind.HEADLINE:
        # "60 are feared drowned", and three bodies have been found
        is_feared = any(FEARED.search(other.sentence) for other in wider)
        is_all = is_repeated or _are_miscounted(reading, wider, others)
        return is_feared or not (is_all or _are_all_found(reading, wider, surroundings))
    is_apart = reading.place == "alone" or reading.is_elided
    if is_apart or surroundings.is_one_of_many(reading) or surroundings.is_in_area(figure):
        return True
    is_lead = surroundings.is_lead(figure)
    is_some = reading.is_bare or not is_lead  # "one died at once", below a headline with two
    if figure.range.high == 1 and figure.population == PEOPLE and figure.paragraph > 1 and is_some:
        return not is_repeated
    if is_lead:
        return _is_of_its_place(reading, surroundings)
    if figure.range.high == 0:
        return reading.place is not None
    if figure.event != MAIN or any(_is_rounded(figure, other) for other in wider):
        return False
    if surroundings.is_sum and not any(
        _restates(figure, other) or _is_slip(figure, other) for other in wider
    ):
        return True
    is_scene = not any(_is_near(figure, other) for other in wider)
    place = reading.place or (reading.scene if is_scene else None)
    return place is not None and not surroundings.is_home(place, figure)


def _is_of_its_place(reading: Reading, surroundings: Surroundings) -> bool:
    """Whether a caption counts one of several areas: "In Bohal province, where 108 died"."""
    figure = reading.figure
    if figure.passage is not Kind.CAPTION or reading.place is None or reading.place in PLACES:
        return False
    *before, relative = figure.head.lower().split() or [""]
    named = {word.strip(",") for word in before[-_AREA:]}
    is_area = relative == "where" and not named.isdisjoint(_AREAS)
    return is_area and not surroundings.is_home(reading.place, figure)


def _are_all_found(reading: Reading, wider: Sequence[Figure], surroundings: Surroundings) -> bool:
    """Whether a lead tells of nearly as many bodies as its headline, which are all the dead.

    Or the one count of the dead that there is below it.
    """
    figure = reading.figure
    is_feared = any(FEARED.search(other.sentence) for other in wider)
    is_sole = figure.id in surroundings.sole and not is_feared
    if reading.is_own_count or not (is_sole or surroundings.is_lead(figure)):
        return False
    return all(
        (other.passage is not Kind.PARAGRAPH or other.paragraph > figure.paragraph)
        and 5 * figure.range.low > 4 * other.range.low
        for other in wider
    )


def _are_miscounted(reading: Reading, wider: Sequence[Figure], others: Sequence[Reading]) -> bool:
    """Whether nearly as many bodies were found as are told to be dead, and no rest is told of."""
    low = reading.figure.range.low
    told = {other.figure.number for other in others}
    return not reading.is_own_count and all(
        _TENTH * low >= (_TENTH - 1) * other.range.low
        and other.range.low - low not in told
        and not FEARED.search(other.sentence)
        for other in wider
    )


def _names_all(
    reading: Reading,
    wider: Sequence[Figure],
    counted: Sequence[Figure],
    surroundings: Surroundings,
) -> bool:
    """Whether a noun is no kind of victims beside others, but what the text calls all of them.

    As in "Twenty-six pilgrims were killed and 17 injured" under a headline with 28 dead.
    """
    figure = reading.figure
    kinds = {_KIND.get(other.population, other.population) for other in counted}
    nouns = kinds - BY_NATURE - {PEOPLE, _KIND.get(figure.population, figure.population)}
    is_lead = surroundings.is_lead(figure)
    # "Four soldiers were killed and seven wounded"
    is_alone = value_of(figure.text.rpartition(" ")[2]) > 0
    is_kind = figure.population in BY_NATURE and not (is_lead and is_alone)
    is_only = figure.population != PEOPLE and not (is_kind or nouns)
    is_apart = reading.place == "alone" or reading.is_elided
    if not is_only or is_apart or not (reading.is_bare or is_lead):
        return False
    # "Four died and eight were hurt. ... Four labourers in the same field were hurt."
    if any(o.paragraph == figure.paragraph and o.start < figure.start for o in wider):
        return False
    is_close = _is_third if is_lead and surroundings.is_long else _is_near
    return all(is_close(figure, other) for other in _most_stated(wider))


def _is_nearly_all(
    reading: Reading,
    wider: Sequence[Figure],
    counted: Sequence[Figure],
    surroundings: Surroundings,
) -> bool:
    """Whether a noun names all but one or two, of whom no count tells: that is a slip.

    As in "Fifteen soldiers were killed" under a headline with 16 dead, or "the 36 passengers" below
    38 people.
    """
    figure, low = reading.figure, reading.figure.range.low
    kinds = {_KIND.get(other.population, other.population) for other in counted}
    is_only = kinds <= {PEOPLE, _KIND.get(figure.population, figure.population)}
    is_count = figure.range.is_exact or figure.qualifier is Qualifier.AT_LEAST
    # "Crash kills five nurses", and then "all seven people, among them five nurses"
    is_kind = figure.population in {PEOPLE, *surroundings.parts}
    if is_kind or not (is_only and is_count):
        return False
    is_some = reading.is_own_count or reading.place == "alone" or reading.is_elided
    if is_some or is_added(figure) or _OTHER in figure.text.lower():
        return False  # "The pilot, 67, and three members of a family", "the other four guards"
    if surroundings.tells_of_one_more(figure):
        return False  # "Eleven pupils and their teacher died"
    is_taken_up = reading.is_definite and figure.population not in _AGES
    near = [other for other in wider if not are_far_apart(low, other.range.low)]
    least = 1 if is_taken_up or surroundings.is_lead(figure) else _TENTH - 1
    return (
        low > least
        and bool(near)
        and all(
            is_short(figure, other)
            and not surroundings.tells(other.range.low - low, figure.outcome)
            for other in _most_stated(near)
        )
    )


def _most_stated(wider: Sequence[Figure]) -> Sequence[Figure]:
    """Those of the number that is told most, all of them where none is told twice."""
    (number, times), *_ = Counter(other.number for other in wider).most_common(1)
    return [other for other in wider if other.number == number] if times > 1 else wider


def _is_near(figure: Figure, other: Figure) -> bool:
    """Whether a figure is about half of another one or more."""
    return other.range.high != 0 and 9 * _count(figure) >= 4 * _count(other)


def _is_slip(figure: Figure, other: Figure) -> bool:
    """Whether a figure falls so little short of another one that one of the two is mistyped."""
    is_count = figure.range.is_exact and " " in figure.text and figure.paragraph != other.paragraph
    return is_count and 20 * figure.range.low >= 19 * _count(other)


def _is_third(figure: Figure, other: Figure) -> bool:
    """Whether a figure is a third of another one or more."""
    return other.range.high != 0 and 3 * figure.range.low >= _count(other)


def _count(figure: Figure) -> int:
    """The number that a figure's range begins at, or the one that it goes up to: "up to 26"."""
    return figure.range.low or figure.range.high or 0


def _is_rounded(figure: Figure, other: Figure) -> bool:
    """Whether a figure may be another one told roughly: "more than 400" is 410."""
    return other.range.low in figure.range and 10 * figure.range.low >= 9 * other.range.low


def _restates(figure: Figure, other: Figure) -> bool:
    """Whether a figure may be another one told again: "at least eight" is no 1,076."""
    is_high = other.range.is_exact or 5 * other.range.low >= 4 * figure.range.low
    return (
        is_high
        and other.range.overlaps(figure.range)
        and other.qualifier not in (Qualifier.AT_MOST, Qualifier.FEWER_THAN)
        and 2 * figure.range.low >= other.range.low
    )


def _is_late_death(figure: Figure, wider: Sequence[Figure]) -> bool:
    """Whether it tells of people who died after the others: "two more passengers succumbed".

    Or "the storm killed six on Friday, bringing the death toll to 30"; but "Eight people have now
    died" beside nine is the toll itself, left behind.
    """
    if figure.outcome is not Outcome.KILLED or not figure.range.is_exact or figure.range.high == 0:
        return False
    head, _, tail = figure.sentence.rpartition(figure.text)
    if _ADDING.search(tail) or _RISEN.search(head):
        return True
    is_near = any(5 * figure.range.low >= 4 * other.range.low for other in wider)
    return not is_near and _LATE.search(figure.sentence) is not None
