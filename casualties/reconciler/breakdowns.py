"""Which parts stand in one list under one head, so that they add up.

"Seventeen died in the camp, nine in hospital and six on the way" is one list; "60 of the dead were
women; 70 of them lived in one suburb" are two views of the same people, and are never added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import regex

from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Document, Figure, Kind, Outcome, Qualifier, Scope
from casualties.patterns import either, pattern
from casualties.ranges import Range
from casualties.reconciler.wording import is_definite, sum_of, write_sum
from casualties.records import dataclass

__all__ = ["Breakdown", "find_breakdowns"]

_LISTS = load("reconciliation")
_COMPLEMENTING = frozenset().union(*_LISTS["complements"])
"""The nouns for people that complement each other: "women", "men"."""
_NESTING, _CONDITION, _HANDLED, _PARTIAL, _REMAINDER = (
    pattern(either(_LISTS[name]), regex.IGNORECASE)
    for name in ("nesting", "condition", "handled", "partial", "remainder")
)
_EVERYBODY = pattern(
    rf"{either(_LISTS['everybody'])}[^.;,]{{0,20}}"
    r"(?:\b(?:were|are|as|comprised?|consist(?:s|ed)? of|made up of)\s+|:\s*)"
    r"(?:[^.;,:\d]{0,60}:\s+)?$",
    regex.IGNORECASE,
)
_GROWN_MEN, _GROWN_WOMEN = (
    frozenset(_LISTS["grown"]).intersection(_LISTS[sex]) for sex in ("male", "female")
)
# "The ministry's 45 deaths break down into 20 in Osk, ...", and not "the gang that killed 45 ..."
_COMPOSED = pattern(rf"[^,;:.]{{0,20}}?{either(_LISTS['composing'])}:? $", regex.IGNORECASE)
_WHOSE_COUNT = pattern(
    rf"\W*(?!.*\b(?:{'|'.join(load('grammar')['classes']['relative'])})\b)(?:[\w'’-]+ ){{0,5}}",
    regex.IGNORECASE,
)
_ALL_OF_THEM = pattern(either(_LISTS["everybody"]), regex.IGNORECASE)
_STAGE = pattern(either(load("doubts")["stages"]), regex.IGNORECASE)
_PLACES = pattern(
    rf"\b(?:across|in) (?:all )?(?P<count>{'|'.join(load('numbers')['cardinals'])}|\d\d?)"
    rf" {either(_LISTS['places'])}",
    regex.IGNORECASE,
)
_COORDINATION = pattern(r"[,;:|/\n]|\b(?:and|plus)\b", regex.IGNORECASE)
_COORDINATOR = pattern(r"[;|/\n]|\b(?:and|plus)\b", regex.IGNORECASE)
_BARE_NUMBER = pattern(
    rf"\b(?:and|,|\.) (?:{'|'.join(load('numbers')['cardinals'])}|\d\d?)"
    r" (?:was|were|is|are|had|have|has|\w+ed)\b",
    regex.IGNORECASE,
)
_LIST_BEHIND = pattern(r":\s*$")
_LAST_CLAUSE = pattern(r"[,;:]")
_NEW_CLAUSE = pattern(r"[.;:]")
_APPOSITION = pattern(r"[,:;(–—-]\s*(?:made up of |namely )?$")
_SPANS: list[str] = load("events")["spans"]
_MORE = pattern(r"\b(?:another|further|more|additional)\b", regex.IGNORECASE)
# "A pickup and a church van collided"
_COLLIDING = pattern(either(_LISTS["colliding"]), regex.IGNORECASE)
_ONE_MORE = pattern(r"\b(?:an?|one)\b", regex.IGNORECASE)
_IN_IT = pattern(r" (?:in|on|aboard) the ([\w-]+)")
_AT_THE_PLACE = pattern(r"\b(?:in|at|on|from|aboard) (?:the )?((?:[\w'’-]+ ?){1,2})")
_AT_ANOTHER_TIME = pattern(
    either(["since", "after", "later", "earlier", *load("events")["days"], *_SPANS]),
    regex.IGNORECASE,
)
_SHORT = 3
_REST = pattern(r"the (?:other|remaining)\b", regex.IGNORECASE)
_KIND_OF = {
    form: noun
    for noun in sorted(_COMPLEMENTING)
    for form in load("people")["plurals"].get(noun, [f"{noun}s", f"{noun[:-1]}ies"])
}
# "The other eight dead were men", "the remaining six victims, all of them women, ..."
_OF_A_KIND = pattern(
    rf"{either(load('parts')['victim_nouns'])}"
    rf"(?: (?:were|are)(?: all)?|, all(?: of them)?) (?:\w+ )?(?P<kind>{'|'.join(_KIND_OF)})\b"
)
_BEHIND = 12
"""Characters after a figure in which "of them" belongs to it."""
_FURTHER = 120
"""Characters behind a list in which "the others" are those that it leaves out."""
_LAST_OF_A_LIST, _ASIDE = pattern(r"\band\s+$"), pattern(r"\s?[,–—(-]\s?")
_AMONG_THE = pattern(r"\bamong(?:st)? (?:the|those|all)\b.*", regex.IGNORECASE)
# "Six of the nine died on Sunday and three on Monday": whom the six are part of, not the three
_OF_WHOM = pattern(r"^ (?:out )?of (?:the|those|all|these|its|their) ", regex.IGNORECASE)
# "residents of the home", but not "and of the dead"
_OF_A_NOUN = pattern(
    r"(?<=\w) of (?:the|his|her|its|their) (?!dead|killed|deceased|injured|wounded|victims)[a-z]+",
    regex.IGNORECASE,
)
_OUT_OF = pattern(r"\b[Oo]f (?:the|those|these|all|her|his|their)\b")
_AGED = pattern(r" (?:over|under|aged|in their|older than|younger than)\b")
# "Nine of the dead were Canadian, five German and three Norwegian"
_ARE_NAMED, _COUNT_OF_A_NAME = pattern(r" (?:were|are) \p{Lu}"), pattern(r"\S+ \p{Lu}")
_WHERE = "where "
# "taken to the city hospital, 14 to a clinic"
_PLACING = pattern(r"\b(?:in|at|to|from|on)(?= (?:the |an? |\p{Lu}))")
_NEAR = 8
"""Figures before and behind a list in which what it breaks down, or leaves out, is looked for."""
_PAIR, _LEAST, _SHARE, _WIDE_SHARE = 2, 3, 20, 10
"""A list of so many that leaves out no more than one in so many is one with a slip in it."""
_OF_THE = pattern(r"\bof (?:the|those|them|these|whom)\b", regex.IGNORECASE)
_BESIDE = 60
"""Characters that one item of a list takes, with what is told of it."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that are different people; ``exhaustive`` where they claim to be all of them.

    ``head`` is the figure of their sentence that they break down, if there is one.
    """

    parts: tuple[Figure, ...]
    exhaustive: bool
    head: Figure | None = None

    @property
    def outcome(self) -> Outcome:
        """What happened to all of them."""
        return self.parts[0].outcome

    @property
    def sum(self) -> Range:
        """What the parts make together."""
        return sum_of(part.range for part in self.parts)

    @property
    def working(self) -> str:
        """The sum as one writes it: ``17 + 9 + 6 = 32``."""
        return write_sum(part.range for part in self.parts)


def find_breakdowns(document: Document, figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """The lists of parts among the figures of one outcome of one event, in their order."""
    generic = any(figure.scope is Scope.TOTAL and figure.population == PEOPLE for figure in figures)
    parts = [figure for figure in figures if _is_part(figure, beside_total=generic)]
    nested = {part.id for part in parts if _is_nested(document, part)}
    place_of = {figure.id: place for place, figure in enumerate(figures)}
    totals = _exact_totals(figures)
    total = next(iter(totals)) if len(totals) == 1 else None
    for found in map(_told_once, _runs(document, parts, nested)):
        if len(found) < _PAIR or not _is_coordinated(document, found):
            continue
        listed = (
            found[1:] if _introduces(document, found) else _without_head(document, found, total)
        )
        if len(listed) < _PAIR:
            continue
        run = _with_the_rest(document, _without_apposed(document, listed, totals), total)
        near = slice(max(0, place_of[run[0].id] - _NEAR), place_of[run[-1].id] + _NEAR)
        beside = [f for f in figures[near] if f.paragraph == run[0].paragraph and f not in run]
        is_all = _claims_all(document, run, beside)
        is_all = is_all or _is_nearly_all(document, run, beside, total)
        is_all = is_all or _is_nearly_everyone(document, run, figures, total)
        is_all = is_all or _is_of_each(document, run, figures, total)
        head = _head_of(document, run, figures[max(0, place_of[run[0].id] - 1)])
        is_all = is_all or (head is not None and _is_all_of(document, run, beside))
        yield Breakdown(run, is_all, head)
    for first, more in pairwise(figures):
        if _adds_to(document, first, more) and first.id not in nested:
            yield Breakdown((first, more), exhaustive=False)
    if by_place := _by_place(figures, nested):
        yield Breakdown(by_place, exhaustive=True)


def _introduces(document: Document, run: tuple[Figure, ...]) -> bool:
    """Whether the first of a list is what a colon breaks down: "Twelve died: four in Osk ..."."""
    head, following, *rest = run
    between = document.text[head.end : following.start]
    is_more = head.range.low > max(part.range.low for part in (following, *rest))
    return is_more and ":" in between and head.sentence == following.sentence


def _head_of(document: Document, run: Sequence[Figure], before: Figure) -> Figure | None:
    """The count before a list that it breaks down: "45 deaths break down into", "45 died: ..."."""
    first = run[0]
    between = document.text[before.end : first.start]
    if before.start >= first.start or before.sentence != first.sentence:
        return None
    is_composed = _COMPOSED.fullmatch(between) and _WHOSE_COUNT.fullmatch(before.head)
    is_told = is_composed or _LIST_BEHIND.search(between)
    told = sum(part.number or 0 for part in run)
    return before if is_told and 2 * (before.number or 0) >= told else None


def _is_all_of(document: Document, run: Sequence[Figure], beside: Sequence[Figure]) -> bool:
    """Whether a list behind what it breaks down has nobody without a number, and leaves none out.

    As not in "The 40 dead comprise 12 children, nine women and men of all ages", nor in "24 are
    missing: 12 in Osk, ten in Velm, and one each in Tarn and Lund", or where more are told of.
    """
    if any(more.start > run[-1].start and _MORE.search(more.text) for more in beside):
        return False
    is_exact = all(part.range.is_exact for part in run)
    ending = _NEW_CLAUSE.split(run[-1].tail)[0]
    is_open = _COORDINATOR.search(ending) is not None
    return is_exact and not (is_open or _leaves_rest(document, run))


def _without_apposed(
    document: Document, run: tuple[Figure, ...], totals: AbstractSet[int]
) -> tuple[Figure, ...]:
    """The list without who its last count is made of: "two civilians, a vendor and a girl".

    That is so where the counts up to that one make a total; "three men and two children, a girl of
    four and her brother" tells of the brother without a number.
    """
    for last in range(2, len(run)):
        head, tail = run[:last], run[last:]
        is_all = sum(part.range.low for part in head) in totals
        apposed = sum(part.range.low for part in tail)
        closes = _LAST_OF_A_LIST.search(document.text[head[-2].end : head[-1].start])
        is_aside = closes and _ASIDE.fullmatch(document.text[head[-1].end : tail[0].start])
        if is_all and (
            apposed == head[-1].range.low or (is_aside and apposed < head[-1].range.low)
        ):
            return head
    return run


def _with_the_rest(
    document: Document, run: tuple[Figure, ...], total: int | None
) -> tuple[Figure, ...]:
    """The first and the others of a list, where these two are all: those between look into them.

    As in "Five are badly hurt, and two were flown out. The remaining eight went home", of 13.
    """
    first, *_, last = run
    is_all = total is not None and first.range.low + last.range.low == total
    return (first, last) if is_all and _closes(document, last) else run


def _told_once(run: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The list without who is taken up again: "The five ... ; the five will be buried"."""
    return tuple(
        part
        for i, part in enumerate(run)
        if not (
            part.text.lower().startswith("the ")
            and not _REST.match(part.text)
            and any(part.range == told.range for told in run[:i])
        )
    )


