"""Parts that count one kind of victims among all of them, so that they can be held together.

"Nine children were among the dead", and later "the eight children who died": no line item has them,
since each is some of the people, but they are the same ones. So are those who lead to one toll:
"Toll hits 98 as four more die", and later "rose to 98 after five more victims died".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import regex

from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Kind, LineItem, Outcome, Qualifier, Scope, Verdict
from casualties.patterns import either, pattern
from casualties.ranges import Range
from casualties.reconciler.incidents import Incident
from casualties.reconciler.wording import is_definite, number_of

__all__ = ["find_part_items", "find_step_items"]

_EVERYBODY = pattern(either(load("reconciliation")["everybody"]), regex.IGNORECASE)
# "It killed everyone in the bus, including 11 children"
_EVERYONE = pattern(
    rf"{either(load('grammar')['everyone'])} (?:(?:in|on) it|aboard|on board),? "
    r"(?:including|among them) $",
    regex.IGNORECASE,
)
_PLACED = pattern(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|from|outside) (?:the )?[A-Z]")
_HARMED = pattern(r" (?:who |that )?(?:(?:were|was|had|have|been) )*(?:killed|died|dead|hurt)\b")
# "Four guards were among seven people killed"
_AMONG = pattern(r"\bamong(?:st)? (?:the )?$", regex.IGNORECASE)
# "The deaths of seven children have shocked the town"
_DEATHS_OF = pattern(r"\bthe deaths of $", regex.IGNORECASE)
# "Four children of one family were among the dead"
_OF_SOME = pattern(r" (?:of (?:one|an?|the same)|from|aged|under)\b", regex.IGNORECASE)
_OF_THEM = pattern(r"\bof (?:the|his|her|their|them|whom)\b|\bother\b", regex.IGNORECASE)
_SINCE = pattern(r"\bsince\b", regex.IGNORECASE)
_POSSESSIVES = ("'s ", "’s ", "his ", "her ", "their ")
_IS_NARROWED = pattern(r"(?:['’]s|\b(?:his|her|their|of)) $", regex.IGNORECASE)
_AGES_AND_SEXES = frozenset().union(
    *(load("reconciliation")[name] for name in ("male", "female", "either"))
)
_OF_EITHER_SEX = frozenset([PEOPLE, *load("reconciliation")["either"]]) - {"child"}
_NOUN = pattern(r"\s\w")  # not "so we now have 15"
_LEAST, _SLIP, _NEAR = 2, 2, 24


def find_part_items(incident: Incident) -> Iterator[LineItem]:
    """The kinds of victims that an event's figures count among all of them twice or more."""
    for outcome in Outcome:
        whole = incident.whole(outcome)
        if whole is None:
            continue
        stated = [figure for figure in incident.figures if figure.outcome is outcome]
        kinds: dict[str, list[Figure]] = defaultdict(list)
        others: dict[str, list[Figure]] = defaultdict(list)
        for figure, is_of_all in _parts(stated, whole):
            (kinds if is_of_all else others)[figure.population].append(figure)
        for figure in _making(incident, whole):
            if figure not in kinds[figure.population]:
                kinds[figure.population].append(figure)
        for population, of_all in kinds.items():
            parts = of_all + _slips(of_all, others[population])
            if len(parts) >= _LEAST:
                yield _item(incident, outcome, population, parts)


def _making(incident: Incident, whole: LineItem) -> Iterator[Figure]:
    """The kinds that make the whole together, and the counts of all that call them by one kind.

    As in "two girls and their teacher", of three who died, and then "the three girls"; but "one of
    the girls" and "the other two" are of one kind, and "a 16-year-old" may be a girl, too.
    """
    limit = incident.highest(whole)
    for breakdown in incident.breakdowns:
        kinds = [part.population for part in breakdown.parts]
        is_whole = breakdown.outcome is whole.outcome and breakdown.sum == Range(limit or 0, limit)
        is_of_one = any(map(_OF_THEM.search, (part.text for part in breakdown.parts)))
        is_of_one = is_of_one or not _OF_EITHER_SEX.isdisjoint(kinds)
        if is_whole and not is_of_one and len(set(kinds)) == len(kinds):
            named = [
                f
                for f in whole.figures
                if f.population in kinds and f.range.is_exact and _NOUN.search(f.text)
            ]
            for figure in (*breakdown.parts, *named) if named else ():
                if figure.population in _AGES_AND_SEXES:
                    yield figure


