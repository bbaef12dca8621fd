"""Which figures speak of the same people, so that they can be held against each other.

One event, one outcome, scope total; the generic population and the nouns that restate it are one
line item. Where it is doubtful whether a noun means everybody or some of them, it stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, reduce
from itertools import chain, combinations, pairwise, product

import regex

from casualties.lexicon import load
from casualties.model import (
    ATTACKER,
    MAIN,
    PEOPLE,
    Doubt,
    Figure,
    Kind,
    LineItem,
    Outcome,
    Qualifier,
    Scope,
    Verdict,
)
from casualties.patterns import either, pattern
from casualties.ranges import Range, is_slip
from casualties.reconciler.voices import is_one_statement, is_same_source, is_same_voice
from casualties.reconciler.wording import is_definite, number_of

__all__ = ["find_line_items"]


_SMALL = 10
_LIKE = 4
_MOST = 100
_NEAR = 2
# "Nine students and their teacher"
_AT_FIRST = pattern(either(load("reconciliation")["at_first"]), regex.IGNORECASE)
# "A tenth person has died after the fire, which killed nine"
_OF_BEFORE = pattern(
    rf"\bafter\b[^;]*\b(?:which|that)(?: had)? {either(load('events')['killing'])} $"
    r"|\bafter\b[^;]*\bin which $",
    regex.IGNORECASE,
)
_SUMMING = pattern(either(load("scopes")["summing"]), regex.IGNORECASE)
_RISEN = pattern("|".join(load("scopes")["risen_after"]), regex.IGNORECASE)
_AND_ANOTHER = pattern(r"\s+and (?:their|his|her|its|the|an?|one|two|three)\b")
_AND_SOMEBODY = pattern(either(load("reconciliation")["and_another"]), regex.IGNORECASE)
_OF_THEM = pattern(r"\b(?:of|among) (?:the|those|them|whom|these)\b", regex.IGNORECASE)
_BEHIND = 12
_MEMBER, _FORCE = "member", "member of a force"
# "nine members of Egypt's security forces", who are no kind of the dead as those of a family are
_OF_A_FORCE = pattern(
    rf" of (?:[\w'’-]+ ){{0,4}}?{either(load('reconciliation')['forces'])}", regex.IGNORECASE
)
# "We have four dead, both now found"
_TAKING_UP = pattern(r"(?:both|all|the)\b", regex.IGNORECASE)
_ALL = pattern(r"all (?!.*\bof them\b)", regex.IGNORECASE)


def find_line_items(figures: Iterable[Figure]) -> tuple[LineItem, ...]:
    """The line items of a document's figures, in the order in which the text comes to them."""
    figures = tuple(figures)
    statements: dict[tuple[str, Outcome], list[Figure]] = defaultdict(list)
    for figure in figures:
        statements[figure.event, figure.outcome].append(figure)
    apart = frozenset(_beside_others(figures))
    opposed = frozenset(_of_opponents(figures))
    items = [
        item for stated in statements.values() for item in _items_of_outcome(stated, apart, opposed)
    ]
    return tuple(sorted(items, key=lambda item: item.figures[0].start))


def _beside_others(figures: Sequence[Figure]) -> Iterator[str]:
    """Of the doubtful figures those that stand beside one of other people, by its number.

    As in "Train crash in Nara kills at least eight, hurts over 120", below a crash that killed 107
    and hurt 130.
    """
    counts: dict[tuple[str, Outcome], list[Figure]] = defaultdict(list)
    doubtful: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.doubt in (Doubt.OTHERS, Doubt.SOME):
            doubtful[figure.sentence, figure.event].append(figure)
        elif figure.scope is Scope.TOTAL and not figure.is_doubtful:
            counts[figure.event, figure.outcome].append(figure)
    for told in doubtful.values():
        far = {
            figure.outcome
            for figure in told
            if (held := counts[figure.event, figure.outcome])
            and not any(_is_like(figure, other) for other in held[:_MOST])
        }
        for figure in told:
            if figure.doubt is Doubt.OTHERS and far - {figure.outcome}:
                yield figure.id