def _is_part(figure: Figure, *, beside_total: bool) -> bool:
    if figure.population == ATTACKER or figure.qualifier is Qualifier.NONE:
        return False
    # "Thirty-eight people were hurt, 21 women and 16 men": parts by what the nouns mean.
    is_subset = beside_total and figure.scope is Scope.TOTAL and figure.population in _COMPLEMENTING
    return figure.scope is Scope.PART or is_subset


def _is_nested(document: Document, part: Figure) -> bool:
    """Whether the figure looks into another one: "twelve of them", "one of the dead"."""
    if document.text[max(0, part.start - len(_WHERE)) : part.start].lower() == _WHERE:
        return True  # "six to the Lutheran hospital, where two are in intensive care"
    behind = _LAST_CLAUSE.split(document.text[part.end : part.end + _BEHIND])[0]
    behind = _AMONG_THE.sub("", behind)  # "two boys among the 19 dead"
    return bool(_NESTING.search(part.text + behind))  # not "15 women, all of them locals"


def _runs(
    document: Document, parts: Sequence[Figure], nested: set[str]
) -> Iterator[tuple[Figure, ...]]:
    """The longest lists of parts, two or more."""
    run: list[Figure] = []
    for part in parts:
        if run and (_looks_into(document, run[-1], part) or _is_of_last(document, run[-1], part)):
            continue
        ended = bool(run) and _closes(document, run[-1])
        is_next = bool(run) and not ended and part.id not in nested
        if is_next and (
            _continues(document, run[-1], part) or _is_rest_of_kinds(document, run, part)
        ):
            run.append(part)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [part]
    if len(run) > 1:
        yield tuple(run)


