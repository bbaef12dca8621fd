"""When two figures of one line item count other people, or fewer of them, by their words.

As "72 bodies" that were found of 80 who are dead, or those hurt badly beside those hurt slightly.
"""

from __future__ import annotations

import regex

from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Kind, Outcome, Qualifier
from casualties.patterns import either, pattern
from casualties.reconciler.disagreements import disagree
from casualties.reconciler.wording import is_definite, number_of

__all__ = ["count_others"]

_ALSO = pattern(r" (?:was|were|have|had) also\b")
_SOMEBODY = either(
    [
        *(noun for sex in ("male", "female", "either") for noun in load("reconciliation")[sex]),
        *load("quantities")["ordinals"],
        *load("scopes")["ranked"],
    ]
)
# "... died on Monday, and a man on Tuesday", and no "crash of a minibus and a car on a bridge"
_AND_ONE_ON = pattern(
    r" died (?:on|in|at) [^.;,]{1,30},? and (?:an?|another) "
    rf"(?:[^.;,]*{_SOMEBODY}[^.;,]*)?\b(?:on|in|at) "
    r"| died (?:on|in|at) [^.;,]{1,30},? and one (?:other )?(?:on|in|at) "
)
_AMONG_THEM = pattern(r",? \p{Lu}[\w'’-]+(?: \p{Lu}[\w'’-]+){0,2} (?:among them|included)\b")
_SLIGHT, _GRAVE = (
    pattern(either(load("parts")[name]), regex.IGNORECASE) for name in ("slight", "grave")
)
_ILL = "other harm"
_BODIES = pattern(either(load("parts")["remains"] + load("parts")["body"]), regex.IGNORECASE)
_RECOVERED = pattern(either(load("parts")["recovered"]), regex.IGNORECASE)
_IN_DANGER = pattern(
    rf" (?:(?:[\w'’-]+ ){{0,2}}{either(load('parts')['in_danger'])})", regex.IGNORECASE
)
_FOUND = pattern(rf"(?<!\b(?:was|were|been) ){either(load('parts')['came_upon'])} (?:\w+ ){{0,2}}$")
_NAMELESS = pattern(either(load("parts")["nameless"]), regex.IGNORECASE)
_SET_IN = pattern(r"(?:In|At|Near) (?:the )?(\p{Lu}[\w'’-]+)(?: \p{Lu}[\w'’-]+)*,? ")
_VALIDATED = pattern(r"\bvalidat\w+|\bverifi\w+", regex.IGNORECASE)
_PROBABLE = pattern(r"\b(?:probable|suspected)\b", regex.IGNORECASE)
_PRESUMED = pattern(r"\b(?:presumed|likely)\b", regex.IGNORECASE)
_IN_SEVERAL = pattern(
    rf"\bin (?:two|three|four|five|several|twin|separate) (?:\w+ )?"
    rf"(?:{'|'.join(load('events')['nouns'])})e?s\b",
    regex.IGNORECASE,
)
_IN_HOSPITAL = pattern(
    rf"\bhospitali[sz]ed\b|\b(?:to|in) (?:the |an? )?{either(load('reconciliation')['clinics'])}",
    regex.IGNORECASE,
)
_ONE_EVENT = pattern(rf"\b(?:the|an?) {either(load('events')['nouns'])}", regex.IGNORECASE)
# Floods and clashes may be one, bombings are several.
_EVENTS = pattern(rf"(?:{'|'.join(load('doubts')['any_event'])})e?s\b", regex.IGNORECASE)
_REACH = 30
_OF_WHOM = pattern(
    r"[^;]*?\b(\w+) "
    r"(?:(?:of whom\b[^;]*|of them\b[^;,]*)\b(?:die[ds]?|killed|dead)\b|fatally\b)"
)


def count_others(a: Figure, b: Figure) -> bool:
    """Whether the words of two figures that disagree say that not the same people are counted."""
    if not disagree(a, b):
        return False
    few, many = sorted((a, b), key=number_of)
    return any(are_apart(few, many) for are_apart in _APART)


def _are_far(few: Figure, many: Figure) -> bool:
    """Whether so many are missing from the one that it is no slip for the other."""
    return 20 * number_of(few) < 17 * number_of(many)


def _has_since_died(few: Figure, many: Figure) -> bool:
    """Whether one of those hurt has died since: "Sixteen were hurt, one of whom died", and 15."""
    # "They found 14 bodies and four wounded, one of whom has since died": 15
    hurt = many if many.outcome is Outcome.INJURED else few
    match = _OF_WHOM.match(hurt.tail)
    died = load("numbers")["cardinals"].get(match[1].lower()) if match else None
    return number_of(many) - number_of(few) == died


def _counts_one_more(few: Figure, many: Figure) -> bool:
    """Whether it says that somebody is among them: "In all, 19 people, Ann Lee among them"."""
    return number_of(many) - number_of(few) == 1 and _AMONG_THEM.match(many.tail) is not None


def _were_hurt_also(few: Figure, many: Figure) -> bool:
    """Whether the later ones come on top: "Two were hurt. Four passersby were also hurt"."""
    last = max(few, many, key=lambda figure: figure.start)
    is_new = last.population != PEOPLE and few.population != many.population
    return is_new and _ALSO.match(last.tail) is not None


def _died_one_by_one(few: Figure, many: Figure) -> bool:
    """Whether somebody else died later: "Eleven died on Monday, and a man on Tuesday"."""
    is_one = number_of(many) - number_of(few) == 1
    return is_one and few.outcome is Outcome.KILLED and _AND_ONE_ON.match(few.tail) is not None