def _of_opponents(figures: Sequence[Figure]) -> Iterator[str]:
    """The figures of a source that has openly disagreed with another one over another event.

    As in "The first bomb killed nine, police said; the army spoke of five. Another one killed six.
    The army put that toll at four": of a round-up's incidents, the article tells all by the same
    two sources, whether it names the first one again or not.
    """
    told = [f for f in figures if f.voice and f.scope is Scope.TOTAL][:_MOST]
    opponents = {
        (b.voice, b.event)
        for a, b in combinations(told, 2)
        if (a.event, a.outcome, a.paragraph) == (b.event, b.outcome, b.paragraph)
        and not (a.range.overlaps(b.range) or is_same_voice(a, b))
    }
    for figure in told if opponents else ():
        is_known = any(
            event != figure.event and is_same_source(figure.voice or "", voice or "")
            for voice, event in opponents
        )
        if is_known and figure.event != MAIN:
            yield figure.id


def _items_of_outcome(
    stated: Sequence[Figure], apart: AbstractSet[str], opposed: AbstractSet[str]
) -> list[LineItem]:
    """The line items of one outcome of one event."""
    totals = [figure for figure in stated if figure.scope is Scope.TOTAL]
    increments = list(_increments(stated))
    generic = _restating_nouns(totals, stated)
    renamed = _renamed_nouns(stated)
    if not renamed.isdisjoint(generic | {PEOPLE}):
        generic, renamed = generic | renamed, set()
    plain = _plain_nouns(stated)
    elided = _elided_nouns(totals, stated)
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in totals:
        kind = plain.get(_kind(figure), _kind(figure))
        kind = min(renamed) if kind in renamed else kind
        kind = PEOPLE if kind in elided and _is_alone(figure) else kind
        groups[PEOPLE if kind in generic else kind].append(figure)
    return [
        LineItem(
            event=held[0].event,
            outcome=held[0].outcome,
            population=held[0].population if population != PEOPLE else PEOPLE,
            range=_allowed(held),
            verdict=Verdict.CONSISTENT,
            figures=tuple(held),
        )
        for population, group in groups.items()
        for together in _held_together(_without_superseded(group, increments), apart)
        for held in _by_voice(together, opposed)
    ]


def _increments(stated: Sequence[Figure]) -> Iterator[Figure]:
    """The increments of a toll, without those that go on with a list of parts.

    As in "Three died on Mount Osk, and another in Lund", of eight; "Six died there. A seventh died
    in hospital", of seven.
    """
    tolls = {figure.number for figure in stated if figure.scope is Scope.TOTAL}
    last: Figure | None = None
    is_listed = False
    for figure in stated:
        if figure.scope is Scope.ADDITIONAL and figure.population != ATTACKER:
            is_listed = is_listed or (last is not None and _goes_on(last, figure, tolls))
            if not is_listed:
                yield figure
        else:
            last, is_listed = figure, False


def _by_voice(held: list[Figure], opposed: AbstractSet[str]) -> list[list[Figure]]:
    """The figures, those of a known opponent apart from the article's own."""
    theirs = [figure for figure in held if figure.id in opposed]
    rest = [figure for figure in held if figure.id not in opposed]
    is_own = bool(theirs and rest) and not any(figure.voice for figure in rest)
    return [rest, theirs] if is_own else [held]


def _goes_on(part: Figure, step: Figure, tolls: AbstractSet[int | None]) -> bool:
    """Whether an increment is the next one of a list, or makes a toll with the part before it."""
    if part.scope is not Scope.PART or part.paragraph != step.paragraph:
        return False
    is_item = part.sentence == step.sentence and not _OF_THEM.search(
        part.text + part.tail[:_BEHIND]
    )
    return is_item or number_of(part) + number_of(step) in tolls


def _held_together(group: list[Figure], apart: AbstractSet[str]) -> list[list[Figure]]:
    """The figures that can be held against each other; a doubtful one that is far off is alone.

    So is one that stands ``apart`` by what is told beside it.

    Beyond as many as no copy has, the first alone are looked through.
    """
    groups = [[figure for figure in group if not figure.is_doubtful]]
    for figure in group:
        if figure.is_doubtful:
            near = (held for held in groups[:_MOST] if held and _belongs(figure, held[:_MOST]))
            held = groups[0] if _exceeds(figure, groups[0][:_MOST]) else next(near, None)
            held = None if figure.id in apart else held
            if held is None:
                groups.append([figure])
            else:
                held.append(figure)
    return [sorted(held, key=lambda figure: figure.start) for held in groups if held]