def find_step_items(incident: Incident) -> Iterator[LineItem]:
    """The increments that lead to one toll, where each sentence tells of one of both.

    What has happened "since Friday" need not be what has since Sunday.
    """
    for outcome in Outcome:
        told: dict[str, list[Figure]] = defaultdict(list)
        for figure in incident.figures:
            if figure.outcome is outcome and figure.scope in (Scope.ADDITIONAL, Scope.TOTAL):
                told[figure.sentence].append(figure)
        steps: dict[int, list[Figure]] = defaultdict(list)
        for sentence, figures in told.items():
            step = [each for each in figures if each.scope is Scope.ADDITIONAL]
            toll = [each for each in figures if each.scope is Scope.TOTAL]
            is_pair = (len(step), len(toll)) == (1, 1) and not _SINCE.search(sentence)
            if is_pair and {each.population for each in figures} == {PEOPLE}:
                steps[toll[0].range.low].append(step[0])
        for figures in steps.values():
            if len(figures) >= _LEAST:
                yield _item(incident, outcome, PEOPLE, figures)


def _item(
    incident: Incident, outcome: Outcome, population: str, figures: Iterable[Figure]
) -> LineItem:
    return LineItem(
        event=incident.event,
        outcome=outcome,
        population=population,
        range=None,
        verdict=Verdict.CONSISTENT,
        figures=tuple(figures),
    )


def _parts(stated: Iterable[Figure], whole: LineItem) -> Iterator[tuple[Figure, bool]]:
    """The counts of one kind of victims, and whether each is one of all of that kind.

    It is behind the count of everybody in its sentence ("17 people, four of them children"), or
    where the sentence names the dead or those who died.
    """
    everybody = {figure.id for figure in whole.figures}
    most = max(figure.range.low for figure in whole.figures)
    holding = {each.sentence for each in whole.figures if _AMONG.search(each.head)}
    before: Figure | None = None
    stated = tuple(stated)
    lead = next((each.sentence for each in stated if each.passage is Kind.PARAGRAPH), "")
    for figure in stated:
        if before is not None and before.sentence != figure.sentence:
            before = None
        if figure.id in everybody and 4 * figure.range.low < 3 * most:
            before = None  # "The second blast killed six, two of them officers", of nine
        elif figure.id in everybody or figure.population == PEOPLE:
            before = figure
        elif _is_count(figure):
            is_among = figure.sentence in holding or (
                # "Three paramedics were killed in Osk", below "Three paramedics die"
                before is None and figure.sentence == lead and not _OF_SOME.match(figure.tail)
            )
            yield figure, is_among or _is_of_all(figure, before, everybody)


def _slips(parts: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The definite counts of a kind that are slips for the one number told of all of that kind.

    As in "Nine people, seven of them children, died. ... The eight children were buried", where no
    other words tell of eight.
    """
    numbers = {number_of(part) for part in parts}
    told = numbers | {number_of(other) for other in others if not is_definite(other)}
    if len(numbers) != 1:
        return []
    (number,) = numbers
    return [
        other
        for other in others
        if is_definite(other)
        and other.range.is_exact
        and number_of(other) not in told
        and number > _LEAST
        and number < number_of(other) <= number + _SLIP  # fewer may be some of them
        and other.start > parts[0].start
        and not _IS_NARROWED.search(other.head[-_NEAR:])
        and not (_PLACED.search(other.tail[:_NEAR]) or _OF_SOME.match(other.tail))
    ]


def _is_count(figure: Figure) -> bool:
    is_of_victims = figure.scope in (Scope.PART, Scope.TOTAL)
    return is_of_victims and figure.qualifier is not Qualifier.NONE and (figure.number or 0) > 1


def _is_of_all(figure: Figure, before: Figure | None, everybody: set[str]) -> bool:
    if before is not None:
        return before.id in everybody
    if _EVERYONE.search(figure.head) is not None:
        return True
    if _PLACED.search(figure.head) or figure.head.endswith(_POSSESSIVES):
        return False  # "the nurse's two children"
    if _OF_SOME.match(figure.tail) or " of the dead " in figure.text:
        return False  # "named two of the dead children"
    if not is_definite(figure) and _DEATHS_OF.search(figure.head):
        return True
    if figure.passage is Kind.HEADLINE:
        return True  # "Seven children, two adults die in fire"
    is_told = is_definite(figure) and _HARMED.match(figure.tail) is not None
    return is_told or _EVERYBODY.search(figure.sentence) is not None
