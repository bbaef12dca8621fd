"""One count for each outcome of each event: the one that a coder would enter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex

from casualties import lexicon
from casualties.model import (
    ATTACKER,
    PEOPLE,
    Basis,
    Figure,
    Kind,
    LineItem,
    Outcome,
    Qualifier,
    Scope,
    Total,
)
from casualties.patterns import pattern
from casualties.ranges import Range
from casualties.reconciler.incidents import Incident
from casualties.reconciler.pairs import is_disputed, is_mention
from casualties.reconciler.voices import are_one_voice, is_one_statement
from casualties.reconciler.wording import number_of, sum_of

__all__ = ["find_totals"]

_OTHERS = pattern(r"\bothers?\b", regex.IGNORECASE)
_JOINED = pattern(r"(?:[;,]|\band)\s*$", regex.IGNORECASE)
_PRECISION = {Qualifier.EXACT: 0, Qualifier.VAGUE: 2, Qualifier.NONE: 3}
"""Exact counts, then bounds and estimates (1), then words like "dozens".

Last come denials: "no one died" is mostly said of somebody, or some place, in particular.
"""


def find_totals(
    incidents: Sequence[Incident], *, with_attackers: bool = False
) -> tuple[Total, ...]:
    """Exactly one total for each event and outcome that has figures."""
    total = _total_with_attackers if with_attackers else _total
    return tuple(
        total(incident, outcome)
        for incident in incidents
        for outcome in dict.fromkeys(figure.outcome for figure in incident.figures)
    )


def _total(incident: Incident, outcome: Outcome) -> Total:
    items = [item for item in incident.line_items if item.outcome is outcome]
    generic = [item for item in items if item.population == PEOPLE]
    if generic:
        # "A teenager was shot", in the lead of a story of clashes, counts nobody else.
        told = next((i for i in generic if not all(map(is_mention, i.figures))), generic[0])
        chosen = _choose(told)
        if len(told.figures) == 1:
            chosen = (*chosen, *_increments(incident, chosen))
        if len(chosen) > 1:
            return _summed(chosen)
        known = [] if is_disputed(told.figures) else _known_in_part(incident, chosen[0])
        return _summed(known) if known else _stated(chosen[0])
    nouns = [item for item in items if item.population != ATTACKER]
    counted = _told_once(_told_in_body(_in_one_voice(nouns), nouns), nouns)
    others = _others(incident, outcome, nouns)
    addends = [*counted, *others, *_increments(incident, counted)]
    addends = addends or _parts(incident, outcome) or _last_resort(incident, outcome)
    return _stated(addends[0]) if len(addends) == 1 else _summed(addends)


def _total_with_attackers(incident: Incident, outcome: Outcome) -> Total:
    """The victims' total and the attackers' own line item, where both are counted apart."""
    total = _total(incident, outcome)
    figures = [figure for figure in incident.figures if figure.outcome is outcome]
    attackers = [figure for figure in figures if figure.population == ATTACKER]
    is_one_side = len(attackers) in (0, len(figures))
    if is_one_side or any(figure.scope is Scope.PART for figure in attackers):
        return total  # "12 died, including two gunmen" has counted them in
    items = [item for item in incident.line_items if item.outcome is outcome]
    told = [_choose(item) for item in items if item.population == ATTACKER]
    added = [figure for statement in told for figure in statement if number_of(figure)]
    if not added:
        return total
    return Total(
        event=total.event,
        outcome=outcome,
        range=sum_of([total.range, *(figure.range for figure in added)]),
        number=total.number + sum(map(number_of, added)),
        basis=Basis.SUM_OF_PARTS,
    )


def _summed(addends: Sequence[Figure]) -> Total:
    return Total(
        event=addends[0].event,
        outcome=addends[0].outcome,
        range=sum_of(figure.range for figure in addends),
        number=sum(map(number_of, addends)),
        basis=Basis.SUM_OF_PARTS,
    )


def _stated(figure: Figure) -> Total:
    return Total(figure.event, figure.outcome, figure.range, number_of(figure), Basis.STATED)


def _choose(item: LineItem) -> tuple[Figure, ...]:
    """The statement of a line item that counts: one figure, or those that a sentence adds up.

    The article's own words before a source's where sources dispute; else a source that knows more
    is the article's own witness ("more than 20" in a headline, 22 by the police).
    """
    disputed = is_disputed(item.figures)
    statements = _statements(item.figures)
    ranges = [sum_of(figure.range for figure in statement) for statement in statements]
    stated = Counter(ranges)

    def rank(place: int) -> tuple[bool, int, bool, int, bool, int, int]:
        figure, *others = statements[place]
        precision = _PRECISION.get(figure.qualifier, 1)
        is_quoted = figure.source is not None
        aside = figure.passage in (Kind.HEADLINE, Kind.CAPTION)  # apt to be left behind
        return (
            disputed and is_quoted,
            precision,
            is_quoted,
            -stated[ranges[place]],
            aside,
            len(others),
            -place,
        )

    return statements[min(range(len(statements)), key=rank)]


def _statements(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """The figures, with those put together that one sentence counts side by side.

    "Two died at once and one in hospital" states three.
    """
    statements: list[tuple[Figure, ...]] = []
    for figure in figures:
        last = statements[-1] if statements else ()
        if last and all(_are_side_by_side(other, figure) for other in last):
            statements[-1] = (*last, figure)
        else:
            statements.append((figure,))
    return statements


def _are_side_by_side(a: Figure, b: Figure) -> bool:
    """Whether two exact counts of one sentence count different people."""
    return (
        is_one_statement(a, b)
        and a.qualifier is b.qualifier is Qualifier.EXACT
        and a.range != b.range
    )


def _in_one_voice(items: Sequence[LineItem]) -> list[Figure]:
    """The chosen figure of each line item; where sources dispute, of one source alone."""
    chosen = [_choose(item)[0] for item in items]
    leading = [
        figure for figure, item in zip(chosen, items, strict=True) if is_disputed(item.figures)
    ]
    return [figure for figure in chosen if not leading or are_one_voice([leading[0], figure])]


def _told_in_body(counted: Sequence[Figure], items: Sequence[LineItem]) -> list[Figure]:
    """The figures without those of a headline that counts the same people by other nouns.

    "Mother, two children die" above "a woman and two of her children were killed" is three.
    """
    heading = [f for item in items for f in item.figures if f.passage is Kind.HEADLINE]
    body = [figure for figure in counted if figure.passage is not Kind.HEADLINE]
    told = {figure.population: number_of(figure) for figure in heading}
    is_same = bool(body) and sum(told.values()) == sum(map(number_of, body))
    return body if is_same else list(counted)


def _told_once(counted: Sequence[Figure], items: Sequence[LineItem]) -> list[Figure]:
    """The figures without those that other sentences count again by another noun.

    "A driver was killed" and, further down, "the crash killed a woman" is one.
    """
    told = {item.population: {figure.sentence for figure in item.figures} for item in items}
    kept: list[Figure] = []
    for figure in sorted(counted, key=lambda figure: (-number_of(figure), figure.start)):
        sentences = told.get(figure.population, set())
        apart = [other for other in kept if not sentences & told.get(other.population, set())]
        if not any(_names_again(figure, other) for other in apart):
            kept.append(figure)
    return sorted(kept, key=lambda figure: figure.start)


def _names_again(figure: Figure, other: Figure) -> bool:
    """Whether the one may count some of those whom the other, no smaller one counts."""
    nouns, numbers = {figure.population, other.population}, {number_of(figure), number_of(other)}
    male, female, personal, grown, small = _people()
    if (nouns & male and nouns & female) or (nouns & grown and nouns & small):
        return False
    return figure.population in personal or (len(numbers) == 1 and not nouns.isdisjoint(personal))


@cache
def _people() -> tuple[frozenset[str], ...]:
    """Nouns for men, for women, for either by age or sex, for the grown and for the small.

    Children are told apart, in news: they are none of the third.
    """
    lists = lexicon.load("reconciliation")
    male, female, either, grown, small = (
        frozenset(lists[name]) for name in ("male", "female", "either", "grown", "small")
    )
    return male, female, (male | female | either) - small, grown, small


def _others(incident: Incident, outcome: Outcome, items: Sequence[LineItem]) -> list[Figure]:
    """Increments that add to the nouns counted: "killing a reporter and at least five others"."""
    once: dict[Range, Figure] = {}
    for figure in incident.of(outcome, Scope.ADDITIONAL):
        if items and _OTHERS.search(figure.text):
            once.setdefault(figure.range, figure)
    return list(once.values())


def _increments(incident: Incident, counted: Sequence[Figure]) -> list[Figure]:
    """Those who come on top right behind the count: "Eight were hurt. Two more were hurt in town".

    Further down, or behind a list of some of them, the count may be one that takes them in; so it
    is where the toll has a history ("rose to 26 after three more died").
    """
    if not counted or incident.of(counted[0].outcome, Scope.PREVIOUS):
        return []
    last = max(counted, key=lambda figure: figure.start)
    once: dict[str, Figure] = {}
    for figure in incident.figures:
        is_behind = figure.outcome is last.outcome and figure.start > last.start
        if is_behind and not _adds(last, figure):
            break
        if is_behind:
            once.setdefault(figure.text.lower(), figure)
    return list(once.values())


def _adds(counted: Figure, figure: Figure) -> bool:
    """Whether a figure adds people in the same breath as the count, in a clause of its own."""
    before = figure.head
    is_apart = not before or not _OTHERS.search(figure.text)
    is_own = figure.sentence != counted.sentence or _JOINED.search(before) is not None
    return (
        figure.scope is Scope.ADDITIONAL
        and figure.paragraph == counted.paragraph
        and figure.population != ATTACKER
        and figure.qualifier is not Qualifier.NONE
        and is_apart
        and is_own
    )


def _known_in_part(incident: Incident, total: Figure) -> list[Figure]:
    """Parts that make more than a vague total does: "dozens", of whom 90 in one hospital."""
    if total.qualifier is not Qualifier.VAGUE:
        return []
    parts = _parts(incident, total.outcome)
    sentences = {part.sentence for part in parts}
    parts += [
        figure
        for figure in incident.of(total.outcome, Scope.ADDITIONAL)
        if figure.sentence in sentences
    ]
    known = sum_of(part.range for part in parts)
    return parts if known.low > total.range.low and known.low in total.range else []


def _parts(incident: Incident, outcome: Outcome) -> list[Figure]:
    """The longest list of parts, else the largest part."""
    lists = [breakdown.parts for breakdown in incident.breakdowns if breakdown.outcome is outcome]
    if lists:
        return list(max(lists, key=lambda parts: sum_of(part.range for part in parts).low))
    parts = incident.of(outcome, Scope.PART)
    return [max(parts, key=lambda part: part.range.low)] if parts else []


def _last_resort(incident: Incident, outcome: Outcome) -> list[Figure]:
    """A superseded figure, or the attackers, where the text counts nothing else."""
    figures = [figure for figure in incident.figures if figure.outcome is outcome]
    previous = [figure for figure in figures if figure.population != ATTACKER]
    return (previous or figures)[-1:]
