"""From what breaks a rule to one finding: who leads it, what it says, where to look first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from casualties.model import (
    Figure,
    Finding,
    Kind,
    LineItem,
    Outcome,
    Qualifier,
    Scope,
    Severity,
    Verdict,
)
from casualties.ranges import Range
from casualties.reconciler.disagreements import bounds_conflict, disagree
from casualties.reconciler.incidents import Incident
from casualties.reconciler.outsiders import is_own_claim
from casualties.reconciler.pairs import is_disputed, is_taken_up
from casualties.reconciler.part_items import find_part_items, find_step_items
from casualties.reconciler.rules import LINE_ITEM_RULES, SUM_RULES
from casualties.reconciler.rules.conflicting_bounds import conflicting_bounds
from casualties.reconciler.rules.contradictory_figures import contradictory_figures
from casualties.reconciler.rules.disputed_figure import disputed_figure
from casualties.reconciler.rules.rule import Breach, LineItemRule, SumRule
from casualties.reconciler.voices import are_one_voice, is_same_source
from casualties.reconciler.wording import COUNTED, PLACES, describe, quoted, times

__all__ = ["find_findings"]

_STALE_FIRST = (Kind.CAPTION, Kind.HEADLINE, Kind.LIST, Kind.TABLE)
"""Where a number is most easily left behind when the body is brought up to date."""

_Wording: TypeAlias = tuple[Range, Qualifier]


def _wording(figure: Figure) -> _Wording:
    """What figures that agree have in common, whoever is quoted for them."""
    return figure.range, figure.qualifier


def find_findings(
    line_items: Sequence[LineItem], incidents: Sequence[Incident]
) -> tuple[Finding, ...]:
    """All that breaks a rule; a figure that leads an error leads no warning."""
    sums = [finding for incident in incidents for finding in _of_incident(incident)]
    errors = [each for each in sums if each.severity is Severity.ERROR]
    errors += _of_line_items(line_items, Severity.ERROR, leading=frozenset())
    errors += _of_parts(incidents)
    errors += _of_references(incidents, errors)
    leading = frozenset(error.figures[0].id for error in errors)
    warnings = [
        each
        for each in sums
        if each.severity is Severity.WARNING and each.figures[0].id not in leading
    ]
    warnings += _of_line_items(line_items, Severity.WARNING, leading)
    return (*errors, *warnings)


def _of_line_items(
    line_items: Sequence[LineItem], severity: Severity, leading: frozenset[str]
) -> list[Finding]:
    """The findings of one severity, led by none of the figures that lead already."""
    found = (
        _finding_of_pairs(rule, item, pairs, _with_repeats(leading, item))
        for item in line_items
        if len(item.figures) > 1
        for rule in LINE_ITEM_RULES
        if rule.severity is severity and (pairs := list(rule.find(item)))
    )
    return [finding for finding in found if finding]


def _of_parts(incidents: Sequence[Incident]) -> Iterator[Finding]:
    """One kind of victims, or one increase, that is told with two numbers: nine, and then eight."""
    items = ((*find_part_items(each), *find_step_items(each)) for each in incidents)
    for item in chain.from_iterable(items):
        pairs = list(contradictory_figures.find(item))
        finding = _finding_of_pairs(contradictory_figures, item, pairs, frozenset())
        if finding is not None:
            yield finding


def _of_references(incidents: Sequence[Incident], errors: Sequence[Finding]) -> Iterator[Finding]:
    """Those who are taken up by another number, which no error tells of: "those 36", of 38."""
    told = [{figure.id for figure in error.figures} for error in errors]
    figures = {figure.id: figure for incident in incidents for figure in incident.figures}
    for figure in figures.values():
        antecedent = figures.get(figure.takes_up or "")
        if antecedent is None or any({figure.id, antecedent.id} <= ids for ids in told):
            continue
        item = LineItem(
            event=antecedent.event,
            outcome=antecedent.outcome,
            population=antecedent.population,
            range=None,
            verdict=Verdict.CONSISTENT,
            figures=(antecedent, figure),
        )
        if disagree(antecedent, figure):
            is_bound = bounds_conflict(antecedent, figure)
            rule = conflicting_bounds if is_bound else contradictory_figures
            finding = _finding_of_pairs(rule, item, [(antecedent, figure)], frozenset())
            if finding is not None:
                yield finding


def _with_repeats(leading: frozenset[str], item: LineItem) -> frozenset[str]:
    """The figures that lead already, and the places of the line item that state the same."""
    stated = {_wording(figure) for figure in item.figures if figure.id in leading}
    return leading | {figure.id for figure in item.figures if _wording(figure) in stated}


def _finding_of_pairs(
    rule: LineItemRule,
    item: LineItem,
    pairs: Sequence[tuple[Figure, Figure]],
    leading: frozenset[str],
) -> Finding | None:
    """One finding of all the pairs of a line item, led by the odd one out."""
    # Wordings by numbers: the pairs may be thousands, and ranges are slow to look up.
    numbers: dict[_Wording, int] = {}
    wording = {f.id: numbers.setdefault(_wording(f), len(numbers)) for f in item.figures}
    places = Counter(wording.values())
    against: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        against[wording[a.id]].add(wording[b.id])
        against[wording[b.id]].add(wording[a.id])
    involved = [figure for figure in item.figures if wording[figure.id] in against]
    suspects = [a for a, _ in pairs] if rule.is_ordered else involved
    suspects = [figure for figure in suspects if figure.id not in leading]
    if not suspects:
        return None
    contradicting = {each: sum(map(places.__getitem__, others)) for each, others in against.items()}
    alike = Counter(figure.range.low for figure in item.figures)
    odd = min(
        suspects,
        key=lambda f: (-contradicting[wording[f.id]], _staleness(f), alike[f.range.low], f.start),
    )
    if rule.is_ordered:
        beside = {wording[figure.id] for figure in suspects}
    else:
        # Whatever agrees with the odd one stands on its side.
        beside = against.keys() - against[wording[odd.id]]
    odd_ones = [odd, *(f for f in involved if wording[f.id] in beside and f.id != odd.id)]
    rest = [figure for figure in involved if wording[figure.id] not in beside]
    return _finding(rule, odd_ones, rest)


def _of_incident(incident: Incident) -> Iterator[Finding]:
    for rule in SUM_RULES:
        for breach in rule.find(incident):
            leading, rest = breach.figures[: breach.leads], breach.figures[breach.leads :]
            if _is_one_voice(breach, incident):
                yield _finding(rule, leading, rest, breach.working)
            elif all(figure.scope is not Scope.PREVIOUS for figure in rest):
                # Nobody disputes a superseded figure.
                yield _finding(disputed_figure, leading, rest)


def _finding(
    rule: SumRule | LineItemRule,
    leading: Sequence[Figure],
    rest: Sequence[Figure],
    working: str = "",
) -> Finding:
    """The finding of a rule, led by the figures to look at."""
    figures = (*leading, *rest)
    with_source = rule is disputed_figure
    message = rule.message.format(
        describe(leading, figures, with_source=with_source),
        describe(rest, figures, with_source=with_source),
        counted=COUNTED[leading[0].outcome],
        working=working,
    )
    words = quoted(leading[0]), quoted(rest[0])
    if rule.look is None or _is_outnumbered_part(leading, rest):
        look = _look(leading, rest)
    else:
        look = rule.look.format(*words)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=message,
        suggestion=f"{look} {rule.advice.format(*words)}".strip(),
        figures=figures,
    )


def _is_one_voice(breach: Breach, incident: Incident) -> bool:
    """Whether one source, or the article with one source, answers for all the figures of a sum.

    The article's own figures answer for no source of a dispute that they belong to.
    """
    leading, rest = breach.figures[: breach.leads], breach.figures[breach.leads :]
    if len({figure.source for figure in breach.figures}) == 1:
        return True
    claimed = [f.source for f in leading if f.source and is_own_claim(f.source, f.sentence)]
    if claimed:
        return any(is_same_source(f.source, claimed[0]) for f in rest if f.source)
    if all(figure.source for figure in rest) and any(
        figure.source and are_one_voice((figure, *rest)) for figure in leading
    ):
        return True  # one source twice, whoever else agrees or disagrees with it
    held = {figure.id for figure in breach.figures}
    disputed = any(
        is_disputed(item.figures)
        for item in incident.line_items
        if not held.isdisjoint(figure.id for figure in item.figures)
    )
    told = [f for f in breach.figures if not (f.scope is Scope.PART and is_taken_up(f))]
    return not disputed and (are_one_voice(told) or _is_said_of_all(breach))


def _is_said_of_all(breach: Breach) -> bool:
    """Whether one of several sources that agree gives all of it, and so does whoever leads it.

    The article's own figure stands against each of them; a source's stands against its own.
    """
    leading, rest = breach.figures[: breach.leads], breach.figures[breach.leads :]
    told: dict[tuple[Outcome, Scope], list[Figure]] = defaultdict(list)
    for figure in rest:
        told[figure.outcome, figure.scope].append(figure)
    if any(len(set(map(_wording, figures))) > 1 for figures in told.values()):
        return False
    whose = {figure.source for figure in leading}
    if whose == {None}:
        return any(
            all(
                any(is_same_source(f.source or source, source) for f in each)
                for each in told.values()
            )
            for source in dict.fromkeys(figure.source for figure in rest if figure.source)
        )
    return len(whose) == 1 and all(any(f.source in whose for f in each) for each in told.values())


def _staleness(figure: Figure) -> int:
    """Less for what is more easily left behind: a caption before the body, a correction last."""
    if figure.passage in _STALE_FIRST:
        return _STALE_FIRST.index(figure.passage)
    return len(_STALE_FIRST) + (figure.passage is Kind.CORRECTION)


def _look(odd_ones: Sequence[Figure], rest: Sequence[Figure]) -> str:
    """Which figure to look at first, and why it is the one most likely left behind."""
    odd = odd_ones[0]
    reasons = []
    if any(figure.passage is Kind.CORRECTION for figure in rest):
        reasons.append("the correction says otherwise")
    elif _is_aside(odd_ones, rest):
        reasons.append(f"{PLACES[odd.passage]} disagrees with {PLACES[rest[0].passage]}")
    alike, others = _repeats(odd, odd_ones), _most_repeats(rest)
    if alike < others:
        reasons.append(f"it is stated {times(alike)} against {times(others)}")
    if not reasons and odd.start < min(figure.start for figure in rest):
        reasons.append("it comes first, and the copy may have been brought up to date further down")
    why = f": {', and '.join(reasons)}" if reasons else ""
    return f"Look first at {quoted(odd)}{why}."


def _is_aside(odd_ones: Sequence[Figure], rest: Sequence[Figure]) -> bool:
    """Whether a headline, a caption or a list stands alone against the others."""
    (kind, *kinds) = {figure.passage for figure in odd_ones}
    return not kinds and kind in _STALE_FIRST and all(f.passage is not kind for f in rest)


def _is_outnumbered_part(parts: Sequence[Figure], wholes: Sequence[Figure]) -> bool:
    """Whether the whole is stated more often than its part, so that it is hardly the stale one."""
    return parts[0].scope is Scope.PART and _repeats(parts[0], parts) < _most_repeats(wholes)


def _repeats(figure: Figure, among: Sequence[Figure]) -> int:
    """How many of the figures state what this one does."""
    return [_wording(other) for other in among].count(_wording(figure))


def _most_repeats(figures: Sequence[Figure]) -> int:
    """How many of the figures state what most of them do."""
    return max(Counter(map(_wording, figures)).values())
