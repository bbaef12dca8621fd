"""Whether a figure is a total, a part, an increment, or superseded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casualties.extractors.tokens import Token
from casualties.model import ATTACKER, PEOPLE, Figure, Qualifier, Scope

__all__ = ["is_superseded", "settle_scopes"]

_OLD = frozenset({"earlier", "previous", "previously", "initially", "originally", "initial", "preliminary", "formerly", "until"})
_AFTER_EARLIER = frozenset({"this", "in", "on", "today", "that", "than", "yesterday", "in"})
_STOOD = ("had stood at", "at first", "until then", "had been put at", "had said", "had spoken of", "had put")


def is_superseded(tokens: list[Token], at: int) -> bool:
    """Whether the words before token ``at`` say that the number is an older one."""
    for position in range(at):
        word = tokens[position].text
        if word in _OLD:
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if word == "until" and following != "then":
                continue
            if word in ("earlier", "previous", "previously") and following in _AFTER_EARLIER:
                continue
            if word == "previously" and tokens[position + 1 : position + 2] and following in ("unknown",):
                continue
            if any(t.text in (";",) for t in tokens[position:at]):
                continue
            return True
    words = " ".join(t.text for t in tokens[:at])
    return any(phrase in words for phrase in _STOOD)


def settle_scopes(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with the scopes that only the whole document shows.

    A specific population below a generic total of its event and outcome is a part of it; what adds
    to a figure of another outcome is a total of its own.
    """
    settled = list(figures)
    for i, figure in enumerate(settled):
        if figure.scope is not Scope.TOTAL or figure.population in (PEOPLE, ATTACKER):
            continue
        generic = [
            other
            for other in settled
            if other.event == figure.event
            and other.outcome is figure.outcome
            and other.population == PEOPLE
            and other.scope is Scope.TOTAL
            and other.qualifier is not Qualifier.NONE
        ]
        if not generic or any(figure.range.overlaps(other.range) for other in generic):
            continue
        if all(figure.range.low < other.range.low for other in generic):
            settled[i] = replace(figure, scope=Scope.PART)
    return settled
