"""People who are looked for, where some were told to be missing: "we are looking for 13 people"."""

from __future__ import annotations

from collections.abc import Collection

import regex

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.chunks import Chunk
from casualties.extractors.definites import ANYBODY
from casualties.extractors.tokens import text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern

__all__ = ["add_sought", "may_seek", "opens"]

_WORDS = load("references")
_WANTED = frozenset(_WORDS["wanted"])
_SEEKING = frozenset(tuple(phrase.split()) for phrase in _WORDS["seeking"])
_LENGTHS = sorted({len(phrase) for phrase in _SEEKING})
_LAST = frozenset(phrase[-1] for phrase in _SEEKING)
_RARE = frozenset(max(phrase, key=len) for phrase in _SEEKING)
_HOPES = frozenset(_WORDS["hopes"])
# "Hopes had all but faded by nightfall for 14 people", "there is little hope for the 14"
_HOPELESS = pattern(
    rf"\b{either(_WORDS['hopes'])}(?: \w+){{0,4}} {either(_WORDS['fading'])}(?: \w+){{0,4}} for$"
    rf"|\b{either(_WORDS['hardly_any'])} {either(_WORDS['hopes'])}(?: \w+){{0,3}} for$"
)
_CLAUSE = 14
_ANYBODY = frozenset({None, PEOPLE})
_LIVING = frozenset([*load("parts")["living"], *load("people")["attacker"]])
_TOP = 2
_MISSED = pattern(r"\b(?:missing|unaccounted|trapped)\b", regex.IGNORECASE)
_SKIPPED = frozenset({"the", "a", "all", "those", "these"})


def may_seek(words: Collection[str]) -> bool:
    """Whether a sentence of these words may tell of a search.

    >>> may_seek("they look for 13 people".split()), may_seek(["look"])
    (True, False)
    """
    if not _HOPES.isdisjoint(words):
        return True
    return not _RARE.isdisjoint(words) and any(map(frozenset(words).issuperset, _SEEKING))


def opens(analysis: Analysis) -> bool:
    """Whether a sentence that may tell of a search stands at the top, before the missing are told.

    As in the headline "Search for 12 sailors enters third day".
    """
    return analysis.sentence.passage.number <= _TOP and may_seek(analysis.vocabulary)


def add_sought(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence those whom rescuers look for."""
    is_told = Outcome.MISSING in discourse.outcomes
    if not (is_told or opens(analysis)) or not may_seek(analysis.vocabulary):
        return
    if not _WANTED.isdisjoint(analysis.texts) or not (is_told or _MISSED.search(discourse.text)):
        return
    kinds = {f.population for f in discourse.figures if f.outcome is Outcome.MISSING}
    for index, chunk in analysis.quantities:
        number = chunk.number
        if number is None or number.qualifier is Qualifier.NONE or chunk.code not in "NQ":
            continue
        is_of_kind = (
            chunk.population in kinds | _ANYBODY | ANYBODY if is_told else _is_missed(chunk)
        )
        is_near = number.value is None or discourse.is_near(Outcome.MISSING, number.value)
        if not is_of_kind or chunk.of is not None or not (is_near or not is_told):
            continue
        if number.word != "article" and _is_sought(analysis, index):
            if chunk.population in ANYBODY and len(kinds) == 1:
                chunk.population = next(iter(kinds))  # "the three men", who are fishermen
            analysis.claim(index, Outcome.MISSING, Scope.TOTAL, "sought")


def _is_missed(chunk: Chunk) -> bool:
    """Whether those looked for at the top of a text can be missing, and are no gunmen."""
    return chunk.population != ATTACKER and chunk.population not in _LIVING


def _is_sought(analysis: Analysis, index: int) -> bool:
    """Whether the words in front of a quantity say that its people are looked for."""
    first = analysis.chunks[index].first
    while text_at(analysis.tokens, first - 1) in _SKIPPED:
        first -= 1
    if _HOPELESS.search(" ".join(analysis.texts[max(0, first - _CLAUSE) : first])) is not None:
        return True
    if text_at(analysis.tokens, first - 1) not in _LAST:
        return False
    return any(tuple(analysis.texts[max(0, first - n) : first]) in _SEEKING for n in _LENGTHS)
