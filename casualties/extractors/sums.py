"""What several incidents, days or places make together, and the counts that it adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise, zip_longest

import regex

from casualties.extractors.readings import Reading
from casualties.extractors.times import EVENT_NOUNS, EVENTS
from casualties.lexicon import load
from casualties.model import ATTACKER, MAIN, PEOPLE, Figure, Kind, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern
from casualties.ranges import is_slip
from casualties.records import replace

__all__ = [
    "TOGETHER",
    "settle_causes",
    "settle_grand_totals",
    "settle_members",
    "settle_neighbours",
    "settle_steps",
    "settle_sums",
    "settle_targets",
]

_WORDS = load("scopes")
_CARDINALS: dict[str, int] = load("numbers")["cardinals"]
_SMALL = {word: count for word, count in _CARDINALS.items() if 1 < count <= 10}
_RANKS = frozenset([*load("reconciliation")["ranks"], "officer"])
_ANYBODY = frozenset([PEOPLE, *load("reconciliation")["either"]]) - {"child"}
TOGETHER = "all together"
"""The event of what several incidents make together."""
_MOST = 24
_LEAST = 2
_FEW = (2, 3)
_SEVERAL_OF_EACH = 5
_PAIR = 2
_WHOLE = -1
_ARTICLES = ("a ", "an ")


_SUMMING = pattern(either(_WORDS["summing"]), regex.IGNORECASE)
_ADDING = pattern("|".join(_WORDS["adding"]), regex.IGNORECASE)
_HAD = pattern(r"\bhad\b|\banother\b|\bmore\b", regex.IGNORECASE)
_HAD_ON_A_DAY = pattern(rf"\bhad\b[^.;]* on {either(load('events')['days'])}", regex.IGNORECASE)
_THAT_MAKES = pattern(rf"^\W*{either(_WORDS['making'])}", regex.IGNORECASE)
_SPANS = "|".join(load("events")["spans"])
_AREAS = either(_WORDS["areas"])
# "two shipwrecks", but not "three days of rain"
# "Their deaths bring the toll to 16", but not "It brought the toll of the year to 300"
_BRINGING = pattern(
    r"^\W*(?:their|his|her|the two|both|these|those|the) (?:\w+ )?deaths?\b"
    rf"[^.;]*{either(_WORDS['bringing'])}",
    regex.IGNORECASE,
)
_SEVERAL = pattern(
    rf"\b(both|twin|{'|'.join(_SMALL)}) (?!(?:{_SPANS})\b)(?:[a-z]+ )?[a-z]+s\b", regex.I
)
# "the three have killed 30 people", "both attacks together claimed 14 lives"
_ALL_OF_THEM = pattern(
    rf"\b(?:both|(?:the|all|these)(?: the| of the)? (?:{'|'.join(_SMALL)}))(?: [a-z]+){{0,4}}?"
    rf"(?: together| between them)?,?(?: have| had)? {either(_WORDS['killing'])}"
    r"(?: (?:the|its|his|their)(?: [a-z]+){1,3})?\s*$",
    regex.IGNORECASE,
)
# "The 31 deaths in the two towns", "the 25 people killed by the two bombs"
_OF_BOTH = (
    rf" (?:in|at|from|of|by|on) (?:both|(?:the|these|all) (?:{'|'.join(_SMALL)}))"
    rf" (?!(?:{_SPANS})\b)(?:[a-z]+ )?[a-z]+s\b"
)
_IN_ALL_OF_THEM = pattern(rf"(?: \w+){{0,5}}?{_OF_BOTH}", regex.IGNORECASE)
_TOLL_OF_ALL = pattern(
    rf"\bthe (?:[\w-]+ )?{either(_WORDS['old_nouns'])}(?: of \w+)?{_OF_BOTH}[^.;,]*$",
    regex.IGNORECASE,
)


# "With Tuesday's 32, the attacks have cost 56 lives"
_MANY = pattern(
    rf"\b(?:the|these|such) {either(sorted(EVENTS - EVENT_NOUNS))}"
    rf"(?: [a-z]+){{0,4}}?,?(?: have| had) {either(_WORDS['killing'])}\s*$",
    regex.IGNORECASE,
)


# "Throughout Velmia, fires have killed 51 people, counting three in Osk", of one that killed 48
_WIDELY = pattern(rf"\W*{either(_WORDS['widely'])}", regex.IGNORECASE)
_INCIDENTS = pattern(either(_WORDS["incidents"]), regex.IGNORECASE)
# "Crashes in Velm leave six dead", "Six die in weekend shootings", and not "Bus crashes, six die"
_HEADED = pattern(
    rf"{either(_WORDS['incidents'])}[^;:,]*? {either(_WORDS['they_kill'])}"
    rf"|\b(?:in|by|from|after) (?:[\w-]+ ){{0,3}}?{either(_WORDS['incidents'])}",
    regex.IGNORECASE,
)
# The labels of older events, and of stretches of time: "2004 Osk", "last winter", "since May"
_LONG_AGO = pattern(r"\d{4}|\b(?:last|ago|since|earlier|previous)\b")
_BESIDES = pattern(rf"\W*{either(load('events')['besides'])}", regex.IGNORECASE)
# "after a head-on collision", and "in Osk and Velm", of which a sentence names the one
_AN_INCIDENT = pattern(
    rf"\b(?:an?|another) (?:[\w-]+ ){{0,2}}?{either(sorted(EVENT_NOUNS))}", regex.I
)
_JOINED = pattern(
    r"\bin (?:\p{Ll}+ )?((?:\p{Lu}[\w'’-]+ ?){1,3})(?<= )and ((?:\p{Lu}[\w'’-]+ ?){1,3})"
)
_AND_HURT = pattern(rf"\band {either(load('outcomes')['harmed_anyhow'])}", regex.IGNORECASE)
_MEANS = either(load("outcomes")["aimed"])
_LAID_TO_REST = pattern(
    either([*load("parts")["buried"], *load("parts")["mourned"]]), regex.IGNORECASE
)
# Whose count it is: "Emergency officials in Osk County", "the Osk County sheriff", "mayor of Osk"
_NAME = pattern(rf"(?!(?i:{_AREAS})\b)\p{{Lu}}[\w'’-]+")
_OF_AREA = pattern(rf"\b(?:in|of|for|from) (?:the )?\p{{Lu}}|\p{{Lu}}[\w'’-]+ (?i:{_AREAS})\b")
_VICTIMS = pattern(r"\bvictims$", regex.IGNORECASE)
# "Four people were shot", "the number of people shot to four", "stabbed 12 people"
_AIMED_AT = (
    pattern(rf"(?: [a-z]+){{0,2}}? (?:was|were|been) {_MEANS}|(?: [a-z]+)? {_MEANS}", regex.I),
    pattern(rf"\b(?:people|those|victims) {_MEANS} (?:\w+ ){{0,3}}$|{_MEANS} $", regex.I),
)


def settle_targets(readings: list[Reading]) -> None:
    """Make casualties of those who are the dead and the hurt, by their number and their words.

    As in "Two were killed and two hurt. Police said that four people were shot", "The four victims
    were students", "Of the four wounded, two died in hospital".
    """
    figures = [reading.figure for reading in readings]
    first: dict[tuple[str, Outcome], int] = {}
    for figure in figures:
        if figure.number and _is_exact_total(figure):
            first.setdefault((figure.event, figure.outcome), figure.number)
    sums = {
        event: dead + hurt
        for (event, outcome), dead in first.items()
        if outcome is Outcome.KILLED and (hurt := first.get((event, Outcome.INJURED), 0))
    }
    all_harmed = {
        (f.event, f.number, f.outcome)
        for f, following in zip_longest(figures, figures[1:])
        if f.number
        and f.number == sums.get(f.event)
        and _is_exact_total(f)
        and (_is_aimed_at(f) or _are_victims(f) or _takes_dead_from(f, following))
    }
    for i, reading in enumerate(readings):
        figure = reading.figure
        if (figure.event, figure.number, figure.outcome) in all_harmed:
            readings[i] = replace(reading, figure=replace(figure, outcome=Outcome.CASUALTIES))


def _is_exact_total(figure: Figure) -> bool:
    """Whether a figure is an exact total, and not "a man"."""
    is_total = figure.scope is Scope.TOTAL and figure.range.is_exact
    return is_total and not figure.text.lower().startswith(_ARTICLES)


def _is_aimed_at(figure: Figure) -> bool:
    """Whether it counts those at whom shots or stabs were aimed, whatever these did to them."""
    behind, before = _AIMED_AT
    is_hurt = _AND_HURT.search(figure.tail) is not None  # "were shot and wounded"
    is_aimed = not is_hurt and bool(behind.match(figure.tail) or before.search(figure.head))
    return is_aimed and figure.outcome is Outcome.INJURED


def _are_victims(figure: Figure) -> bool:
    """Whether it counts "victims", whom no word says to be dead: "The ten victims were pupils"."""
    is_killed = figure.outcome is Outcome.KILLED and _LAID_TO_REST.search(figure.sentence) is None
    return is_killed and _VICTIMS.search(figure.text) is not None


def _takes_dead_from(figure: Figure, following: Figure | None) -> bool:
    """Whether some of the wounded died: "Of the eight soldiers wounded, three died later"."""
    if following is None or following.sentence != figure.sentence:
        return False
    is_share = (figure.outcome, following.outcome) == (Outcome.INJURED, Outcome.KILLED)
    return is_share and figure.head.lower() == "of "


def settle_sums(readings: list[Reading]) -> None:
    """Make parts of the counts of one sentence that add up to another count.

    As in "It killed four in Osk and three in Tarn. Seven people died in all."; the readings are of
    one event and outcome.
    """
    sentences: dict[tuple[int, str, int], list[int]] = {}
    for i, reading in enumerate(readings):
        # "The toll rose to 15 when a woman died": the woman is one of the 15.
        # "six more rangers and a civilian were wounded", of seven
        is_added = reading.is_added and " more " not in f" {reading.figure.text} "
        is_item = reading.is_open and not (is_added or reading.is_toll)
        is_item = is_item and not reading.is_reference  # "five died, all five of them on foot"
        if (is_item or (i > 0 and _is_another(reading, readings[i - 1]))) and reading.figure.number:
            figure = reading.figure
            clauses = {_WHOLE, figure.head.count(";")} if ";" in figure.sentence else {_WHOLE}
            for clause in clauses:
                key = figure.paragraph, figure.sentence, clause
                sentences.setdefault(key, []).append(i)
    for (paragraph, sentence, _), places in sentences.items():
        if len(places) < _PAIR:
            continue
        told = sum(readings[i].figure.number or 0 for i in places)
        # "Nine died in the loft and two in the yard, which makes 11"
        last = readings[places[-1]].figure.number or 0
        if len(places) > _PAIR and told == 2 * last:
            places.pop()
            told = last
        # "Seven children" are no sum of five children and two drivers, but an officer is a soldier,
        # and "four men" are "three men and a 16-year-old".
        nouns = {readings[i].figure.population for i in places} - _RANKS - _ANYBODY
        items = nouns if len(nouns) > 1 else frozenset[str]()
        is_stated = any(
            other.is_open
            and other.figure.number == told
            # ... but a headline's "5 rangers killed, 7 wounded" may sum up rangers and a civilian
            and (other.figure.population not in items - {PEOPLE} or _is_bare_headline(other.figure))
            and (other.figure.paragraph, other.figure.sentence) != (paragraph, sentence)
            for other in readings
        )
        if is_stated:
            for i in places:
                readings[i] = readings[i].rescoped(Scope.PART)


def _is_another(reading: Reading, before: Reading) -> bool:
    """Whether it goes on with the count before: "12 died at once, and another seven later"."""
    one, other = before.figure, reading.figure
    return (
        other.scope is Scope.ADDITIONAL
        and one.scope is Scope.TOTAL
        and (one.paragraph, one.sentence) == (other.paragraph, other.sentence)
    )


def settle_neighbours(readings: list[Reading]) -> None:
    """Make parts of the counts of two places, one behind the other, that make up a third count.

    As in "At least 124 people died in Velm. At least three were killed in Tarn", of 127, or, where
    it is hardly by chance, "Sixty-one were certified dead. Eleven had been brought up before", of
    72; or "Officials in Osk County said six people died", and behind it "In Tarn County, officials
    confirmed one death", of seven. The readings are of one event and outcome.
    """
    told: Counter[int] = Counter(r.figure.number or 0 for r in readings if r.is_open)
    for i, (first, second) in enumerate(pairwise(readings)):
        one, two = first.figure, second.figure
        is_next = one.paragraph == two.paragraph and one.sentence != two.sentence
        is_of_areas = 0 <= two.paragraph - one.paragraph <= 1 and _tell_of_areas(first, second)
        is_placed = first.place is not None and second.place is not None
        # "Ten bodies had been brought up on Monday"
        is_placed = is_placed or _HAD_ON_A_DAY.search(two.sentence) is not None
        counts = one.number or 0, two.number or 0
        is_before = min(counts) > _SEVERAL_OF_EACH and _HAD.search(two.sentence) is not None
        is_pair = is_next and first.is_open and ((is_placed and min(counts) > 1) or is_before)
        is_pair = is_pair or (is_of_areas and first.is_open and min(counts) > 0)
        if is_pair and told[sum(counts)] and two.scope is not Scope.PREVIOUS:
            for j in (i, i + 1):
                readings[j] = readings[j].rescoped(Scope.PART)


def _tell_of_areas(first: Reading, second: Reading) -> bool:
    """Whether officials of one area tell of the first, and those of another, or it, of the second.

    As in "Officials in Osk County said six people died", "In Tarn County, ... one death".
    """
    one, other = first.figure.source or "", second.figure.source or ""
    is_elsewhere = second.place is not None or (_OF_AREA.search(other) is not None and one != other)
    is_apart = first.figure.sentence != second.figure.sentence
    is_of_two = second.place is not None or _names_of(one).isdisjoint(_names_of(other))
    return is_apart and is_elsewhere and is_of_two and _OF_AREA.search(one) is not None


def _names_of(source: str) -> set[str]:
    return set(_NAME.findall(source))


def _is_bare_headline(figure: Figure) -> bool:
    return figure.passage is Kind.HEADLINE and " " not in figure.text


def settle_causes(readings: list[Reading]) -> None:
    """Bring together the counts of one sentence that make up another one, whatever killed them.

    As in "31 people drowned and 25 were killed by landslides", of a typhoon that killed 56.
    """
    told: dict[tuple[Outcome, int], str] = {}
    alike: list[int] = []
    for i, reading in enumerate(readings):
        figure = reading.figure
        first = readings[alike[0]].figure if alike else figure
        is_beside = first.paragraph == figure.paragraph and first.outcome is figure.outcome
        if not is_beside or first.sentence != figure.sentence or len(alike) == _MOST:
            alike = []
        is_count = figure.range.is_exact and figure.scope in (Scope.TOTAL, Scope.PART)
        if not is_count or figure.population == ATTACKER:
            continue
        alike.append(i)
        events = {readings[j].figure.event for j in alike}
        whole = told.get((figure.outcome, _sum([readings[j].figure for j in alike])))
        if len(events) > 1 and whole in events:
            for j in alike:
                readings[j] = readings[j].moved(whole).rescoped(Scope.PART)
        if figure.scope is Scope.TOTAL:
            told.setdefault((figure.outcome, figure.range.low), figure.event)


def settle_steps(readings: list[Reading]) -> None:
    """Make increments of the counts by which a toll in the next sentence has risen.

    As in "Two people have died in hospital. Their deaths bring the number of victims to 16"; the
    readings are of one event and outcome.
    """
    for i, (step, toll) in enumerate(pairwise(readings)):
        is_next = step.figure.paragraph == toll.figure.paragraph and step.is_open and toll.is_toll
        is_step = step.figure.range.is_exact and step.figure.range.low < toll.figure.range.low
        is_sentence = step.figure.sentence != toll.figure.sentence
        if is_next and is_step and is_sentence and _BRINGING.search(toll.figure.sentence):
            readings[i] = step.rescoped(Scope.ADDITIONAL)


def settle_members(readings: list[Reading]) -> None:
    """Make parts of the counts of as many incidents or places as a sentence before has counted.

    As in "Forty-one drowned in two shipwrecks. In the first 14 died. In the second, 27 did"; the
    readings are of one event and outcome.
    """
    if len({reading.figure.range.low for reading in readings}) == 1:
        return
    for whole in [r.figure for r in readings if r.is_open and r.figure.range.is_exact]:
        later = [r.figure for r in readings if _is_smaller(r.figure, whole)]
        if len(later) < min(_FEW):
            continue
        counts = {_count(match[1].lower()) for match in _SEVERAL.finditer(whole.sentence)}
        for count in counts.intersection(_FEW) if len(later) <= _MOST else ():
            for members in combinations(later, count):
                is_near = members[-1].paragraph - members[0].paragraph < count
                is_sum = is_near and _sum(members) == whole.number
                if is_sum and not _are_told_often(members, readings):
                    _make_parts(readings, {figure.number for figure in members})
                    return


def _count(word: str) -> int:
    return _SMALL.get(word, len(_FEW))


def _is_smaller(figure: Figure, whole: Figure) -> bool:
    """Whether a later count may be of some of the whole."""
    is_count = figure.range.is_exact and figure.scope in (Scope.TOTAL, Scope.PART)
    is_later = figure.paragraph > whole.paragraph
    # "Seven children" are no sum of five children and two drivers.
    is_kind = whole.population == PEOPLE or figure.population in (PEOPLE, whole.population)
    return is_count and is_later and is_kind and 0 < figure.range.low < whole.range.low


def _are_told_often(members: Sequence[Figure], readings: Sequence[Reading]) -> bool:
    """Whether one of them is told over and over: "64", twice of which would be the 128."""
    told = Counter(reading.figure.number for reading in readings)
    here = Counter(figure.number for figure in members)
    return any(told[number] > times + 1 for number, times in here.items())


def _make_parts(readings: list[Reading], numbers: set[int | None]) -> None:
    for i, reading in enumerate(readings):
        if reading.is_open and reading.figure.range.is_exact and reading.figure.number in numbers:
            readings[i] = reading.rescoped(Scope.PART)


def _sum(figures: Sequence[Figure]) -> int:
    return sum(figure.range.low for figure in figures)


def settle_grand_totals(readings: list[Reading]) -> None:
    """Set apart the sums of more than the document's own event, with what is added to that.

    As in "Nine people died on Tuesday, after six on Monday. That makes 15 in two days", under a
    headline with nine, or "It was the third blast; the three have killed 30 people in total".
    """
    counted: dict[Outcome, list[int]] = {outcome: [] for outcome in Outcome}
    for i, reading in enumerate(readings):
        if _is_count(reading.figure):
            counted[reading.figure.outcome].append(i)
    for places in counted.values():
        if _LEAST <= len(places) <= _MOST:
            _settle_grand_total(readings, places)


def _is_count(figure: Figure) -> bool:
    is_count = figure.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST) and figure.range.low > 0
    return is_count and figure.population != ATTACKER


def _settle_grand_total(readings: list[Reading], places: Sequence[int]) -> None:
    for i in places:
        whole = readings[i].figure
        if whole.scope is not Scope.TOTAL:
            continue
        is_wide = _WIDELY.match(whole.sentence) is not None
        if not (is_wide or _is_exact(readings[i])):
            continue
        others = [
            j
            for j in places
            if readings[j].figure.range.low < whole.range.low
            and (is_wide or _is_exact(readings[j]))
        ]
        first = next((j for j in others if _is_total(readings[j].figure)), None)
        if first is None:
            continue
        own = readings[first].figure
        addends = _addends(readings, i, first, others)
        is_headed = _heads_incidents(whole, own, readings)
        makes_up = _has_other_incidents(whole, own, [readings[j] for j in places])
        if addends is None and not (is_headed or makes_up):
            continue
        for j in places:
            told = readings[j].figure
            is_again = _is_headed(readings[j]) or (makes_up and _is_total(told))
            is_again = is_again and whole.number == told.number
            # ... and a sum that is told before what it adds up, though it be a stale one
            is_stale = makes_up and told.start < own.start and _is_total(told)
            if j == i or is_again or is_stale:
                readings[j] = readings[j].moved(TOGETHER)
        for j in addends or ():
            if readings[j].figure.event == MAIN:
                readings[j] = readings[j].moved(TOGETHER).rescoped(Scope.PART)
        return


def _is_exact(reading: Reading) -> bool:
    return reading.figure.qualifier is Qualifier.EXACT


def _is_headed(reading: Reading) -> bool:
    return reading.figure.passage is Kind.HEADLINE and _is_total(reading.figure)


def _heads_incidents(headline: Figure, lead: Figure, readings: Sequence[Reading]) -> bool:
    """Whether a headline sums up incidents of which a lead tells the first.

    As in "Crashes kill six", and then "A car hit a tree, killing four people"; or a first paragraph
    does: "Crashes in Osk and Velm killed six", and then "Four people died in Velm". Where the two
    are so near that one is mistyped or stale, the text has to tell of another incident.
    """
    if lead.passage is Kind.HEADLINE or not _HEADED.search(headline.sentence):
        return False
    is_first = headline.passage is Kind.HEADLINE
    if not is_first and headline.paragraph == 1 < lead.paragraph:
        places = _JOINED.search(headline.sentence)
        named = [place.strip() in lead.sentence for place in places.groups()] if places else []
        is_first = sum(named) == 1 or _AN_INCIDENT.search(lead.sentence) is not None
    if not is_first or _INCIDENTS.search(lead.sentence):
        return False
    others = [r.figure for r in readings if r.figure not in (headline, lead)]
    if any(figure.number == headline.number or _is_before(figure, lead) for figure in others):
        return False
    rest = headline.outcome, headline.range.low - lead.range.low, MAIN
    return not is_slip(headline.range.low, lead.range.low) or any(
        (figure.outcome, figure.number, figure.event) == rest or _BESIDES.match(figure.sentence)
        for figure in others
        if figure.start > lead.start
    )


def _has_other_incidents(whole: Figure, own: Figure, told: Sequence[Reading]) -> bool:
    """Whether one to three other incidents are told of that make up for what the event lacks.

    As in "Nine die in two attacks", then "Gunmen killed six" and "In a separate one three died".
    Where the sum is told again it need not say of how many incidents it is.
    """
    if whole.event != MAIN or whole.start > own.start:
        return False
    rest = whole.range.low - own.range.low
    is_told_again = sum(reading.figure.number == whole.number for reading in told) > 1
    if not (is_told_again or (rest > _PAIR and _INCIDENTS.search(whole.sentence))):
        return False
    # "Separately, a man died when his bicycle was struck"
    if any(r.figure.number == rest and _BESIDES.match(r.figure.sentence) for r in told):
        return True
    others = [
        reading.figure
        for reading in told
        if reading.figure.event != MAIN
        and _is_exact(reading)
        and not _LONG_AGO.search(reading.figure.event)
    ]
    sums = {_sum(chosen) for count in (1, *_FEW) for chosen in combinations(others[:_MOST], count)}
    return rest in sums and sums.isdisjoint((own.range.low, whole.range.low))


def _is_before(figure: Figure, lead: Figure) -> bool:
    """Whether it is what the lead counts, and the other one told below it."""
    is_count = figure.outcome is lead.outcome and _is_total(figure)
    return is_count and figure.start < lead.start and figure.passage is not Kind.HEADLINE


def _is_total(figure: Figure) -> bool:
    return figure.event == MAIN and figure.scope is Scope.TOTAL


def _addends(
    readings: Sequence[Reading], whole: int, first: int, others: Sequence[int]
) -> list[int] | None:
    """What is added to the event's own count, the ``first`` told; None where nothing is."""
    figure, own = readings[whole].figure, readings[first].figure
    head = figure.head
    is_of_all = _ALL_OF_THEM.search(head) is not None
    is_summed = is_of_all or bool(
        _IN_ALL_OF_THEM.match(figure.tail)
        or _TOLL_OF_ALL.search(head)
        or _THAT_MAKES.search(head)
        or _MANY.search(head)
        or _SUMMING.search(figure.sentence)
        or _WIDELY.match(figure.sentence)
    )
    if not is_summed and not _ADDING.search(head):
        return None
    further = [
        j
        for j in others
        if readings[j].figure.number != own.number
        and readings[j].figure.scope is not Scope.PREVIOUS
        and readings[j].figure.paragraph <= figure.paragraph + 1
    ]
    alone = {r.figure.sentence for r in readings if r.figure.number == own.number}
    rest = figure.range.low - own.range.low
    # what makes up the event's own count is not added to it
    for count in (1, *_FEW) if rest != own.range.low else (1,):
        for chosen in combinations(further, count):
            told = [readings[j].figure for j in chosen]
            is_listed = alone <= {f.sentence for f in told}  # "four in Osk and three in Tarn"
            if _sum(told) == rest and not is_listed and _are_apart(told, own, is_summed=is_summed):
                return list(chosen)
    is_told = any(r.figure.number == figure.number for r in readings if r.figure is not figure)
    is_near = 5 * own.range.low > 4 * figure.range.low  # out of date, or mistyped
    if not is_of_all or is_told or is_near:
        return None
    return [j for j in further if _stands_behind(readings[j].figure, figure)]


def _stands_behind(figure: Figure, whole: Figure) -> bool:
    return figure.paragraph == whole.paragraph and figure.start > whole.start


def _are_apart(told: Sequence[Figure], own: Figure, *, is_summed: bool) -> bool:
    """Whether they are not the event's own: "Two more died, bringing the toll to 42"."""
    is_more = any(f.scope is Scope.ADDITIONAL and f.event == own.event for f in told)
    return not is_more and (is_summed or all(f.event != own.event for f in told))