def _are_found_of_all(few: Figure, many: Figure) -> bool:
    """Whether fewer bodies have been found than people are known to be dead."""
    is_found = _BODIES.search(few.text) is not None and _RECOVERED.search(few.sentence) is not None
    is_found = is_found and not is_definite(few)  # "the last of the six bodies"
    return is_found and _are_far(few, many) and _BODIES.search(many.sentence) is None


def _are_nameless(few: Figure, many: Figure) -> bool:
    """Whether the one counts those whom nobody knew: "the 53 bodies, burned beyond recognition"."""
    is_nameless = _NAMELESS.search(few.text + few.tail) is not None
    return is_nameless and _are_far(few, many) and not _NAMELESS.search(many.sentence)


def _are_probable(few: Figure, many: Figure) -> bool:
    """Whether some surely died of it, and others by all likelihood: "21 probable deaths"."""
    few_are, many_are = (_PROBABLE.search(figure.text) is not None for figure in (few, many))
    return few_are is not many_are


def _are_confirmed_of_all(few: Figure, many: Figure) -> bool:
    """Whether fewer are confirmed dead than are presumed to be."""
    is_confirmed = "confirmed" in f"{few.text} {few.tail[:_REACH]}"
    is_to_be = _VALIDATED.search(few.sentence) is not None
    return is_confirmed and (is_to_be or _PRESUMED.search(many.sentence) is not None)


def _are_of_two_places(few: Figure, many: Figure) -> bool:
    """Whether a paragraph tells of a place, and then of another: "... In Osk, 91 people died".

    Or two that may be of others open with a place each, wherever they stand.
    """
    first, last = sorted((few, many), key=lambda figure: figure.start)
    place, other = (_SET_IN.match(figure.sentence) for figure in (last, first))
    are_doubtful = few.is_doubtful and many.is_doubtful
    if are_doubtful and place and other and place[1] != other[1]:
        return True
    if first.paragraph != last.paragraph or first.sentence == last.sentence:
        return False
    return place is not None and place[1] not in first.sentence


def _are_of_two_degrees(few: Figure, many: Figure) -> bool:
    """Whether the one counts those hurt slightly, and the other those hurt badly."""
    if few.outcome is not Outcome.INJURED:
        return False
    near = [f"{f.head[-_REACH:]}{f.text}{f.tail[:_REACH]}" for f in (few, many)]
    slight, grave = ([bool(words.search(text)) for text in near] for words in (_SLIGHT, _GRAVE))
    return slight != grave and any(grave) and slight[0] != slight[1]


def _are_the_gravest(few: Figure, many: Figure) -> bool:
    """Whether the one counts those hurt badly alone: "Of four critically injured workers"."""
    is_hurt = few.outcome is Outcome.INJURED
    # "17 dead, 2 critical"
    is_grave = _GRAVE.search(few.text) or few.tail.startswith(" critical ")
    # "killed one man and left two others fighting for their lives"
    is_in_danger = _IN_DANGER.match(few.tail) is not None
    is_of = few.head.lower() == "of "
    is_all = _GRAVE.search(many.text + many.tail[:_REACH]) is not None
    return is_hurt and (bool(is_grave) or is_in_danger) and (is_of or not is_all)


def _are_in_hospital(few: Figure, many: Figure) -> bool:
    """Whether far fewer of those hurt were taken to hospital: "120 were hospitalised" of 600."""
    is_far = few.outcome is Outcome.INJURED and 2 * number_of(few) < number_of(many)
    near = few.tail[:_REACH].partition(".")[0].partition(", ")[0]  # not ", who were taken to"
    return is_far and _IN_HOSPITAL.search(near) is not None


def _are_of_one_of_many(few: Figure, many: Figure) -> bool:
    """Whether far fewer are of one: "The blast killed 17" beside "Bombings killed 29"."""
    is_one = (
        _are_far(few, many) and _ONE_EVENT.search(few.sentence) and not _EVENTS.search(few.sentence)
    )
    return bool(is_one) and _EVENTS.match(many.sentence) is not None


def _were_found(few: Figure, many: Figure) -> bool:
    """Whether the one counts those hurt who were found at the scene: some had left, or died since.

    As "Officers found four people with gunshot wounds", of six, since two went to a clinic alone.
    """
    return few.outcome is Outcome.INJURED and any(
        figure.passage is Kind.PARAGRAPH
        and _FOUND.search(figure.head) is not None
        and not is_definite(figure)
        for figure in (few, many)
    )


def _are_ill(few: Figure, many: Figure) -> bool:
    """Whether both count patients of an outbreak, of a day or all of them."""
    return {few.event, many.event} == {_ILL}


def _are_dozens_in_hospital(few: Figure, many: Figure) -> bool:
    """Whether dozens were hurt, and those of them who were taken to hospital are counted."""
    vague, told = sorted((few, many), key=lambda figure: figure.qualifier is not Qualifier.VAGUE)
    is_vague = vague.qualifier is Qualifier.VAGUE and vague.outcome is Outcome.INJURED
    return is_vague and "hospital" in told.sentence


def _are_of_several(few: Figure, many: Figure) -> bool:
    """Whether a headline sums up several events, and the other figure is of one of them."""
    is_headline = many.passage is Kind.HEADLINE and few.passage is not Kind.HEADLINE
    is_one = is_headline and number_of(few) == 1
    return is_one and _IN_SEVERAL.search(many.tail) is not None


_APART = (
    _are_of_several,
    _were_found,
    _are_ill,
    _has_since_died,
    _counts_one_more,
    _were_hurt_also,
    _died_one_by_one,
    _are_found_of_all,
    _are_nameless,
    _are_confirmed_of_all,
    _are_probable,
    _are_of_two_places,
    _are_dozens_in_hospital,
    _are_of_two_degrees,
    _are_the_gravest,
    _are_in_hospital,
    _are_of_one_of_many,
)
