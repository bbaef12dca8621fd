"""The incidents of other days, or one of several: when a clause says that its figures were."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from casualties.extractors.phrases import compile_phrases, spaced
from casualties.extractors.times import SLOTS
from casualties.extractors.tokens import Token
from casualties.lexicon import load

__all__ = ["find_days", "find_incident", "find_moment", "goes_through_days", "tells_of_several"]

_TIMES = load("times")
_DAY = compile_phrases(_TIMES["days"], SLOTS)
_RELATIVE = compile_phrases(_TIMES["relative"], SLOTS)
_ONE = compile_phrases(_TIMES["one_of_several"], SLOTS)
_SEVERAL = compile_phrases(_TIMES["several"], SLOTS)
_BOUNDS = frozenset(_TIMES["bounds"])
_FOUND = frozenset({"found", "finds"})  # "was found dead on Monday"
_TELLING = (frozenset(load("sources")["say"]) | frozenset(load("scopes")["old_nouns"])) - _FOUND
_ON_A_DAY = regex.compile(r"(?:(?<=^|[.!?]\s)On|(?<=,\s)on) (?:[A-Z]\w+ )?\d[^.,]{0,12}")
_NO_DAY = frozenset({"on", "early", "late", "of"})
_REACH = 24


def tells_of_several(words: list[str]) -> bool:
    """Whether a headline or a lead sums up several incidents: "six killed in weekend shootings"."""
    return _SEVERAL.search(spaced(words)) is not None


def goes_through_days(texts: Iterable[str]) -> bool:
    """Whether sentences set incidents on several days: "On 9 May, a bomb ... On 11 May, ..."."""
    opened = [match[0].lower().split() for text in texts for match in _ON_A_DAY.finditer(text)]
    return len(frozenset().union(*map(find_days, opened))) > 1


def find_days(words: list[str]) -> frozenset[str]:
    """The days that words name: "on 9 May", "early Sunday"."""
    return frozenset(
        " ".join(word for word in match[0].split() if word not in _NO_DAY)
        for match in _DAY.finditer(spaced(words))
    )


def find_incident(words: list[str]) -> str | None:
    """How a sentence turns to one of several incidents: "In the deadliest attack, ..."."""
    match = _ONE.match(spaced(words))
    return match[0].rstrip() if match else None


def find_moment(clause: list[Token], here: int) -> str | None:
    """When the clause says that the figure at token ``here`` was: "On 9 May, gunmen killed six".

    What dates somebody's words, or a toll, or bounds a stretch of time, is no such moment: "police
    said on Friday", "the toll on Friday", "by Friday".
    """
    words = [token.text for token in clause]
    text = spaced(words)
    for pattern in (_RELATIVE, _DAY):
        for match in pattern.finditer(text):
            start, end = text.count(" ", 0, match.start()), text.count(" ", 0, match.end())
            is_bound = start > 0 and words[start - 1] in _BOUNDS
            between = words[end:here] if end <= here else words[here:start]
            if is_bound or not _TELLING.isdisjoint([*between, *words[max(0, start - 2) : start]]):
                continue
            is_behind = end > here
            if is_behind and (start - here > _REACH or _is_broken(clause[here:start])):
                continue
            return match[0].rstrip()
    return None


def _is_broken(between: list[Token]) -> bool:
    return any(token.kind == "mark" for token in between)
