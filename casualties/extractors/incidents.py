"""The incidents of other days, or one of several: when a clause says that its figures were."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from casualties.extractors.phrases import Phrases
from casualties.extractors.times import SLOTS
from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = [
    "MOMENTS",
    "WEEKEND",
    "find_days",
    "find_hour",
    "find_incident",
    "find_moment",
    "find_several",
    "goes_through_days",
]

_TIMES = load("times")
_DAY = Phrases(_TIMES["days"], SLOTS)
_RELATIVE = Phrases(_TIMES["relative"], SLOTS)
_HOUR = Phrases(_TIMES["hours"], SLOTS)
_ONE = Phrases(_TIMES["one_of_several"], SLOTS)
_SEVERAL = Phrases(_TIMES["several"], SLOTS)
WEEKEND = "weekend"
_OF_WEEKEND = frozenset(_TIMES["at_weekend"])
MOMENTS = _RELATIVE.needed | _DAY.needed
"""Words of which every moment that a clause may tell has one."""
_BOUNDS = frozenset(_TIMES["bounds"])
_FOUND = frozenset(load("sources")["finding"])  # "was found dead on Monday"
_TELLING = (frozenset(load("sources")["say"]) | frozenset(load("scopes")["old_nouns"])) - _FOUND
_ON_A_DAY = pattern(r"(?:(?<=^|[.!?]\s)On|(?<=,\s)on) (?:[A-Z]\w+ )?\d[^.,]{0,12}")
_ON = ("On ", ", on ", ",\non ")
_PARTS_OF_DAYS = frozenset({"hours", *_TIMES["daypart"]})
"""What "of" may follow in front of a day: "in the early hours of Thursday"."""
_LIMITS = frozenset({"by", "until", "since"})
_NO_DAY = frozenset({"on", "early", "late", "of"})
_REACH = 40


def find_several(words: list[str]) -> frozenset[str]:
    """How a headline or a lead sums up several incidents: "six killed in weekend shootings"."""
    return frozenset(_SEVERAL.texts(words))


def goes_through_days(texts: Iterable[str]) -> bool:
    """Whether sentences set incidents on several days: "On 9 May, a bomb ... On 11 May, ..."."""
    dated = (text for text in texts if any(on in text for on in _ON))
    opened = [match[0].lower().split() for text in dated for match in _ON_A_DAY.finditer(text)]
    return len(frozenset().union(*map(find_days, opened))) > 1


def find_days(words: list[str]) -> frozenset[str]:
    """The days that words name: "on 9 May", "early Sunday", or those of "the weekend"."""
    days = frozenset(
        " ".join(word for word in text.split() if word not in _NO_DAY) for text in _DAY.texts(words)
    )
    return days | _OF_WEEKEND if WEEKEND in words else days


def find_incident(words: list[str]) -> str | None:
    """How a sentence turns to one of several incidents: "In the deadliest attack, ..."."""
    return next(iter(_ONE.texts(words)), None)


def find_moment(clause: list[Token], here: int) -> str | None:
    """When the clause says that the figure at token ``here`` was: "On 9 May, gunmen killed six".

    What dates somebody's words, or a toll, or bounds a stretch of time, is no such moment: "police
    said on Friday", "the toll on Friday", "by Friday".
    """
    words = [token.text for token in clause]
    places = [*_RELATIVE.places(words), *_DAY.places(words)]
    return _moment(clause, here, places, _BOUNDS)


def find_hour(clause: list[Token], here: int) -> str | None:
    """The time of day at which the figure at token ``here`` was: "around midnight", "11 p.m."."""
    places = [(i, i + 1) for i, token in enumerate(clause) if token.kind == "clock"]
    places += _HOUR.places([token.text for token in clause])
    return _moment(clause, here, places, _LIMITS)


def _moment(
    clause: list[Token], here: int, places: Iterable[tuple[int, int]], bounds: AbstractSet[str]
) -> str | None:
    """The first of the times, from one token to another, that dates the figure."""
    for start, end in places:
        before = [token.text for token in clause[max(0, start - 2) : start]]
        is_bound = before[-1:] != [] and before[-1] in bounds and before[0] not in _PARTS_OF_DAYS
        if not is_bound and _is_moment(clause, here, start, end):
            return " ".join(token.text for token in clause[start:end])
    return None


def _is_moment(clause: list[Token], here: int, start: int, end: int) -> bool:
    """Whether the time from token ``start`` to ``end`` dates the figure, and nobody's words."""
    between = clause[end:here] if end <= here else clause[here:start]
    told = [*between, *clause[max(0, start - 2) : start]]
    if any(token.text in _TELLING for token in told):
        return False
    is_far = start - here > _REACH or any(token.kind == "mark" for token in between)
    return end <= here or not is_far