def _belongs(figure: Figure, held: Sequence[Figure]) -> bool:
    """Whether a doubtful figure speaks of the same people as the others.

    It does where it agrees with one of them, is so near to it that one of the two is mistyped or
    stale, or is given by another source than all of them.
    """
    if figure.doubt in (Doubt.DISPUTED, Doubt.MIXED, Doubt.ASIDE):
        return any(figure.number == other.number for other in held)
    is_disputed = figure.doubt is not Doubt.OTHERS or any(_is_like(figure, o) for o in held)
    is_disputed = is_disputed and not any(is_same_voice(figure, other) for other in held)
    # "dozens" lie near any count, and bring no two counts together
    counts = [other for other in held if other.qualifier is not Qualifier.VAGUE] or held
    return is_disputed or any(_is_near(figure, other) for other in counts)


def _is_like(a: Figure, b: Figure) -> bool:
    """Whether both may be of one event, by their numbers: "five dead" is no claim about 38."""
    low, high = sorted((number_of(a), number_of(b)))
    return _LIKE * low >= high


def _exceeds(figure: Figure, held: Sequence[Figure]) -> bool:
    """Whether it can be no part of those beyond doubt: it counts more than any of them does."""
    is_count = figure.doubt is Doubt.SOME and figure.qualifier is not Qualifier.VAGUE
    is_count = is_count and figure.voice is None
    return is_count and bool(held) and number_of(figure) > max(map(number_of, held))


def _is_near(a: Figure, b: Figure) -> bool:
    low, high = sorted((number_of(a), number_of(b)))
    is_vague = Qualifier.VAGUE in (a.qualifier, b.qualifier)  # "thousands", and about 6,500
    # "More than 250" need not be of those who were "more than 150".
    is_open = a.range.high is None and b.range.high is None and low != high
    # ... nor 26 of those who were "at least 13".
    few = 3 * low if (a.range.high is None) is not (b.range.high is None) else 4 * low
    # One man who was found need not be the one who died on the ground.
    agrees = (
        high > 1
        and a.range.overlaps(b.range)
        and ((is_vague and _is_like(a, b)) or (few >= 2 * high and not is_open))
    )
    return agrees or (low >= _SMALL and 20 * low >= 17 * high)


def _nouns(stated: Sequence[Figure]) -> set[str]:
    """The specific nouns that victims are counted by, parts included, but no doubtful totals."""
    told = [f for f in stated if f.scope is Scope.PART or not f.is_doubtful]
    return {_kind(figure) for figure in told} - {PEOPLE, ATTACKER}


def _kind(figure: Figure) -> str:
    """The noun for those whom a figure counts, the same one for "fans" and "supporters"."""
    if figure.population == _MEMBER and _OF_A_FORCE.match(figure.tail):
        return _FORCE
    return _kinds().get(figure.population, figure.population)


@cache
def _kinds() -> dict[str, str]:
    synonyms: list[list[str]] = load("reconciliation")["synonyms"]
    return {noun: nouns[0] for nouns in synonyms for noun in nouns}