def _is_coordinated(document: Document, run: tuple[Figure, ...]) -> bool:
    """Whether more than commas hold the list together.

    "Eight died in Orlo, seven when a wall fell" may be two views of the same eight.
    """
    held = run[0].passage is Kind.TABLE or _closes(document, run[-1])
    return held or any(
        _COORDINATOR.search(document.text[part.end : following.start])
        for part, following in pairwise(run)
    )


def _without_head(
    document: Document, run: tuple[Figure, ...], total: int | None
) -> tuple[Figure, ...]:
    """The list without the figure that it breaks down: "20 bodies, 11 here and nine there".

    Where all of it together comes to the total, the first is one of the rest; so it is where all
    are told in the same words: "22 were taken to one hospital, 14 to another and eight to a third".
    """
    head, *rest = run
    if total is not None and _is_just_below(run, total):
        return run
    placed = _PLACING.findall(document.text[head.end : rest[0].start])
    if placed and all(document.text.startswith(f" {placed[-1]} ", part.end) for part in rest):
        return run
    alike = all(part.population == head.population for part in rest)
    is_head = len(rest) > 1 and alike and sum_of(part.range for part in rest) == head.range
    return tuple(rest) if is_head else run


def _closes(document: Document, part: Figure) -> bool:
    """Whether the part is "the other n", after which a list has no more items."""
    before = document.text[max(0, part.start - len("the remaining ")) : part.start]
    return bool(_REST.search(before + part.text))


