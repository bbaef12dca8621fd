"""Parts that count one kind of victims among all of them, so that they can be held together.

"Nine children were among the dead", and later "the eight children who died": no line item has them,
since each is some of the people, but they are the same ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import regex

from casualties import lexicon
from casualties.model import ATTACKER, PEOPLE, Figure, LineItem, Outcome, Qualifier, Scope, Verdict
from casualties.patterns import pattern
from casualties.reconciler.incidents import Incident

__all__ = ["find_part_items"]

_PLACED = pattern(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|from|outside) (?:the )?[A-Z]")
_REFERENCE = pattern(r"(?:the|all|those|these)\b", regex.IGNORECASE)
_HARMED = pattern(r" (?:who |that )?(?:(?:were|was|had|have|been) )*(?:killed|died|dead|hurt)\b")
_LEAST = 2


def find_part_items(incident: Incident) -> Iterator[LineItem]:
    """The kinds of victims that an event's figures count among all of them twice or more."""
    for outcome in Outcome:
        whole = incident.whole(outcome)
        if whole is None:
            continue
        stated = [figure for figure in incident.figures if figure.outcome is outcome]
        kinds: dict[str, list[Figure]] = defaultdict(list)
        for figure, is_of_all in _parts(stated, whole):
            if is_of_all:
                kinds[figure.population].append(figure)
        for population, parts in kinds.items():
            if len(parts) >= _LEAST:
                yield LineItem(
                    event=incident.event,
                    outcome=outcome,
                    population=population,
                    range=None,
                    verdict=Verdict.CONSISTENT,
                    figures=tuple(parts),
                )


def _parts(stated: Iterable[Figure], whole: LineItem) -> Iterator[tuple[Figure, bool]]:
    """The counts of one kind of victims, and whether each is one of all of that kind.

    It is behind the count of everybody in its sentence ("17 people, four of them children"), or
    where the sentence names the dead or those who died.
    """
    everybody = {figure.id for figure in whole.figures}
    before: Figure | None = None
    for figure in stated:
        if before is not None and before.sentence != figure.sentence:
            before = None
        if figure.id in everybody or figure.population == PEOPLE:
            before = figure
        elif _is_count(figure):
            yield figure, _is_of_all(figure, before, everybody)


def _is_count(figure: Figure) -> bool:
    is_of_victims = figure.population != ATTACKER and figure.scope in (Scope.PART, Scope.TOTAL)
    return is_of_victims and figure.qualifier is not Qualifier.NONE and (figure.number or 0) > 1


def _is_of_all(figure: Figure, before: Figure | None, everybody: set[str]) -> bool:
    if before is not None:
        return before.id in everybody
    place = figure.sentence.find(figure.text)
    head, tail = figure.sentence[: max(0, place)], figure.sentence[place + len(figure.text) :]
    if _PLACED.search(head):
        return False
    is_told = _REFERENCE.match(figure.text) is not None and _HARMED.match(tail) is not None
    return is_told or _everybody().search(figure.sentence) is not None


@cache
def _everybody() -> regex.Pattern[str]:
    phrases = map(regex.escape, lexicon.load("reconciliation")["everybody"])
    return pattern(rf"\b(?:{'|'.join(phrases)})\b", regex.IGNORECASE)
