"""Counts of the document's own dead that have the number of the hurt, or of an older event's dead.

As in "a wedding with 26 dead", where three died and 26 were hurt; "the 13 killed on Friday", where
two died on Friday, and 13 in a crash years before. Or a sentence tells two counts the wrong way
round: "26 died and three were hurt".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

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
_A_DAY = pattern(_DAY, regex.IGNORECASE)
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
_AT_FIRST = pattern(either(load("reconciliation")["first_accounts"]), regex.IGNORECASE)
_ANY_EVENT = find_stems([*load("doubts")["any_event"], *load("doubts")["what_happened"]])
# "the leak, which left 67 people dead", "the accident, in which 28 died"
_THE_EVENT = pattern(
    rf"\b(?:the|this) (?:[\w-]+ )?{_NOUN},? (?:in which|(?:which|that)(?: has| had)? \w+) $",
    regex.IGNORECASE,
)
_DEFINITE = pattern(r"\b(?:the|those) [\w,-]*\w(?: [\w-]+){0,2}$", regex.IGNORECASE)
# "The stadium is named for the 30 players killed in a plane crash"
_IN_ANOTHER = pattern(
    r"^[^.;,]*\b(?:an?|another|last|years?|there)\b|^[^.;,]*\b(?:in|at|near) \p{Lu}"
)
_SWAPPED = (Scope.TOTAL, Scope.PART, Scope.PREVIOUS)
_FEW, _MOST = 4, 200


def settle_mixtures(figures: Sequence[Figure], passages: Sequence[Passage]) -> list[Figure]:
    """The figures, those of a mixed up number with the toll that they should have given.

    In a text of more than any copy has, the first alone are looked through.
    """
    numbered = {passage.number: passage.text for passage in passages}
    settled = list(figures)
    tolls: list[Figure] = []
    for i, figure in enumerate(figures[:_MOST]):
        if figure.outcome is not Outcome.KILLED:
            continue
        is_count = figure.passage is Kind.PARAGRAPH and figure.range.is_exact
        if is_count and (figure.number or 0) > _FEW and _is_another(figure, tolls):
            told = figures[:i]
            if _is_of_older_event(figure, tolls, told, numbered) or _is_of_hurt(
                figure, tolls, told
            ):
                settled[i] = replace(
                    figure,
                    event=MAIN,
                    scope=Scope.TOTAL,
                    doubt=Doubt.SOME,
                    takes_up=tolls[0].id,
                    taken_from=tolls[0].voice,
                )
                continue
        if (figure.event, figure.scope, figure.doubt) == (MAIN, Scope.TOTAL, None):
            tolls.append(figure)
    return _settle_swapped(settled)


def _settle_swapped(figures: list[Figure]) -> list[Figure]:
    """Hold two counts that a sentence tells the wrong way round to those that the text tells.

    As in "Nine died and four were hurt", where four died and nine were hurt: that both numbers are
    those of the other harm is no chance, whatever may set such a sentence apart.
    """
    settled = list(figures)
    told: dict[tuple[Outcome, int | None], list[Figure]] = {}
    beside: dict[tuple[int, str], list[int]] = {}
    for i, figure in enumerate(figures[:_MOST]):
        told.setdefault((figure.outcome, figure.number), []).append(figure)
        if _may_be_swapped(figure):
            beside.setdefault((figure.paragraph, figure.sentence), []).append(i)
    for places in beside.values():
        for i, j in combinations(places, 2):
            one, other = figures[i], figures[j]
            first = _told_right(one, other, told)
            second = _told_right(other, one, told)
            if first is None or second is None or _is_of_another_day(one, (first, second)):
                continue
            for at, meant in ((i, first), (j, second)):
                settled[at] = replace(
                    figures[at],
                    scope=Scope.TOTAL,
                    doubt=Doubt.SOME,
                    takes_up=meant.id,
                    taken_from=meant.voice,
                )
    return settled


def _may_be_swapped(figure: Figure) -> bool:
    """Whether it is a number of the document's own people, or of some "of them"."""
    is_own = figure.event == MAIN and figure.scope in _SWAPPED and (figure.number or 0) > 1
    return is_own and (figure.doubt is not Doubt.OTHERS or figure.text.endswith("of them"))


def _is_of_another_day(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether its sentence names a day that those who were told of have not, or a first account."""
    known = " ".join(other.sentence.lower() for other in told)
    days = _A_DAY.findall(figure.sentence.lower())
    return any(day not in known for day in days) or _AT_FIRST.search(figure.sentence) is not None


def _told_right(
    figure: Figure, other: Figure, told: Mapping[tuple[Outcome, int | None], Sequence[Figure]]
) -> Figure | None:
    """The count of a figure's harm that has the number of another one beside it.

    None where the figure's own number is told of its harm again.
    """
    same = told[figure.outcome, figure.number]
    is_pair = figure.outcome is not other.outcome and figure.number != other.number
    if not is_pair or any(f.sentence != figure.sentence and f.event == MAIN for f in same):
        return None
    return next(
        (
            f
            for f in told.get((figure.outcome, other.number), ())
            if (f.event, f.scope) == (MAIN, Scope.TOTAL)
            and f.doubt is not Doubt.OTHERS
            # Of two sentences that tell it once each, the first is held to be right.
            and not (f.start > figure.start and len(told[f.outcome, f.number]) == 1)
        ),
        None,
    )


def _is_another(figure: Figure, tolls: Sequence[Figure]) -> bool:
    """Whether the tolls of the document's own event are one number alone, and another one."""
    if not tolls or not tolls[0].range.is_exact or tolls[0].number == figure.number:
        return False
    return all(toll.range == tolls[0].range and toll.sentence != figure.sentence for toll in tolls)


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


def _is_of_hurt(figure: Figure, tolls: Sequence[Figure], told: Sequence[Figure]) -> bool:
    """Whether it counts as dead as many as were hurt: "each family of the 48 people killed".

    It takes them up, or the event: "the leak, which left 67 dead". Or one who has told of the toll
    speaks of all: "Now we have a wedding with 26 dead".
    """
    hurt = (f for f in told if f.outcome is Outcome.INJURED and f.scope is Scope.TOTAL)
    counts = {f.number for f in hurt if f.event == MAIN and f.doubt is None}
    if figure.event != MAIN or counts != {figure.number} or _OLDER.search(figure.sentence):
        return False
    if any(f.outcome is Outcome.KILLED and f.number == figure.number for f in told):
        return False
    if _NOW.search(figure.head) and _PLAINLY.match(figure.tail):
        sources = {toll.source for toll in tolls if toll.source}
        words = find_stems([figure.source or ""])
        return not figure.source or all(find_stems([each]) & words for each in sources)
    event = _THE_EVENT.search(figure.head)
    is_more = (figure.number or 0) > (tolls[0].number or 0)
    is_own = event is not None and find_stems([event["noun"]]) <= find_stems(
        toll.sentence for toll in tolls
    )
    is_known = _DEFINITE.search(f"{figure.head}{figure.text}") is not None
    is_known = is_known and not _IN_ANOTHER.search(figure.tail)
    return figure.scope is Scope.TOTAL and is_more and (is_own or is_known)