def _restating_nouns(totals: Sequence[Figure], stated: Sequence[Figure]) -> set[str]:
    """The nouns that stand for all the people: the sole one counted, or one with their number."""
    people = [figure for figure in totals if figure.population == PEOPLE]
    counted = _nouns(stated)
    if not (people and counted):
        return set()
    numbers = {
        number_of(figure)
        for figure in totals
        if figure.population == PEOPLE or _is_told_of_all(figure)
    }
    # "No guards died" says nothing of the prisoners.
    nouns = _nouns([figure for figure in totals if figure.qualifier is not Qualifier.NONE])
    restating = {
        _kind(figure)
        for figure in totals
        if _kind(figure) in nouns and number_of(figure) in numbers
    }
    subsets: set[str] = set(load("reconciliation")["subsets"])
    parts = _nouns([figure for figure in stated if figure.scope is Scope.PART])
    # "Crash kills five aid workers", and then "seven people, among them five aid workers"
    restating |= (_leading_nouns(stated) - parts | _nouns_for_all(totals)) - subsets
    if len(counted) == 1 and _are_nearly_all(totals, stated):
        restating |= nouns
    looks_back = any(
        is_definite(figure)
        for figure in totals
        if figure.population == PEOPLE or " " not in figure.text.partition(" ")[2]  # "the five"
    )
    looks_back = looks_back and _are_alike(totals, people)
    if len(nouns) == 1 and looks_back and nouns.isdisjoint(parts):
        # "All five victims" looks back at whoever was counted; else five girls may be five of six.
        restating |= nouns
    elif len(nouns) == len(nouns | counted - subsets) == 1:
        restating |= nouns - subsets if _are_alike(totals, people) else set()
    elif len(nouns - subsets) == len(nouns - subsets | counted - subsets) == 1:
        # "Nine workers died" and "nine of our men": the men are the workers.
        told = {number_of(figure) for figure in totals if _kind(figure) in nouns - subsets}
        men = {number_of(figure) for figure in totals if _kind(figure) in nouns & subsets} - {1}
        restating |= nouns if men <= told | numbers else set()
    return restating - _nouns([figure for figure in totals if _AND_ANOTHER.match(figure.tail)])


def _are_nearly_all(totals: Sequence[Figure], stated: Sequence[Figure]) -> bool:
    """Whether a noun names all the people but one or two, of whom no count tells: a slip."""
    told = {figure.number for figure in stated}
    named = [f for f in totals if f.population not in (PEOPLE, ATTACKER)]
    people = [f for f in totals if f.population == PEOPLE and f.qualifier is not Qualifier.VAGUE]
    kept = {
        *load("reconciliation")["ages"],
        *(f.population for f in stated if f.scope is Scope.PART),
    }
    # "the other four guards"; 14 girls may be 14 of 15
    is_rest = any(
        f.population in kept or "other" in f.text.lower() or _AND_SOMEBODY.search(f.tail)
        for f in named
    )
    return (
        bool(named and people)
        and not is_rest
        and all(
            min(number_of(a), number_of(b)) >= _SMALL
            and _is_slip(a, b)
            and abs(number_of(a) - number_of(b)) not in told
            for a, b in product(named[:_MOST], people[:_MOST])
        )
    )


def _are_alike(totals: Sequence[Figure], people: Sequence[Figure]) -> bool:
    """Whether those counted by a noun may be all the people: four aid workers are not all of 54.

    Unless two sources say so.
    """
    named = [f for f in totals if f.population not in (PEOPLE, ATTACKER)]
    return any(
        2 * min(number_of(a), number_of(b)) + 1 >= max(number_of(a), number_of(b))
        or (a.source and b.source and a.source != b.source)
        for a, b in product(named[:_MOST], people[:_MOST])
    )


def _leading_nouns(stated: Sequence[Figure]) -> set[str]:
    """The noun by which a headline, and the lead, count the people, if it is the only one there.

    As in "Five workers were killed and six were injured" below "Blast leaves five dead".
    """
    nouns: set[str] = set()
    beside: set[str] = set()
    for is_headline in (True, False):
        leading = [f for f in stated if (f.passage is Kind.HEADLINE) is is_headline]
        first = [f for f in leading if f.sentence == leading[0].sentence]
        told = _nouns(first)
        nouns |= told if len(told) == 1 else set()
        beside |= _nouns([f for f in first if _AND_ANOTHER.match(f.tail)])
    return nouns - beside


def _elided_nouns(totals: Sequence[Figure], stated: Sequence[Figure]) -> set[str]:
    """The nouns that stand with no number of this outcome, beside a count of people near to one.

    As in "15 civilians were killed and eight hurt", and then "nine people were wounded".
    """
    kinds = (PEOPLE, ATTACKER)
    alone = [figure for figure in totals if figure.population not in kinds and _is_alone(figure)]
    named = {_kind(figure) for figure in stated if not _is_alone(figure)}
    people = [figure for figure in totals if figure.population == PEOPLE][:_MOST]
    return {
        _kind(figure) for figure in alone if any(_is_slip(figure, other) for other in people)
    } - named


