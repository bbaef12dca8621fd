"""Counts of the document's own dead that have the number of the hurt, or of an older event's dead.

As in "a wedding with 26 dead", where three died and 26 were hurt; "the 13 killed on Friday", where
two died on Friday, and 13 in a crash years before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from casualties.extractors.novelty import find_stems
from casualties.extractors.times import EVENT_NOUNS
from casualties.lexicon import load
from casualties.model import MAIN, Doubt, Figure, Kind, Outcome, Passage, Scope
from casualties.patterns import either, pattern
from casualties.records import replace

__all__ = ["settle_mixtures"]

_WEEK = 7
_DAY = rf"(?P<day>{'|'.join(load('events')['days'][:_WEEK])})"
_NOUN = rf"(?P<noun>{either(sorted(EVENT_NOUNS))})"
_DAYS_EVENT = pattern(rf"\b{_DAY}['’]s (?:[\w-]+ )?{_NOUN}", regex.IGNORECASE)
# "Wednesday's collapse, with its 22 deaths", "Monday's fire, which killed 17"
_OF_THE_DAY = pattern(
    rf"{_DAYS_EVENT.pattern}"
    r"(?:,? with(?: its| the)?|,? (?:which|that)(?: has| had)? \w+|,? in which|['’]s) ?$",
    regex.IGNORECASE,
)
# "the 13 killed on Friday", "the 31 deaths in Tuesday's crash"
_HARMED = "|".join(load("references")["harmed"])
_ON_THE_DAY = pattern(
    rf"(?: (?:who|were|had|have|lost|their|victims|{_HARMED}))*"
    rf" (?:on {_DAY}(?=[.,;]|$| will\b| were\b| had\b)"
    rf"|(?:in|of|by|from) {_DAYS_EVENT.pattern})",
    regex.IGNORECASE,
)
# "Now we have a wedding with 26 dead", "There are 60 dead"
_NOW = pattern(
    r"\b(?:now|we|there|this|it)(?: have| are| is|['’]ve)\b[^.;,]{0,30}$", regex.IGNORECASE
)
_PLAINLY = pattern(r" (?:dead|deaths)\b(?! (?:in|on|at|near|there|from|this)\b)")
_OLDER = pattern(
    either([*load("doubts")["times"], *load("reconciliation")["first_accounts"], "until", "not"]),
    regex.IGNORECASE,
)
_ANY_EVENT = find_stems([*load("doubts")["any_event"], *load("doubts")["what_happened"]])
_FEW = 4


def settle_mixtures(figures: Sequence[Figure], passages: Sequence[Passage]) -> list[Figure]:
    """The figures, those of a mixed up number with the toll that they should have given."""
    numbered = {passage.number: passage.text for passage in passages}
    settled = list(figures)
    for i, figure in enumerate(figures):
        if figure.outcome is not Outcome.KILLED or figure.passage is not Kind.PARAGRAPH:
            continue
        if (figure.number or 0) <= _FEW or not figure.range.is_exact:
            continue
        told = settled[:i]
        tolls = _tolls(figure, told)
        if tolls and (
            _is_of_older_event(figure, tolls, told, numbered) or _is_of_hurt(figure, told)
        ):
            settled[i] = replace(
                figure,
                event=MAIN,
                scope=Scope.TOTAL,
                doubt=Doubt.SOME,
                takes_up=tolls[0].id,
                taken_from=tolls[0].voice,
            )
    return settled


def _tolls(figure: Figure, told: Sequence[Figure]) -> Sequence[Figure]:
    """The tolls of the document's own event, if they are one number alone, and another one."""
    own = [f for f in told if f.outcome is Outcome.KILLED and f.event == MAIN]
    tolls = [f for f in own if f.scope is Scope.TOTAL and f.doubt is None]
    is_one = len({toll.range for toll in tolls}) == 1 and tolls[0].range.is_exact
    if not is_one or any(figure.number == f.number for f in own):
        return ()
    return () if any(toll.sentence == figure.sentence for toll in tolls) else tolls


def _is_of_older_event(
    figure: Figure,
    tolls: Sequence[Figure],
    told: Sequence[Figure],
    passages: Mapping[int, str],
) -> bool:
    """Whether its words date it as the tolls are, and the number was told of another event.

    Which was on no such day, so that it is not that one's.
    """
    same = [f for f in told if (f.number, f.outcome) == (figure.number, Outcome.KILLED)]
    if not same or any(f.event == MAIN or f.sentence == figure.sentence for f in same):
        return False
    named = _OF_THE_DAY.search(figure.head) or _ON_THE_DAY.match(figure.tail)
    if named is None:
        return False
    day, noun = named["day"].lower(), find_stems([named["noun"] or ""]) - {""}
    text = "\n".join(passages[toll.paragraph] for toll in tolls)
    is_own = day in text.lower() and noun <= find_stems([text]) | _ANY_EVENT
    # "Tuesday's raid came a week after rebels killed 21 in Velm"
    return is_own and all(
        day not in _DAYS_EVENT.sub("", passages[f.paragraph]).lower() for f in same
    )


def _is_of_hurt(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a speaker counts as dead as many as were hurt: "Now we have a wedding with 26 dead".

    It is nobody else's than those who have told of the toll.
    """
    if not (_NOW.search(figure.head) and _PLAINLY.match(figure.tail)):
        return False
    own = [f for f in told if f.event == MAIN and f.scope is Scope.TOTAL and f.doubt is None]
    hurt = any(f.outcome is Outcome.INJURED and f.number == figure.number for f in own)
    sources = {f.source for f in own if f.source and f.outcome is Outcome.KILLED}
    words = find_stems([figure.source or ""])
    is_theirs = not figure.source or all(find_stems([source]) & words for source in sources)
    return hurt and is_theirs and not _OLDER.search(figure.sentence)