def _continues(document: Document, last: Figure, part: Figure) -> bool:
    """Whether the part is the next item of the list: a row further down, or coordinated."""
    if part.passage is Kind.TABLE and last.passage is Kind.TABLE:
        return part.paragraph == last.paragraph + 1 and part.population == last.population
    between = _OF_WHOM.sub("", document.text[last.end : part.start])
    if part.paragraph != last.paragraph or _is_handled(document, part, between):
        return False
    if _closes(document, part):
        return True
    if _NESTING.search(_OF_A_NOUN.sub("", _LAST_CLAUSE.split(between)[-1])):
        return False
    if part.sentence != last.sentence or not _COORDINATION.search(between):
        return False
    if part.population == last.population:
        # "seventeen in the camp; nine in hospital": the same people in different places.
        return True
    are_taken_up = is_definite(last) and is_definite(part)  # "the seven people in ... and the two"
    is_name = _COUNT_OF_A_NAME.match(part.text) or _ARE_NAMED.match(part.tail)
    is_alike = is_name and _ARE_NAMED.match(last.tail)
    is_head = PEOPLE in (last.population, part.population) and not (are_taken_up or is_alike)
    if is_head and not _AGED.match(between):
        return False  # "20 bodies, 11 women": a head and its list
    return len(between) <= _BESIDE and not _NEW_CLAUSE.search(between)


