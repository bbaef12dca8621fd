"""Tolls that an ordinal has left behind: "Three killed" above "A fourth person has died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Kind, Outcome, Scope
from casualties.patterns import either, pattern
from casualties.reconciler.killers import names_killer
from casualties.reconciler.wording import number_of

__all__ = ["count_ordinals", "find_left_behind", "rank_of"]

_ORDINALS = {word: rank for rank, word in enumerate(load("quantities")["ordinals"], 2)}
_NTH = rf"(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,4}})(?:st|nd|rd|th))\b"
# "A fourth person", "the 16th victim", "Sixth pupil dies"
_RANK = pattern(rf"(?:an?\s+|the\s+)?{_NTH}", regex.IGNORECASE)
_ORDINAL = pattern(rf"\b{_NTH}", regex.IGNORECASE)
# "a third person to die on the road this year"
_OVER_TIME = pattern(
    rf"\b(?:this|as many|in (?:a|{'|'.join(load('times')['few'])}))"
    rf" (?:{'|'.join(load('times')['span'])})\b",
    regex.IGNORECASE,
)
# "The accident, which killed five pupils, is the worst since 1997"
_THE_EVENT = pattern(
    rf"\W*(?:the|this)(?: \w+)? {either(sorted(load('events')['nouns']))},?"
    r" (?:which|that|in which)(?: has| had)?(?: \w+)? ?$",
    regex.IGNORECASE,
)
_RANKED = pattern(
    r"[^.;]{0,40}\b(?:is|was|makes|made|became)\b[^.;]{0,30}"
    rf"\b{either(load('times')['gravest'])}\b",
    regex.IGNORECASE,
)
# ... and no other death: "A fourth person died in floods in Lund", "... of a heart attack"
_HAS_DIED = pattern(
    r"(?: [\w'’-]+){0,6}? (?:(?:has|have)(?: now| also)? died|dies)\b(?! of a | while | last )"
    r"|(?: [\w'’-]+){0,3}? died (?:in|at) (?:the |a )?(?:\w+ )?hospital\b"
    r"|(?: [\w'’-]+){0,3}? died of (?:his|her|their) ",
    regex.IGNORECASE,
)
_AT_FIRST = pattern(either(load("reconciliation")["at_first"]), regex.IGNORECASE)
_FEARED = pattern(either(load("scopes")["feared"]), regex.IGNORECASE)
_SLIP = 2


def find_left_behind(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, int]]:
    """A toll, the figure of one more victim whose ordinal is above it, and how many that makes.

    The toll is a headline's above a lead that has the ordinal as its news, or one by which the text
    ranks its event. Other tolls below an ordinal may be those of before.
    """
    dead = [figure for figure in figures if figure.outcome is Outcome.KILLED]
    step = next((figure for figure in dead if rank_of(figure) > 0), None)
    if step is None or any(tells.search(step.sentence) for tells in (_OVER_TIME, _FEARED)):
        return
    if not _HAS_DIED.match(step.tail):
        return
    if names_killer(step.sentence):
        return
    rank = rank_of(step)
    for toll in dead:
        is_near = toll.range.is_exact and rank - _SLIP <= number_of(toll) < rank
        if is_near and _is_of_all(toll, step, dead):
            yield toll, step, rank


def count_ordinals(text: str) -> int:
    """How many ordinals a text has."""
    return len(_ORDINAL.findall(text))


def rank_of(figure: Figure) -> int:
    """How many have died with the one whom an ordinal tells of, 0 where none does."""
    match = _RANK.match(figure.text) if figure.number == 1 else None
    if match is None or figure.scope is Scope.PREVIOUS:
        return 0
    return int(match["digits"] or _ORDINALS[match["word"].lower()])


def _is_of_all(toll: Figure, step: Figure, dead: Sequence[Figure]) -> bool:
    """Whether a toll is told of all the dead of whom the ordinal tells."""
    if toll.population != step.population:
        return False
    if toll.passage is Kind.HEADLINE:
        below = next((f for f in dead if f.passage is not Kind.HEADLINE), None)
        beside = [f for f in dead if f.passage is Kind.HEADLINE]
        is_alone = toll.scope is Scope.TOTAL and len(beside) == 1
        return is_alone and below is step and not names_killer(toll.sentence)
    is_behind = toll.start > step.start and toll.sentence != step.sentence
    is_total = toll.scope is Scope.TOTAL or step.population != PEOPLE
    ranked = _THE_EVENT.match(toll.head) and _RANKED.match(toll.tail)
    is_ranked = ranked and not _AT_FIRST.search(toll.tail)
    return is_behind and is_total and bool(is_ranked)
