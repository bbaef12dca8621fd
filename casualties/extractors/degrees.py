"""How badly some were hurt: "19 were hurt, three seriously", "classed nine as slightly injured"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.chunks import THEM
from casualties.extractors.fates import is_hit
from casualties.lexicon import load
from casualties.model import Kind, Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_degrees"]

_WORDS = load("parts")
_DEGREES = frozenset(_WORDS["degrees"])
_FATAL = frozenset(_WORDS["fatal"])
# "Medics classed nine as seriously and 13 as slightly injured"
_CLASSED = pattern(r"([QN]Pa(?:(?:,c?|c)[QN]Pa)*)k")


def add_degrees(analysis: Analysis) -> None:
    """Add to the claims of a sentence the quantities that only a degree of harm is told of."""
    if not _DEGREES.isdisjoint(analysis.vocabulary):
        _add_graded(analysis)
    _add_classed(analysis)


def _add_graded(analysis: Analysis) -> None:
    """As in "19 were hurt, three seriously"."""
    for index, chunk in analysis.quantities:
        number = chunk.number
        if chunk.code not in "Nj" or number is None or index + 1 == len(analysis.chunks):
            continue
        degree = analysis.words_in(index + 1) & _DEGREES
        near = analysis.nearest(index)
        if not degree:
            continue
        if number.word == "nobody":
            chunk.of = None
            analysis.claims.pop(index, None)
            if degree & _FATAL:  # "none of them seriously" were hurt all the same
                analysis.claim(index, Outcome.KILLED, None, "degree")
        elif near is not None or chunk.of == THEM:
            told = near.outcome if near is not None else _told_of_many(analysis, index)
            if told is None:
                continue
            outcome = Outcome.KILLED if degree & _FATAL else told
            # "58 shot, 11 fatally": those are all the dead of a headline
            is_all = bool(degree & _FATAL) and analysis.kind is Kind.HEADLINE
            # "Nine were badly hurt and another 21 slightly"
            scope = Scope.ADDITIONAL if number.is_additional else Scope.PART
            scope_or_all = None if is_all else scope
            analysis.claim(index, outcome, scope_or_all, "degree")
            if degree & _FATAL:  # "poisoned 30, two of them fatally"
                analysis.claims[index].outcome = outcome
                _settle_shot(analysis, near)
            if number.word != "article":
                analysis.claims[index].scope = scope_or_all


def _settle_shot(analysis: Analysis, all_hit: Claim | None) -> None:
    """As in "shot 30, two of them fatally": the 30 are those killed and those injured."""
    if all_hit is not None and is_hit(analysis, all_hit):
        all_hit.outcome = Outcome.CASUALTIES


def _add_classed(analysis: Analysis) -> None:
    """As in "classed nine as seriously and 13 as slightly injured": each is some of the injured."""
    for match in _CLASSED.finditer(analysis.codes):
        places = range(*match.span(1))
        is_as = all(analysis.words_in(at) == {"as"} for at in places if analysis.codes[at] == "P")
        outcome = analysis.chunks[match.end(1)].outcome
        for index in places if is_as and outcome is Outcome.INJURED else ():
            if analysis.codes[index] in "QN":
                analysis.claim(index, Outcome.INJURED, Scope.PART, "classed")


def _told_of_many(analysis: Analysis, index: int) -> Outcome | None:
    """As in "Many were hurt, ten of them badly": what happened to those who were not counted."""
    if not analysis.is_first(index):
        return None
    harms = [chunk.outcome for chunk in analysis.chunks[:index] if chunk.code in "kKZ"]
    return harms[-1] if harms else None
