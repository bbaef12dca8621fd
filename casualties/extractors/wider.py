"""Counts of more than the document's own event, by their words, or of what is told beside it.

As "which took the toll of the two days to 46", "bringing to 11 the number of deaths from the
storms", of which one killed nine, or "Apart from the mill, a dye works in Velm was hit, where ...".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

import regex

from casualties.extractors.anchors import is_brought_to
from casualties.extractors.nouns import is_person_noun
from casualties.extractors.novelty import find_stems
from casualties.lexicon import load
from casualties.model import Figure, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern

__all__ = ["find_sums", "is_of_a_span", "is_set_beside"]

_WORDS = load("scopes")
_SPANS = "|".join(load("events")["spans"])
_CARDINALS = "|".join(load("numbers")["cardinals"])
_MOST = 100
_TOLLS = either([*_WORDS["old_nouns"], "deaths"])
_DATES = frozenset([*load("events")["days"], *load("things")["months"]])
_CAPITAL = pattern(r"\b\p{Lu}[\w'’-]+")
_HARMED = frozenset(
    [
        *load("parts")["victim_nouns"],
        *load("doubts")["deaths"],
        "killed",
        "injured",
        "wounded",
        "hurt",
    ]
)
_WORD = pattern(r"[^\W\d_][\w'’-]*")
# "taking the day's toll to 31", "bringing to 21 the number of dead across the country for the day"
_TOLL_OF_SPAN = pattern(
    rf"(?<!\b(?:the|this|that) \w+ ){either(_WORDS['bringing'])} the ({_SPANS})['’]s "
    rf"(?:\w+ )?{either(_WORDS['old_nouns'])}[^.;,]*$",
    regex.IGNORECASE,
)
# "which took the toll of the two days to 46", "the number of dead over both nights is now 46",
# "brought the known deaths in three days of raids to 46"
_TOLL_OF_SPANS = pattern(
    rf"\bthe (?:[\w-]+ )?{_TOLLS} (?:of (?:dead|deaths|victims|those \w+) )?"
    rf"(?:of|for|over|in|from) (?:(?:the|these|those|both|all) (?:(?:past|last|\d+|{_CARDINALS}) )?"
    rf"({_SPANS}|weekend|night|nights)\b(?!['’])"
    rf"|((?:\d+|{_CARDINALS}|several|an?) (?:{_SPANS}|weekend|night|nights)) of\b)[^.;,]*$",
    regex.IGNORECASE,
)
_FOR_THE_SPAN = pattern(
    rf" (?:the|as the) {either(_WORDS['old_nouns'])}[^.;,]* (?:for the|in an?) ({_SPANS})"
    r"(?=[.;,]|$)",
    regex.IGNORECASE,
)
_ELSEWHERE = " elsewhere"
_MORE = pattern(r"\b(?:more|further|another|additional|of (?:the|those|them))\b", regex.IGNORECASE)
# "Apart from the mill, a dye works was hit", and not "Besides the fire, in which 21 died, ..."
_BESIDE = pattern(
    rf"\W*{either(_WORDS['apart_from'])} (?P<left_out>[^,;.]+),"
    r"(?! (?:in |of )?(?:which|who|whom)\b)",
    regex.IGNORECASE,
)
# "The other town that was hit was Velm, where ..."
_OTHER_AREA = pattern(
    rf"\W*the (?:other|next|second) {either(_WORDS['areas'])}\b", regex.IGNORECASE
)


def is_of_a_span(figure: Figure, opening: str) -> bool:
    """Whether it is of all that a stretch of time brought: "taking the day's toll to 31".

    Where the ``opening`` tells of such a stretch, that is the whole.
    """
    span = (
        _TOLL_OF_SPAN.search(figure.head)
        or _TOLL_OF_SPANS.search(figure.head)
        or _FOR_THE_SPAN.match(figure.tail)
    )
    if span is None:
        return False
    told = next(filter(None, span.groups())).lower()
    return told not in (opening if " " in told else _WORD.findall(opening))


def find_sums(
    passages: Iterable[Sequence[Figure]],
    told: AbstractSet[tuple[Outcome, int]],
    is_elsewhere: Callable[[str], bool],
) -> frozenset[tuple[Outcome, int | None]]:
    """The counts that a toll is brought to by those of another place, who make up the difference.

    As in "Two people died in Marn, bringing to 11 the number of deaths", where nine are ``told`` of
    in the lead; ``is_elsewhere`` says whether a clause names a place that is new. Or in "Two more
    people died elsewhere in Osk, bringing the toll to 11".
    """
    return frozenset(
        (figure.outcome, figure.number)
        for figures in passages
        if len(figures) <= _MOST
        for figure in figures
        if figure.scope is Scope.TOTAL and is_brought_to(figure)
        for other in figures
        if other.outcome is figure.outcome
        and other.qualifier is Qualifier.EXACT
        and (figure.outcome, (figure.number or 0) - (other.number or 0)) in told
        and (_ELSEWHERE in (clause := _clause(other)) or not _MORE.search(clause))
        and (_ELSEWHERE in clause or is_elsewhere(clause))
    )


def _clause(figure: Figure) -> str:
    return f"{figure.head}{figure.text}{figure.tail.partition(',')[0]}"


def is_set_beside(figure: Figure, told: AbstractSet[str]) -> bool:
    """Whether its sentence turns from the event to another place: "Apart from the mill, ...".

    What is left out is of the lead, whose stems are ``told``, or the place is none of the lead's.
    """
    beside = _BESIDE.match(figure.sentence)
    if beside is not None:
        left_out = _WORD.findall(beside["left_out"].lower())
        if any(is_person_noun(word) or word in _HARMED for word in left_out):
            return False  # "Besides the driver, six were hurt", "In addition to the deaths, ..."
        if not find_stems(left_out).isdisjoint(told):
            return True
    beside = beside or _OTHER_AREA.match(figure.sentence)
    names = _CAPITAL.findall(figure.sentence, beside.end()) if beside is not None else []
    return any(find_stems([name]).isdisjoint(told) for name in names if name.lower() not in _DATES)