def _is_alone(figure: Figure) -> bool:
    """Whether its words are a number and nothing else: "eight", "26", "at least 12"."""
    last = figure.text.lower().rpartition(" ")[2]
    return last[:1].isdecimal() or last.partition("-")[0] in load("numbers")["cardinals"]


def _is_slip(a: Figure, b: Figure) -> bool:
    return is_slip(number_of(a), number_of(b))


def _renamed_nouns(stated: Sequence[Figure]) -> set[str]:
    """The two nouns by which headline and lead count the same: "four skiers", "three tourers".

    Or "eight", and then "seven soldiers". Three women may be some of four pensioners, where others
    are told of.
    """
    counts = []
    for is_headline in (True, False):
        leading = [f for f in stated if (f.passage is Kind.HEADLINE) is is_headline]
        first = [f for f in leading if f.sentence == leading[0].sentence]
        told = [f for f in first if f.scope is not Scope.PART]
        if len(told) != 1 or told[0].scope is not Scope.TOTAL or not _is_count(told[0]):
            return set()
        counts += told
    few, many = sorted(counts, key=number_of)
    nouns = {_kind(figure) for figure in counts}
    is_alike = _is_slip(few, many) or _is_near(few, many)
    # "Six girls", and "four people"
    is_of_age = PEOPLE in nouns and not nouns.isdisjoint(load("reconciliation")["ages"])
    is_kind = _kind(few) in load("reconciliation")["subsets"]
    is_some = is_of_age or (is_kind and _has_others(few, many, stated))
    return nouns if is_alike and not is_some else set()


def _is_count(figure: Figure) -> bool:
    """Whether it counts victims by a number."""
    is_vague = figure.qualifier in (Qualifier.VAGUE, Qualifier.NONE)
    return not is_vague and figure.population != ATTACKER


def _has_others(few: Figure, many: Figure, stated: Sequence[Figure]) -> bool:
    """Whether some are told of who may be among the many and not among the few."""
    nouns, numbers = {PEOPLE, ATTACKER, _kind(few), _kind(many)}, {few.number, many.number}
    rest = number_of(many) - number_of(few)
    return _AND_SOMEBODY.search(few.tail) is not None or any(
        figure.scope is Scope.ADDITIONAL
        or figure.number == rest
        or (
            figure.scope is Scope.PART
            and _kind(figure) == _kind(few)
            and not (figure.number == few.number and is_definite(figure))
        )
        or (
            figure.scope is Scope.TOTAL
            and _kind(figure) not in nouns
            and figure.number not in numbers
        )
        for figure in stated
    )


def _plain_nouns(stated: Sequence[Figure]) -> dict[str, str]:
    """The nouns that another one repeats without the word before it: "family members", "members".

    Where two are repeated, as "aid workers" and "mine workers", it is not known which.
    """
    nouns = _nouns(stated)
    longer: dict[str, list[str]] = defaultdict(list)
    for noun in nouns:
        _, blank, plain = noun.rpartition(" ")
        if blank and plain in nouns:
            longer[plain].append(noun)
    return {noun: plain for plain, (noun, *others) in longer.items() if not others}


def _nouns_for_all(totals: Sequence[Figure]) -> set[str]:
    """The nouns of those who are said to be all: "all nine occupants"."""
    return _nouns([figure for figure in totals if _is_told_of_all(figure)])


def _is_told_of_all(figure: Figure) -> bool:
    """Whether it is "all nine occupants", and not "all of them", "all 29", of those told before."""
    return _ALL.match(figure.text) is not None and not _is_alone(figure)


