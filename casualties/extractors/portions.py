"""Counts that are a portion of all by what their own sentence says.

As those at one of the camps, of one of two blasts, of one side, or all but one of the passengers.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.mentions import has_somebody_beside
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.numbers import value_of
from casualties.extractors.readings import Reading
from casualties.extractors.segment import sentence_before
from casualties.extractors.tokens import follows, text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Figure, Kind, Passage, Scope
from casualties.patterns import either, pattern
from casualties.ranges import is_slip

__all__ = ["find_alike", "is_in_a_house", "is_portion"]

_MOST = 200
_OPENING = 40
_AT_ONE = pattern(
    r"[^,;.:]*\b(?:at|in|on|from|aboard|inside) one of (?!which|whom)", regex.IGNORECASE
)
_ONE_WENT = pattern(
    rf"(?:one|the (?:first|second|third|other)|another) {either(load('scopes')['went'])}\b",
    regex.IGNORECASE,
)
_BETWEEN_THEM = pattern(r"^[^.;]*\bbetween (?:them|the two)(?=[,.;]|$)", regex.IGNORECASE)
# "In one of them, at a clinic, 18 lost their lives. In the other ..."
_IN_ONE = pattern(r"in (?:one(?: of (?:them|these|those|the \w+))?|the other),", regex.IGNORECASE)
# "In the first of the attacks at least 29 people were killed"
_IN_THE_WORST = pattern(
    rf"in the (?:{'|'.join([*load('times')['place_in_a_row'], *load('times')['gravest']])})"
    r" (?:of (?:the|these|those|them)\b|\w+,)",
    regex.IGNORECASE,
)
_ONE_OR_OTHER = pattern(r"(?:one|the other),? (?:at|in|on|near|outside|close)\b", regex.IGNORECASE)
# "Two drowned with the lifeboat. In all 34 lives were lost."
_SUMMED = pattern(r"(?:in (?:all|total)|altogether|all told)\b", regex.IGNORECASE)
# "Ten people were killed and six injured in Osk alone", "In Osk alone, ten died"
_IN = r"\b(?:in|at|on|from) (?:[\w'’-]+ ){1,4}?alone\b"
_ALONE = (
    pattern(rf"[^,;.:]*{_IN}", regex.IGNORECASE),
    pattern(rf"[^,;.:]*{_IN}[^;:.]*$", regex.IGNORECASE),
)
# "Sixteen of his people", of those of both sides
_OF_OWN = pattern(
    r" of (?:(?:his|her|their) (?:own )?(?:people|side|tribe|clan)\b|their own$)", regex.IGNORECASE
)
_ATTENDED = pattern(
    rf"\s+{either(load('outcomes')['harmed_anyhow'])}(?: (?:in|by|at) the \w+)? "
    rf"{either(load('parts')['attending'])}",
    regex.IGNORECASE,
)
_CARED_FOR = pattern(rf"{either(load('parts')['caring'])} $", regex.IGNORECASE)
# "Of the 48 bodies taken to the mortuary of Rill Hospital", "the 20 injured at Rill Hospital"
_HOUSE = rf"(?i:{either(load('scopes')['houses'])})"
_TAKEN = either([*load("scopes")["received"], *load("parts")["found"]])
_IN_A_HOUSE = pattern(
    rf"\s+(?i:(?:{either(load('references')['named_by_harm'])} )?"
    r"(?:(?:who|that) (?:had been|have been|were) )?"
    rf"(?:{_TAKEN} )?(?:to|at|in|by) )(?:[\w'’-]+ ){{0,3}}?"
    rf"(?:\p{{Lu}}[\w'’-]+ (?:[\w'’-]+ ){{0,2}}?{_HOUSE}|{_HOUSE} (?:of|at) (?:the )?\p{{Lu}})"
)
# "Some places are cut off, in particular the district of Osk, where 61 people were killed"
_SINGLED_OUT = pattern(
    rf"{either(load('scopes')['singling_out'])}[^.;:]{{0,60}}?\p{{Lu}}[^.;:]{{0,60}}?,? where "
    r"(?:[\w'’-]+ ){0,4}$"
)
# "Eight bodies were found at Osk, bringing the number of dead there to 29", of 48
_TOLL_THERE = pattern(
    rf"\b{either(load('scopes')['old_nouns'])}\b[^.;,]{{0,30}}? there\b[^.;,]{{0,30}}$",
    regex.IGNORECASE,
)
_ORDINALS: list[str] = load("quantities")["ordinals"]
# "On the second day the army opened fire. Twenty-six people were killed", of 61
_ON_ONE_DAY = pattern(
    rf"\W*on the (?:first|{'|'.join([*_ORDINALS, *load('parts')['left']])}) (?:day|night)\b",
    regex.IGNORECASE,
)
# "The families of the 98 whose bodies were claimed", of 112
_WHOSE_BODIES = pattern(rf"\s*whose {either(load('parts')['remains'])}\b", regex.IGNORECASE)
# "Three people who were struck on the bridge", of five
_WHO_WERE_THERE = pattern(
    rf" (?:who|that) {either(['were', 'had been'])} (?:\w+ )?"
    r"(?:at|in|on|inside|outside|near|under|beneath|aboard) (?:the|an?|one) [\w-]+ (?!and\b)",
    regex.IGNORECASE,
)
# "That raised the county's count to 18 and the statewide figure to 33"
_COUNT_OF_A_PLACE = pattern(
    rf"\b(?:the|that|this) {either(load('scopes')['areas'])}['’]s (?:\w+ )?"
    rf"{either(load('scopes')['old_nouns'])} (?:of victims |of dead )?(?:to|at) (?:at least )?$",
    regex.IGNORECASE,
)
# "There were 43 deaths in its report. That leaves out two in Osk", of 45
_LEAVES_OUT = pattern(
    rf"(?:that|this|it|(?:the|this|that|its|their) {either(load('scopes')['old_nouns'])}) "
    rf"{either(load('scopes')['leaving_out'])} (?:the )?(?P<left_out>[\w-]+)",
    regex.IGNORECASE,
)
_BEHIND_A_COLON = pattern(r":\s*$")
_AND_OF_ALL = pattern(
    rf"\s+and (?:the|its|that) (?:\w+ )?{either(load('scopes')['old_nouns'])}\b", regex.IGNORECASE
)
_SHARES = frozenset([*load("references")["shares"], *load("quantities")["ordinals"]])
_VICTIMS = frozenset(load("parts")["victim_nouns"])
# "Last five bodies", and not "The first five bodies", which may be all of them so far
_LAST = pattern(rf"(?:^|\bthe ){either(load('parts')['left'])} $", regex.IGNORECASE)


def is_portion(analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]) -> bool:
    """Whether a figure is some of those ``told`` before it, by the words around it."""
    return (
        _leaves_out(analysis, claim, told)
        or _is_of_group(analysis, claim, figure, told)
        or _is_of_a_place(analysis, claim, figure, told)
        or _leaves_one(analysis, figure, told)
        or _is_beside_one(analysis, claim, figure, told)
        or _is_share_of_named(analysis, claim)
        or _is_broken_down(figure, told)
        or _is_of_a_day(analysis, figure, told)
        or _is_said_to_leave_out(analysis, figure, told)
        or _is_of_one(figure, analysis.sentence.passage, told)
    )


def find_alike(figure: Figure, told: Sequence[Reading]) -> list[Figure]:
    """The figures of its event and outcome that were told before, not too long ago."""
    return [
        reading.figure
        for reading in told[-_MOST:]
        if reading.figure.event == figure.event and reading.figure.outcome is figure.outcome
    ]


def _leaves_out(analysis: Analysis, claim: Claim, told: Sequence[Reading]) -> bool:
    """As in "All but one of the 11 bodies", but not "all but two of the 14 passengers died"."""
    chunk = analysis.chunks[claim.index]
    if chunk.number is None or not follows(analysis.tokens, chunk.number.first, ("all", "but")):
        return False
    following = analysis.codes[claim.index + 1 : claim.index + 2]
    is_named_by_harm = chunk.code == "Y" or chunk.harm is not None or following in tuple("ekKGr")
    # "All but one of the 22 died of smoke", where 22 had died
    whole = value_of(text_at(analysis.tokens, chunk.number.last - 1))
    is_told = any(r.figure.number == whole for r in told if r.figure.outcome is claim.outcome)
    return is_told or is_named_by_harm or not _VICTIMS.isdisjoint(analysis.words_in(claim.index))


def _is_of_group(analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]) -> bool:
    """As in "Of the confirmed cases, 28 have died": some of the 33 who were told to be dead."""
    opening = analysis.codes.find(",")
    is_group = analysis.opening == "of" and 0 < opening < claim.index
    if not is_group or figure.population == ATTACKER:
        return False
    return any(other.range.low > figure.range.low for other in find_alike(figure, told))


def _is_of_a_place(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]
) -> bool:
    """As in "The deaths were in Illinois, Virginia (two) and Maine", of the ten told before."""
    first, last = analysis.chunks[claim.index].first, analysis.chunks[claim.index].last
    is_bracketed = text_at(analysis.tokens, first - 1) == "("
    is_bracketed = is_bracketed and text_at(analysis.tokens, last) == ")" and first > 1
    is_place = is_bracketed and analysis.tokens[first - 2].is_capital
    return is_place and any(o.range.low > figure.range.low for o in find_alike(figure, told))


def _leaves_one(analysis: Analysis, figure: Figure, told: Sequence[Reading]) -> bool:
    """As in "Three were dug out dead. The fourth was found after two hours", of four."""
    number = figure.number or 0
    if not 1 < number <= len(_ORDINALS):
        return False
    behind = _behind(figure, analysis.sentence.passage).lower()
    is_next = behind.startswith(f"the {_ORDINALS[number - 1]} ")
    return is_next and any(other.number == number + 1 for other in find_alike(figure, told))


def _is_beside_one(
    analysis: Analysis, claim: Claim, figure: Figure, told: Sequence[Reading]
) -> bool:
    """As in "The driver and at least two passengers died", "Two pupils and their teacher died"."""
    first = analysis.chunks[claim.index].first
    somebody = text_at(analysis.tokens, first - 2)
    is_beside = text_at(analysis.tokens, first - 1) == "and" and is_person_noun(somebody)
    is_beside = (is_beside and not is_plural(somebody)) or has_somebody_beside(figure)
    number = figure.number or 0
    if not is_beside or number <= 1:
        return False
    alike = find_alike(figure, told)
    return any(f.number == number + 1 for f in alike if f.population == PEOPLE)


def _is_share_of_named(analysis: Analysis, claim: Claim) -> bool:
    """As in "Women made up more than half of the dead: 18"."""
    if claim.harm < 0 or claim.harm > claim.index:
        return False
    first = analysis.chunks[claim.harm].first
    share, link = (text_at(analysis.tokens, first - back) for back in (2, 1))
    is_named = analysis.codes[claim.harm + 1 : claim.index] == ":"
    return is_named and link == "of" and share in _SHARES


def _is_broken_down(figure: Figure, told: Sequence[Reading]) -> bool:
    """As in "The number of dead reached 173: all 169 passengers and four of the crew"."""
    return _BEHIND_A_COLON.search(figure.head) is not None and any(
        other.sentence == figure.sentence
        and other.scope is Scope.TOTAL
        and other.range.low > (figure.range.high or figure.range.low)
        for other in find_alike(figure, told)
    )


def _is_of_a_day(analysis: Analysis, figure: Figure, told: Sequence[Reading]) -> bool:
    """As in "On the second day shots fell. Twenty-six people were killed", of all 61."""
    is_opening = figure.head.strip(" \"'“‘") == ""
    if not (is_opening and _counting_more(figure, told)):
        return False
    return _ON_ONE_DAY.match(sentence_before(analysis.sentence.passage, figure.start)) is not None


def _is_said_to_leave_out(analysis: Analysis, figure: Figure, told: Sequence[Reading]) -> bool:
    """As in "There were 43 deaths in its report. That leaves out two in Osk", of the 45 told of."""
    left = _LEAVES_OUT.match(_behind(figure, analysis.sentence.passage))
    if left is None:
        return False
    whole = figure.range.low + value_of(left["left_out"].lower())
    return any(other.range.low == whole for other in _counting_more(figure, told))


def _is_of_one(figure: Figure, passage: Passage, told: Sequence[Reading]) -> bool:
    """As in "Seven died at one of the camps", "One went off in a market, killing seven"."""
    head, tail = figure.head, figure.tail
    if _IN_ONE.match(head) or _ONE_OR_OTHER.match(head) or _BETWEEN_THEM.search(tail):
        return True
    if _LAST.search(head) and figure.text.lower().endswith(tuple(_VICTIMS)):
        return True  # "Last five bodies recovered"
    if figure.text.lower() == "the one" or _ATTENDED.match(tail):
        return True  # "The one who died was a Protestant", "Six injured in the blast sat in court"
    more = _counting_more(figure, told) if is_in_a_house(figure) else ()
    if more and not any(is_slip(figure.range.low, other.range.low) for other in more):
        return True
    if figure.passage is Kind.LIST and _WHO_WERE_THERE.match(tail):
        return any(4 * figure.range.low <= 3 * o.range.low for o in _counting_more(figure, told))
    # "The charity brought 18 people to its hospital", of 19 who were hurt
    is_one = (
        _OF_OWN.search(figure.text)
        or _CARED_FOR.search(head)
        or _AT_ONE.match(tail)
        or _WHOSE_BODIES.match(tail)
        or (_COUNT_OF_A_PLACE.search(head) and _AND_OF_ALL.match(tail))
        or _ONE_WENT.match(head)
        or _ALONE[0].match(tail)
        or _ALONE[1].match(head)
        or _SINGLED_OUT.search(head)
        or _TOLL_THERE.search(head)
    )
    if is_one or _IN_THE_WORST.match(head):
        return bool(_counting_more(figure, told))
    if figure.population == ATTACKER or not _SUMMED.match(_behind(figure, passage)):
        return False
    more = _counting_more(figure, told)
    return any(other.range.low > 2 * figure.range.low for other in more)


def is_in_a_house(figure: Figure) -> bool:
    """Whether a house with a name has them: "the 48 bodies at the mortuary of Rill Hospital"."""
    is_known = figure.text.lower().startswith("the ")
    return is_known and _IN_A_HOUSE.match(figure.tail) is not None


def _counting_more(figure: Figure, told: Sequence[Reading]) -> list[Figure]:
    """The totals of other sentences told before that count more than a figure can."""
    high = figure.range.high or figure.range.low
    return [
        other
        for other in find_alike(figure, told)
        if other.scope is Scope.TOTAL
        and other.sentence != figure.sentence
        and other.range.low > high
    ]


def _behind(figure: Figure, passage: Passage) -> str:
    """How its passage goes on behind the sentence of a figure."""
    start = figure.start - passage.start - len(figure.head) + len(figure.sentence)
    return passage.text[start : start + _OPENING].lstrip()