def _is_rest_of_kinds(document: Document, run: Sequence[Figure], part: Figure) -> bool:
    """Whether the part is all the dead but those of the list, who were of other kinds.

    As in "The dead included eleven children and nine women", and further down "the other six dead
    were men".
    """
    kind = _OF_A_KIND.search(document.text, part.start, part.end + _BESIDE)
    if kind is None or not _closes(document, part):
        return False
    told = {each.population for each in run}
    noun = _KIND_OF[kind["kind"]]
    return noun not in told and any({*told, noun} <= set(all_) for all_ in _LISTS["complements"])


def _looks_into(document: Document, last: Figure, part: Figure) -> bool:
    """Whether it says of some how they fare: "six are in hospital, two in critical condition"."""
    between = document.text[last.end : part.start]
    is_behind = part.sentence == last.sentence and between.endswith(", ")
    return is_behind and _fares(document, part) and not _fares(document, last)


def _is_of_last(document: Document, last: Figure, part: Figure) -> bool:
    """Whether it is some of the one before: "of the 26, four were in intensive care"."""
    head = document.text[max(0, last.start - len("of the ")) : last.start] + last.text
    between = document.text[last.end : part.start]
    return (
        _OUT_OF.search(head) is not None
        and between.lstrip().startswith(",")
        and (part.sentence == last.sentence)
    )


def _fares(document: Document, part: Figure) -> bool:
    return _CONDITION.match(document.text, part.end + 1) is not None


def _is_handled(document: Document, part: Figure, between: str) -> bool:
    """Whether both tell what was done with the dead: "52 were identified and 45 handed over"."""
    behind = document.text[part.end : part.end + _BESIDE]
    return bool(_HANDLED.search(between) and _HANDLED.search(behind))


def _claims_all(document: Document, run: Sequence[Figure], beside: Sequence[Figure]) -> bool:
    """Whether the text, with what stands beside the list, presents it as everybody."""
    first, last = run[0], run[-1]
    parts = [f for f in beside if f.scope is Scope.PART]
    if _closes(document, last):
        is_unread = any(_has_number(document, each, part) for each, part in pairwise(run))
        return not (is_unread or any(part.start < first.start for part in parts))
    head = _before_in_sentence(document, first)
    if _is_of_both_sexes(run, parts) and not _leaves_rest(document, run):
        return True
    populations = {part.population for part in run}
    is_made_up = _COMPOSED.search(head) is not None and _is_all_of(document, run, beside)
    if (is_made_up or len(populations) > 1) and (match := _EVERYBODY.search(head)):
        between = document.text[first.end : last.start]
        # Neither "among the dead were" nor "the dead were three of a family and two of another".
        return not (_NESTING.search(head[: match.start()]) or _NESTING.search(between))
    if len(populations) == 1 or not any(populations <= set(all_) for all_ in _LISTS["complements"]):
        return False
    is_of = head.lower().startswith("of ")
    if is_of and populations.isdisjoint(_LISTS["male"]):
        return False  # "Of the 47 dead, 19 were women and 12 were children"
    wholes = [figure for figure in beside if figure.scope is Scope.TOTAL]
    return bool(_APPOSITION.search(head)) and any(
        whole.sentence == first.sentence
        and whole.end <= first.start
        and not _NESTING.search(document.text[whole.end : first.start])
        for whole in wholes
    )


