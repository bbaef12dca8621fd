"""All that a text says of one event: what the rules of arithmetic look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field

from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Document, Figure, LineItem, Outcome, Scope
from casualties.patterns import either, pattern
from casualties.reconciler.breakdowns import Breakdown, find_breakdowns
from casualties.reconciler.pairs import is_disputed, is_mention
from casualties.reconciler.voices import is_same_source, is_same_voice
from casualties.records import dataclass, replace

__all__ = ["Incident", "find_incidents", "stands_apart"]


_THOSE = rf"those (?:who|{either(load('references')['harmed'])})"
_OF_THE_WHOLE = pattern(rf"\b(?:of (?:the|its|{_THOSE})|dead|victims)\b")
# "Of the injured, 52 are in hospital", "Of those injured, 52 are"
_OF_ALL = pattern(rf"of (?:the|{_THOSE})\b")
_REACH = 40


@dataclass(frozen=True, slots=True)
class Incident:
    """The figures of one event, of every scope, with its line items and lists of parts.

    ``item_of`` has the line item of a figure by its id, ``item_by`` that of the victims' line items
    which counts a population, by outcome and population: where a doubtful figure is apart, the one
    that allows most.
    """

    event: str
    figures: tuple[Figure, ...]
    line_items: tuple[LineItem, ...]
    breakdowns: tuple[Breakdown, ...]
    item_of: dict[str, LineItem] = field(init=False)
    item_by: dict[tuple[Outcome, str], LineItem] = field(init=False)
    _limits: dict[str, int | None] = field(init=False)
    _of: dict[tuple[Outcome, Scope], tuple[Figure, ...]] = field(init=False)
    _wholes: dict[Outcome, dict[str, LineItem]] = field(init=False)

    def __post_init__(self) -> None:
        """Look up once what is asked for every list of parts."""
        item_of = {figure.id: item for item in self.line_items for figure in item.figures}
        item_by: dict[tuple[Outcome, str], LineItem] = {}
        limits = {item.figures[0].id: _highest(item) for item in self.line_items}
        object.__setattr__(self, "item_of", item_of)
        object.__setattr__(self, "_limits", limits)
        for item in self.line_items:
            for population in dict.fromkeys(figure.population for figure in item.figures):
                known = item_by.get((item.outcome, population))
                is_most = known is None or _is_more(self.highest(item), self.highest(known))
                if is_most and item.population != ATTACKER:
                    item_by[item.outcome, population] = item
        object.__setattr__(self, "item_by", item_by)
        of: dict[tuple[Outcome, Scope], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.population != ATTACKER:
                of[figure.outcome, figure.scope].append(figure)
        object.__setattr__(self, "_of", {each: tuple(figures) for each, figures in of.items()})
        object.__setattr__(self, "_wholes", _find_wholes(self.figures, self.line_items))

    def highest(self, item: LineItem) -> int | None:
        """The highest number that a line item allows, None where nothing bounds it."""
        known = self.item_of[item.figures[0].id] is item
        return self._limits[item.figures[0].id] if known else _highest(item)

    def of(self, outcome: Outcome, scope: Scope) -> tuple[Figure, ...]:
        """The victims' figures of one outcome and one scope."""
        return self._of.get((outcome, scope), ())

    def whole(self, outcome: Outcome, population: str = PEOPLE) -> LineItem | None:
        """The line item that a part of this population is a part of, None where that is doubtful.

        The population's own total, else the generic one, else the only one there is.
        """
        wholes = self._wholes.get(outcome, {})
        for each in (population, PEOPLE):
            item = self.item_by.get((outcome, each))
            if item is not None and item.figures[0].id in wholes:
                return item
        victims = [item for item in wholes.values() if item.population != ATTACKER]
        return victims[0] if len(victims) == 1 else None

    def whole_of(self, breakdown: Breakdown) -> LineItem | None:
        """The line item that the parts of a list are parts of."""
        populations = {part.population for part in breakdown.parts}
        population = populations.pop() if len(populations) == 1 else PEOPLE
        item = self.whole(breakdown.outcome, population)
        is_among = item is not None and any(
            self.item_of.get(part.id) is item for part in breakdown.parts
        )
        return None if is_among or item is None else self._in_voice(item, breakdown)

    def head_of(self, breakdown: Breakdown) -> Figure | None:
        """The figure that a list breaks down, where that is not one of all: those of a place."""
        whole, head = self.whole_of(breakdown), breakdown.head
        return None if whole is not None and head in whole.figures else head

    def _in_voice(self, item: LineItem, breakdown: Breakdown) -> LineItem:
        """What the source of a list itself says of all, where others dispute that."""
        sources = {part.source for part in breakdown.parts}
        (source,) = sources if len(sources) == 1 else (None,)
        if source is None or not is_disputed(item.figures):
            return item
        own = tuple(f for f in item.figures if f.source and is_same_source(f.source, source))
        return replace(item, figures=own, range=None) if own else item


