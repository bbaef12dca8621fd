"""Who was hit where shots were told of before: "Five other people were hit, police said"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.tokens import find_words
from casualties.lexicon import load
from casualties.model import Outcome
from casualties.patterns import pattern

__all__ = ["add_hit"]

_INJURED = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.INJURED)
_HITS = frozenset(_INJURED["hits"])
_SHOTS = frozenset(_INJURED["shots"])
_WERE_HIT = pattern(r"Q[aHT]*B[aBT]*([vzw])(?=[.,;ac]|P[aDw]|$)")
_WITHIN = 700
"""Characters of a text before a sentence in which the shots are looked for."""


def add_hit(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Shots were fired at a bar. Five people were hit as well"."""
    if _HITS.isdisjoint(analysis.vocabulary):
        return
    for match in _WERE_HIT.finditer(analysis.codes):
        if not analysis.words_in(match.start(1)) <= _HITS:
            continue
        start = analysis.sentence.start
        before = discourse.text[max(0, start - _WITHIN) : start]
        if not _SHOTS.isdisjoint(find_words(before)):
            analysis.claim(match.start(), Outcome.INJURED, None, "hit")