def _has_number(document: Document, part: Figure, following: Figure) -> bool:
    """Whether a bare number between two parts is no figure: "and eight were crushed"."""
    return _BARE_NUMBER.search(document.text, part.end, following.start) is not None


def _leaves_rest(document: Document, run: Sequence[Figure]) -> bool:
    """Whether words before, in or behind a list say that it leaves people out."""
    around = _before_in_sentence(document, run[0]) + document.text[run[0].end : run[-1].start]
    behind = document.text[run[-1].end : run[-1].end + _FURTHER]
    return bool(_PARTIAL.search(around) or _REMAINDER.search(around + behind))


def _is_of_both_sexes(run: Sequence[Figure], beside: Sequence[Figure]) -> bool:
    """As in "Nine of the dead were women and five were men": nobody is neither."""
    if not _OF_THE.search(run[0].text):
        return False
    everyone = set(_LISTS["complements"][0])
    populations = {part.population for part in run}
    if not populations <= everyone or any(part.population in everyone for part in beside):
        return False
    return all(not populations.isdisjoint(_LISTS[sex]) for sex in ("male", "female"))


def _exact_totals(figures: Sequence[Figure]) -> set[int]:
    """The exact totals, of all the people or of a noun for them."""
    return {
        figure.range.low
        for figure in figures
        if figure.scope is Scope.TOTAL and figure.population != ATTACKER and figure.range.is_exact
    }


def _is_nearly_all(
    document: Document, run: Sequence[Figure], beside: Sequence[Figure], total: int | None
) -> bool:
    """Whether a list of three or more in one sentence misses the total by next to nobody."""
    told = any(f.sentence == run[0].sentence and f.number == total for f in beside)
    told = told or _OF_THE.search(run[0].text) is not None
    least = _LEAST - told  # "Of the 24 injured, 16 were taken to one hospital and eight to another"
    if total is None or len(run) < least or not all(part.range.is_exact for part in run):
        return False
    is_list = len({part.sentence for part in run}) == 1
    return is_list and _is_just_below(run, total) and not _leaves_rest(document, run)


def _is_nearly_everyone(
    document: Document, run: Sequence[Figure], figures: Sequence[Figure], total: int | None
) -> bool:
    """Whether a list of men, women and children misses the total by a few, and none are told of.

    As in "The victims include 14 women, nine men and eight children", of 33.
    """
    populations = {part.population for part in run}
    is_everyone = populations <= set(_LISTS["complements"][0])
    for kind in (_GROWN_MEN, _GROWN_WOMEN, _LISTS["small"]):
        is_everyone = is_everyone and not populations.isdisjoint(kind)
    if total is None or not is_everyone or not all(part.range.is_exact for part in run):
        return False
    head, sentence = _before_in_sentence(document, run[0]), run[0].sentence
    if (head and not _ALL_OF_THEM.search(head)) or _leaves_rest(document, run):
        return False  # "The morgue of Velm received 14 women, 13 men and four children"
    if _STAGE.search(sentence) or _HANDLED.search(head or sentence):
        return False
    left = total - sum(part.range.low for part in run)
    is_told = any(figure.number == left for figure in figures if figure not in run)
    return _is_just_below(run, total, _WIDE_SHARE) and not is_told


