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
_MOURNING = frozenset(_WORDS["funerals"])
_FUNERALS = _MOURNING - {"memory"}
_SERVICES = frozenset(_WORDS["services"])
_BURYING = frozenset(_WORDS["burying"])
_REMEMBERING = frozenset(_WORDS["remembering"])
_SOME = frozenset(_WORDS["some"])
_NAMING = frozenset(_WORDS["naming"])
_FAMILIES = frozenset(_WORDS["families"])
_DEFINITE = frozenset(load("grammar")["known"])
_HELD = frozenset("zBHPoafv")
"""The codes of what follows a funeral that is no part of another noun."""
_REACH = 8
# "Six victims of a helicopter crash in Osk have been named"
_NAMED = pattern(r"(Q)o(D?[wyX]{1,4})(?:[PpohfX][Dwy]{1,4}){0,3}[aHB]{0,4}([zkKw])(?=[.,;:Pp]|$)")
# "The bodies of the last three victims were recovered"
_SOME_OF = pattern(r"([mG])oD(w)([QN])")


def add_mourned(analysis: Analysis) -> None:
    """Add to the claims of a sentence those who are buried, and victims who are named."""
    vocabulary = analysis.vocabulary
    if not _MOURNING.isdisjoint(vocabulary):
        for index, chunk in analysis.quantities:
            if chunk.code == "Q" and _is_buried(analysis, chunk):
                _claim(analysis, index, chunk)
    if not _SOME.isdisjoint(vocabulary):
        _add_some(analysis)
    if "victims" in vocabulary:
        _add_victims(analysis)


def _add_some(analysis: Analysis) -> None:
    """As in "the bodies of the last three victims": they are some of the dead."""
    for match in _SOME_OF.finditer(analysis.codes):
        is_some = not _SOME.isdisjoint(analysis.words_in(match.start(2)))
        if is_some and analysis.chunks[match.start(1)].outcome is Outcome.KILLED:
            _claim(analysis, match.start(3), analysis.chunks[match.start(3)])


def _add_victims(analysis: Analysis) -> None:
    """As in "to bury 11 victims", "three victims of the coach crash have been identified"."""
    for index, chunk in analysis.quantities:
        verb = text_at(analysis.tokens, chunk.first - 1)
        is_buried = verb in _BURYING | _REMEMBERING
        if chunk.code == "Q" and is_buried and "victims" in analysis.words_in(index):
            _claim(analysis, index, chunk, is_all=verb in _REMEMBERING)
    if _NAMING.isdisjoint(analysis.vocabulary):
        return
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
        if tokens[at].kind in ("mark", "numeral") or tokens[at].text in ("of", "for"):
            return False
    return False


def _claim(analysis: Analysis, index: int, chunk: Chunk, *, is_all: bool = False) -> None:
    """Read them as killed: some of the dead, unless they are "the" or "all six victims"."""
    if chunk.number is None or chunk.of is not None or chunk.number.value == 0:
        return
    if {lemma(word) for word in analysis.words_in(index)} & {"victim"}:
        chunk.population = PEOPLE
    is_all = is_all or not _DEFINITE.isdisjoint(analysis.words_of(chunk.number))
    analysis.claim(index, Outcome.KILLED, None if is_all else Scope.PART, "mourned")