def _find_wholes(
    figures: Sequence[Figure], line_items: Sequence[LineItem]
) -> dict[Outcome, dict[str, LineItem]]:
    """The line items of each outcome that surely count all, or are the first told of it.

    By the ids of their first figures.
    """
    first: dict[Outcome, Figure] = {}
    for figure in figures:
        first.setdefault(figure.outcome, figure)
    wholes: dict[Outcome, dict[str, LineItem]] = defaultdict(dict)
    for item in line_items:
        is_sure = not all(figure.is_doubtful for figure in item.figures)
        is_first = any(figure is first[item.outcome] for figure in item.figures)
        if (is_sure or is_first) and not all(map(is_mention, item.figures)):
            wholes[item.outcome][item.figures[0].id] = item
    return wholes


def find_incidents(
    document: Document, figures: Sequence[Figure], line_items: Sequence[LineItem]
) -> tuple[Incident, ...]:
    """The events of a document, in the order in which the text comes to them."""
    of_event: dict[str, list[Figure]] = defaultdict(list)
    of_outcome: dict[tuple[str, Outcome], list[Figure]] = defaultdict(list)
    for figure in figures:
        of_event[figure.event].append(figure)
        of_outcome[figure.event, figure.outcome].append(figure)
    items: dict[str, list[LineItem]] = defaultdict(list)
    for item in line_items:
        items[item.event].append(item)
    breakdowns: dict[str, list[Breakdown]] = defaultdict(list)
    for (event, _), stated in of_outcome.items():
        breakdowns[event] += find_breakdowns(document, stated)
    return tuple(
        Incident(event, tuple(stated), tuple(items[event]), tuple(breakdowns[event]))
        for event, stated in of_event.items()
    )


def _is_more(most: int | None, others: int | None) -> bool:
    """Whether the highest number of a line item leaves room for more people than another one."""
    return others is not None and (most is None or most > others)


def stands_apart(part: Figure, whole: LineItem) -> bool:
    """Whether a part may be one of other people: it is doubtful, and says not of whom it is a part.

    As in "From Friday to Monday 34 people were shot, six of them fatally", not "six of the dead".
    """
    if not any(is_same_voice(part, figure) for figure in whole.figures):
        return False  # a dispute
    is_told = any(figure.sentence == part.sentence for figure in whole.figures)
    words = part.text + part.tail
    is_topic = _OF_ALL.match(part.sentence.lower()) is not None
    is_named = is_topic or _OF_THE_WHOLE.search(words.lower(), 0, _REACH) is not None
    return part.is_doubtful and not is_told and not is_named


def _highest(item: LineItem) -> int | None:
    """The highest number that a line item allows, None where nothing bounds it.

    Where its figures contradict each other, the highest of any of them. "No one died" bounds
    nothing: it is mostly said of one place, or one moment.
    """
    if item.range is not None:
        return item.range.high or None
    highs = [figure.range.high for figure in item.figures if figure.range.high is not None]
    return max(highs) if len(highs) == len(item.figures) else None