def _without_superseded(group: list[Figure], increments: Sequence[Figure]) -> list[Figure]:
    """The figures without those that an increment leads away from: 40, two more died, 42.

    A headline or a caption is held to the new number all the same. Of more increments and tolls
    than any copy has, the first alone are looked through.
    """
    exact = [figure for figure in group if figure.range.is_exact][:_MOST]
    tolls = [f for f in group if f.range.is_exact or f.qualifier is Qualifier.AT_LEAST][:_MOST]
    steps = [step for step in increments if step.range.is_exact and step.range.low > 0][:_MOST]
    stating: dict[int, list[Figure]] = defaultdict(list)
    for figure in exact:
        stating[figure.range.low].append(figure)
    old = {
        figure.id
        for step, added, new in chain(
            (
                (step, added, new)
                for step, added in _added_at_once(steps)
                for new in _led_to(step, tolls)
            ),
            ((step, step.range.low, new) for step, new in _side_by_side(exact)),
        )
        for figure in stating.get(new.range.low - added, ())
        if figure is not step and _leads(step, figure, new)
        if not _is_led_to_by_same(step, figure, steps)
    }
    told: set[int] = set()
    left = []
    for figure in group:
        taken_up = figure.number in told and is_definite(figure)  # "the eight"
        if (figure.id in old or taken_up) and figure.passage not in (Kind.HEADLINE, Kind.CAPTION):
            told.add(number_of(figure))
        else:
            left.append(figure)
    return left


def _added_at_once(steps: Sequence[Figure]) -> Iterator[tuple[Figure, int]]:
    """The increments, and the first of a sentence with what all of it adds.

    As in "A third man died on Friday and a fourth on Sunday, bringing the toll to four".
    """
    told: dict[str, list[Figure]] = defaultdict(list)
    for step in steps:
        told[step.sentence].append(step)
        yield step, step.range.low
    for together in told.values():
        if len(together) > 1:
            yield together[0], sum(step.range.low for step in together)


def _is_led_to_by_same(step: Figure, toll: Figure, steps: Sequence[Figure]) -> bool:
    """Whether a toll is what the very increment leads to where it is told again, and no old one.

    As in "Two more die, toll 13", and then "Two more died, taking the toll to 11".
    """
    return any(
        step.id == other.takes_up and other.sentence == toll.sentence and other.start < toll.start
        for other in steps
    )


def _led_to(step: Figure, tolls: Sequence[Figure]) -> list[Figure]:
    """The tolls that an increment may lead to: one behind it in its sentence, else of its voice."""
    behind = [t for t in tolls if t.sentence == step.sentence and t.start > step.start]
    told = [toll for toll in behind if not _OF_BEFORE.search(toll.head)]
    return told or [toll for toll in tolls if is_same_voice(toll, step)]


def _leads(step: Figure, old: Figure, new: Figure) -> bool:
    """Whether an increment stands behind the old toll, or beside the new one.

    As in "Two more died, bringing the toll to 42. The blast killed 40", or "A tenth person died.
    Nine had been killed", "Eight people died on the day", or in its sentence: "A tenth person died
    after the fire, which killed nine"; but what sums up ("In all, 40 people died") is no old toll,
    nor what stands far below.
    """
    if not is_same_voice(old, new) or _rose_by(step, old):
        return False
    is_near = old.paragraph - step.paragraph <= _NEAR
    is_of_before = step.sentence == old.sentence and _OF_BEFORE.search(old.head) is not None
    is_told_behind = is_near and (step.sentence == new.sentence or is_of_before)
    is_told_behind = is_told_behind or bool(_AT_FIRST.search(old.sentence))
    return old.start < step.start or (is_told_behind and not _SUMMING.search(old.sentence))


def _rose_by(step: Figure, toll: Figure) -> bool:
    """Whether an increment is counted in: "The toll rose to 15 when a woman died of her burns"."""
    is_told = toll.sentence == step.sentence and toll.start < step.start
    return is_told and _RISEN.search(step.head) is not None


def _side_by_side(exact: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """An increment that is none by its words, and the toll: "it is 61, after eight died"."""
    for new, step in pairwise(exact):
        is_new = is_one_statement(step, new) and not _TAKING_UP.match(step.text)
        if is_new and 0 < step.range.low < new.range.low:
            yield step, new


def _allowed(figures: Sequence[Figure]) -> Range | None:
    """The numbers that all the figures allow."""
    start: Range | None = Range(0, None)
    return reduce(lambda left, figure: left & figure.range if left else None, figures, start)
