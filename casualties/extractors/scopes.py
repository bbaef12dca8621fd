"""Whether a figure is a total, a part, an increment, or superseded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casualties.extractors.tokens import Token
from casualties.model import ATTACKER, PEOPLE, Figure, Qualifier, Scope

__all__ = ["is_superseded", "settle_scopes"]

# Those who fight are not among the victims whom a generic total counts.
_COMBATANTS = frozenset({"fighter", "militant", "rebel", "insurgent", "guerrilla"})

_OLD_ADJECTIVES = frozenset({"earlier", "previous", "initial", "preliminary", "original", "first"})
_OLD_NOUNS = frozenset(
    "toll tolls figure figures count counts report reports statement statements version estimate estimates number numbers tally death announcement accounts account".split()
)
_OLD_ADVERBS = frozenset({"previously", "initially", "originally"})
_OLD_PHRASES = (
    "had stood at",
    "at first",
    "until then",
    "had been put at",
    "had said",
    "had spoken of",
    "had put",
    "had reported",
    "had announced",
    "was put at first",
)


def is_superseded(tokens: list[Token], at: int) -> bool:
    """Whether the words before token ``at`` say that the number is an older one."""
    start = max((i + 1 for i in range(at) if tokens[i].text == ";"), default=0)
    words = [token.text for token in tokens[start:at]]
    for position, word in enumerate(words):
        if word in _OLD_ADJECTIVES and _OLD_NOUNS & set(words[position + 1 : position + 4]):
            return True
        if word == "previous" and position == len(words) - 1:
            return True
        if word in _OLD_ADVERBS and words[position + 1 : position + 2] != ["unknown"]:
            return True
    text = " ".join(words)
    return any(phrase in text for phrase in _OLD_PHRASES)


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
        if not generic or figure.population in _COMBATANTS:
            continue
        if any(figure.range.overlaps(other.range) for other in generic):
            continue
        if all(figure.range.low < other.range.low for other in generic):
            settled[i] = replace(figure, scope=Scope.PART)
    return settled
