"""Doubtful counts that are told far below the lead as if nobody knew of them.

"Two people were killed when a lorry skidded in Tarn", ten paragraphs down: who writes so has in
mind another day or another place, or some of all. Whoever means those of the lead says "the two",
or "the lorry", or calls the number a toll, tells how things stand now, or gives it beside another
known one.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import regex

from casualties.extractors.elsewhere import REFERENCE
from casualties.lexicon import load
from casualties.model import Figure, Kind, Outcome
from casualties.patterns import either, pattern

__all__ = ["find_introduced", "is_aside"]

_WORDS = load("doubts")
# "any of the two", "two of them"
_OF_THEM = pattern(r"\bof (?:the|them)\b", regex.IGNORECASE)
# "12 people, two of them children, have died", "The flood has by now killed 12"
_NOW = pattern(rf"(?:[ ,]+[\w-]+){{0,3}}?[ ,]+{either(_WORDS['present'])}", regex.IGNORECASE)
_HAS_COST = pattern(
    rf"\b(?:has|have) (?:\w+ )?{either(load('events')['killing'])}[^.;]{{0,30}}$", regex.IGNORECASE
)
_OF_ALL = pattern(
    rf"{either(_WORDS['as_of_now'])}|\b(?:the|a) {either([*_WORDS['totals'], 'figure'])} of "
    rf"(?:the )?(?:{either(_WORDS['the_dead'])}|\d)",
    regex.IGNORECASE,
)
_BROUGHT_IN = pattern(r"\ban? ((?:[a-z-]+ ){0,2}[a-z-]+)")
_TAKEN_UP = pattern(r"\bthe ([a-z-]+)")


def find_introduced(text: str) -> frozenset[str]:
    """The nouns that a text brings in: "coach" in "An old coach left the road"."""
    return frozenset(word for match in _BROUGHT_IN.finditer(text) for word in match[1].split())


def is_aside(figure: Figure, known: Iterable[Figure], introduced: AbstractSet[str]) -> bool:
    """Whether a doubtful count of the body is told as one that no reader knows of.

    Not so where its sentence takes up something that the lead has ``introduced``: "when the coach
    left the road"; nor where it has also a count of another outcome that is among the ``known``:
    "said that 50 people had been killed in Velm and more than 450 hurt".
    """
    return (
        figure.passage is Kind.PARAGRAPH
        and figure.outcome is not Outcome.MISSING
        and not (REFERENCE.match(figure.text) or _OF_THEM.search(figure.text))
        and not _OF_ALL.search(figure.sentence)
        and not _NOW.match(figure.tail)
        and not _HAS_COST.search(figure.head)
        and introduced.isdisjoint(_TAKEN_UP.findall(figure.sentence.lower()))
        and all(other.outcome is figure.outcome for other in known)
    )