def _is_of_each(
    document: Document, run: Sequence[Figure], figures: Sequence[Figure], total: int | None
) -> bool:
    """Whether a list has one count for each of those that the total's sentence has collide.

    As in "A pickup and a van collided, killing eight. Two in the pickup and five in the van died".
    """
    places = [match[1] for part in run if (match := _IN_IT.match(part.tail))]
    if total is None or len(run) > _PAIR or len(places) < _PAIR:
        return False
    told = {f.sentence for f in figures if f.number == total and f.scope is Scope.TOTAL}
    one, other = places
    is_each = any(_collide(one, other, each) or _collide(other, one, each) for each in told)
    sentence, left = run[0].sentence, total - sum(part.range.low for part in run)
    # "... were pronounced dead at the scene, and there were no deaths at the hospital"
    is_staged = _STAGE.search(sentence) is not None and not any(
        figure.sentence == sentence and figure.qualifier is Qualifier.NONE for figure in figures
    )
    is_told = any(figure.number == left for figure in figures if figure not in run)
    is_told = is_told or _ONE_MORE.search(run[-1].tail) is not None
    return is_each and left > 0 and not (is_staged or is_told or _leaves_rest(document, run))


def _collide(one: str, other: str, sentence: str) -> bool:
    """Whether a sentence tells of these two and no third one: "a pickup and a church van"."""
    one, other = (rf"\ban? (?:[\w-]+ ){{0,2}}?{regex.escape(noun)}\b" for noun in (one, other))
    pair = regex.search(rf"(?<!, ){one}[^,;]*?{other}(?!,? and)", sentence, regex.IGNORECASE)
    return pair is not None and _COLLIDING.search(sentence) is not None


def _is_just_below(run: Sequence[Figure], total: int, share: int = _SHARE) -> bool:
    left = total - sum(part.range.low for part in run)
    return 0 < left <= max(1, total // share)


def _by_place(figures: Sequence[Figure], nested: set[str]) -> tuple[Figure, ...] | None:
    """The counts of the places that share a total, where the text says how many places there are.

    "Storm kills 34 across three states", then one count for each of the three.
    """
    parts = tuple(
        figure
        for figure in figures
        if figure.scope is Scope.PART and figure.population == PEOPLE and figure.id not in nested
    )
    if not len(parts) == len({part.paragraph for part in parts}) > 1:
        return None
    sentences = [figure.sentence for figure in figures if figure.scope is Scope.TOTAL]
    places = {_count(match["count"]) for s in sentences for match in _PLACES.finditer(s)}
    return parts if len(parts) in places else None


def _adds_to(document: Document, first: Figure, more: Figure) -> bool:
    """Whether the next sentence adds those of another place that has been told of.

    As in "The blast at the station killed 15. Eleven more died at the bakery".
    """
    is_part = first.scope is Scope.PART and more.scope in (Scope.PART, Scope.ADDITIONAL)
    if not is_part or first.paragraph != more.paragraph or _MORE.search(more.text) is None:
        return False
    is_count = first.range.is_exact and more.range.is_exact and first.range.low > 0
    is_count = is_count and ATTACKER not in (first.population, more.population)
    between = document.text[first.end : more.start - len(more.head)]
    is_next = first.sentence != more.sentence and between.strip() == first.tail.strip()
    place = _AT_THE_PLACE.search(more.tail)
    if not (is_count and is_next) or place is None or _AT_ANOTHER_TIME.search(more.sentence):
        return False
    before = document.text[: first.start - len(first.head)].lower()
    return any(f" {word}" in before for word in place[1].lower().split() if len(word) > _SHORT)


def _before_in_sentence(document: Document, figure: Figure) -> str:
    start = document.text.rfind(figure.sentence, 0, figure.start + len(figure.sentence))
    return document.text[max(start, 0) : figure.start]


def _count(word: str) -> int:
    cardinals = load("numbers")["cardinals"]
    return int(word) if word.isdecimal() else int(cardinals[word.lower()])
