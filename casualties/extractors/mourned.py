"""Those who are told to be dead by their funerals, or as the victims of what they were in."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.chunks import Chunk
from casualties.extractors.nouns import lemma
from casualties.extractors.tokens import text_at
from casualties.extractors.words import HAZARDS, code_of
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_mourned"]

_WORDS = load("parts")
_FUNERALS = frozenset(_WORDS["funerals"]) - {"memory"}
_SERVICES = frozenset(_WORDS["services"])
_BURYING = frozenset(_WORDS["burying"])
_NAMING = frozenset(_WORDS["naming"])
_FAMILIES = frozenset(_WORDS["families"])
_DEFINITE = frozenset(load("grammar")["known"])
_HELD = frozenset("zBHPoafv")
"""The codes of what follows a funeral that is no part of another noun."""
_REACH = 8
# "Six victims of a helicopter crash in Osk have been named"
_NAMED = pattern(r"(Q)o(D?[wyX]{1,4})(?:[PpohfX][Dwy]{1,4}){0,3}[aHB]{0,4}([zkKw])(?=[.,;:Pp]|$)")


def add_mourned(analysis: Analysis) -> None:
    """Add to the claims of a sentence those who are buried, and victims who are named."""
    if not (_FUNERALS | {"memory"}).isdisjoint(analysis.vocabulary):
        for index, chunk in analysis.quantities:
            if chunk.code == "Q" and _is_buried(analysis, chunk):
                _claim(analysis, index, chunk)
    if "victims" not in analysis.vocabulary:
        return
    for index, chunk in analysis.quantities:
        words = analysis.words_in(index)
        is_buried = text_at(analysis.tokens, chunk.first - 1) in _BURYING
        if chunk.code == "Q" and is_buried and "victims" in words:
            _claim(analysis, index, chunk)
    if not _NAMING.isdisjoint(analysis.vocabulary):
        for match in _NAMED.finditer(analysis.codes):
            index = match.start(1)
            events = {word for at in range(*match.span(2)) for word in analysis.words_in(at)}
            is_named = not _NAMING.isdisjoint(analysis.words_in(match.start(3)))
            is_victims = "victims" in analysis.words_in(index)
            if is_named and is_victims and not HAZARDS.isdisjoint(events):
                _claim(analysis, index, analysis.chunks[index])


def _is_buried(analysis: Analysis, chunk: Chunk) -> bool:
    """Whether it is "funerals of three boys", "in memory of six men", "burials began for two"."""
    tokens, link = analysis.tokens, chunk.first - 1
    if text_at(tokens, link) not in ("of", "for") or chunk.population in _FAMILIES:
        return False
    if analysis.texts[link - 2 : link + 1] == ["in", "memory", "of"]:
        return True
    for at in range(link - 1, max(-1, link - _REACH), -1):
        if tokens[at].text in _FUNERALS:
            behind = tokens[at + 1]
            return behind.text in _SERVICES or code_of(behind) in _HELD
        if tokens[at].kind in ("mark", "numeral"):
            return False
    return False


def _claim(analysis: Analysis, index: int, chunk: Chunk) -> None:
    """Read them as killed: some of the dead, unless they are "the" or "all six victims"."""
    if chunk.number is None or chunk.of is not None or chunk.number.value == 0:
        return
    if {lemma(word) for word in analysis.words_in(index)} & {"victim"}:
        chunk.population = PEOPLE
    is_all = not _DEFINITE.isdisjoint(analysis.words_of(chunk.number))
    analysis.claim(index, Outcome.KILLED, None if is_all else Scope.PART, "mourned")
